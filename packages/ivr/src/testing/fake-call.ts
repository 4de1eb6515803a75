import {
  CallEndedError,
  type CallEnd,
  type DtmfKey,
  type KeyPress,
  type PlaybackResult,
  type PlayOptions,
  type PromptSource,
} from '@org/3cx-core';
import type { CollectingCall } from '../dtmf/collect-digits';
import { FakeDigitBuffer } from './fake-digit-buffer';
import type { VirtualClock } from './virtual-clock';

/** One prompt that was started. */
export interface Play {
  readonly source: PromptSource;
  readonly startedAt: number;
  endedAt?: number;
  interrupted?: boolean;
}

/** A call whose caller, prompts and end are in the hands of the test; time is the clock's. */
export class FakeCall implements CollectingCall {
  readonly digits: FakeDigitBuffer;
  readonly ended: Promise<CallEnd>;
  /** The prompts started so far, oldest first. */
  readonly plays: Play[] = [];
  /** Every key pressed so far. */
  readonly pressed: KeyPress[] = [];
  /** How long every prompt lasts. */
  promptMs = 2_000;
  /** What `play` rejects with, if it does. */
  promptError: Error | undefined;
  readonly #hangUp = new AbortController();
  #stopAudio = new AbortController();
  #line: Promise<unknown> = Promise.resolve();

  constructor(private readonly clock: VirtualClock) {
    this.digits = new FakeDigitBuffer(clock);
    this.ended = new Promise((resolve) => {
      this.#hangUp.signal.addEventListener('abort', () => {
        resolve({ reason: 'remote-hung-up', endedAt: new Date(0) });
      });
    });
  }

  /** The caller presses keys; several arrive in one message, with one timestamp. */
  press(keys: string, at = this.clock.now()): void {
    for (const key of keys) {
      const press: KeyPress = { key: dtmfKey(key), at };
      this.pressed.push(press);
      this.digits.press(press);
    }
  }

  /** Somebody other than the step stops what plays, as `Call.stopAudio` does. */
  stopAudio(): void {
    this.#stopAudio.abort();
    this.#stopAudio = new AbortController();
  }

  callerHangsUp(): void {
    this.#hangUp.abort();
  }

  /** Prompts started and not yet over. */
  get playing(): number {
    return this.plays.filter(({ endedAt }) => endedAt === undefined).length;
  }

  play(source: PromptSource, { signal }: PlayOptions = {}): Promise<PlaybackResult> {
    const turn = this.#line.then(() => this.#playNow(source, signal));
    this.#line = turn.catch(() => undefined);
    return turn;
  }

  #isOver(): boolean {
    return this.#hangUp.signal.aborted;
  }

  async #playNow(source: PromptSource, signal?: AbortSignal): Promise<PlaybackResult> {
    if (this.#isOver()) throw new CallEndedError('The call has ended');
    if (this.promptError) throw this.promptError;
    const play: Play = { source, startedAt: this.clock.now() };
    this.plays.push(play);
    const stops = [this.#hangUp.signal, this.#stopAudio.signal, ...(signal ? [signal] : [])];
    const interrupted = await this.#timePasses(this.promptMs, AbortSignal.any(stops));
    play.endedAt = this.clock.now();
    play.interrupted = interrupted;
    if (this.#isOver()) throw new CallEndedError('The call has ended');
    return { durationMs: this.promptMs, playedMs: play.endedAt - play.startedAt, interrupted, staleMs: 0 };
  }

  /** Resolves with whether it was stopped before the time was over. */
  #timePasses(ms: number, stop: AbortSignal): Promise<boolean> {
    if (stop.aborted) return Promise.resolve(true);
    return new Promise((resolve) => {
      const onStop = () => {
        timer.cancel();
        resolve(true);
      };
      const timer = this.clock.after(ms, () => {
        stop.removeEventListener('abort', onStop);
        resolve(false);
      });
      stop.addEventListener('abort', onStop, { once: true });
    });
  }
}

const KEYS: readonly DtmfKey[] = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '*',
  '#',
  'A',
  'B',
  'C',
  'D',
];

function dtmfKey(text: string): DtmfKey {
  const key = KEYS.find((candidate) => candidate === text);
  if (!key) throw new Error('Not a key of a telephone');
  return key;
}
