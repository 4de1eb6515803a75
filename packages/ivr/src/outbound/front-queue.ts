import { CallEndedError, systemClock, type Call, type DtmfKey, type PromptSource } from '@org/3cx-core';
import type { CollectingClock, PromptList } from '../dtmf/collect-options';
import { playUntilKey } from '../play-until-key';
import type { QueueFigures, ReadQueueFigures } from '../queue-figures';
import type { CallbackBook } from './callback-book';

export type FrontedCall = Pick<Call, 'id' | 'fromNumber' | 'digits' | 'play' | 'transfer'>;

export interface FrontQueueOptions {
  readonly queue: string;
  readonly figures: ReadQueueFigures;
  /** Takes the call-back, e.g. a `CallbackDesk`. */
  readonly callbacks: CallbackBook;
  /** Told at the beginning of each round, before the offer. Default: nothing. */
  readonly position?: (position: number) => PromptList;
  /** Offers the call-back: press 1. */
  readonly offer: PromptList;
  /** Played over and over between offers. */
  readonly music: PromptSource;
  /** Heard once the call-back is booked. */
  readonly booked: PromptList;
  /** Books the call-back, at any time while offer or music play. Default `1`. */
  readonly key?: DtmfKey;
  /** Whether the caller goes into the queue now. Default: nobody waits there. */
  readonly ready?: (figures: QueueFigures) => boolean;
  /** How long the music plays in each round. Milliseconds, default 30 000. */
  readonly musicMs?: number;
  /** After so many rounds the caller goes into the queue anyway. Default 10. */
  readonly rounds?: number;
  /** How long the queue has to take the call. Seconds, 1–120, default 120. */
  readonly queueTimeoutSeconds?: number;
  /** Aborting it ends the step, which rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly clock?: CollectingClock;
}

export type FrontQueueResult =
  | { readonly kind: 'transferred' }
  | { readonly kind: 'booked' }
  /** The queue did not take the call, which is back. */
  | { readonly kind: 'notTaken' }
  | { readonly kind: 'callEnded' };

/**
 * Stands before a queue: music, the position, and the offer to be called back. 1 books it;
 * otherwise the caller is transferred once nobody waits any more, or after all rounds. A call
 * inside a 3CX queue can be neither spoken to nor asked, so that this happens before it. Without
 * figures the caller goes into the queue at once.
 * @throws the reason of `signal`, and what `Call.play`, `Call.transfer` and `book` throw
 */
export async function frontQueue(call: FrontedCall, options: FrontQueueOptions): Promise<FrontQueueResult> {
  const { queue, queueTimeoutSeconds = 120, booked, callbacks, signal } = options;
  try {
    if ((await waitOrBook(call, options)) === 'book') {
      await callbacks.book({ id: call.id, number: call.fromNumber, queue, callId: call.id });
      await playUntilKey(call, booked, { keys: '', signal });
      signal?.throwIfAborted();
      return { kind: 'booked' };
    }
    const outcome = await call.transfer({ to: queue, timeoutSeconds: queueTimeoutSeconds });
    if (outcome.kind !== 'failed') return { kind: 'transferred' };
    // What was keyed while it rang was not meant for what comes now (B.4, row 16).
    call.digits.clear();
    return { kind: 'notTaken' };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CallEndedError) return { kind: 'callEnded' };
    throw error;
  }
}

async function waitOrBook(
  call: FrontedCall,
  {
    queue,
    figures,
    position = () => [],
    offer,
    music,
    key = '1',
    ready = ({ waiting }) => waiting === 0,
    musicMs = 30_000,
    rounds = 10,
    signal,
    clock = systemClock,
  }: FrontQueueOptions,
): Promise<'book' | 'transfer'> {
  for (let round = 0; round < rounds; round += 1) {
    const now = await figures(queue).catch(() => undefined);
    signal?.throwIfAborted();
    if (now === undefined || ready(now)) return 'transfer';
    for (const prompt of [position(now.waiting + 1), offer]) {
      if ((await playUntilKey(call, prompt, { keys: key, signal })) !== undefined) return 'book';
      signal?.throwIfAborted();
    }
    const over = new AbortController();
    const timer = clock.after(musicMs, () => {
      over.abort();
    });
    try {
      const stop = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
      const pressed = await playUntilKey(call, music, { keys: key, repeat: Infinity, signal: stop });
      if (pressed !== undefined) return 'book';
    } finally {
      timer.cancel();
    }
    signal?.throwIfAborted();
  }
  return 'transfer';
}
