import { CallEndedError, type Call, type Recording } from '@org/3cx-core';
import { CollectOptionsError } from './dtmf/collect-errors';
import type { PromptList } from './dtmf/collect-options';
import type { BufferCleared } from './dtmf/collect-result';
import { playUntilKey, promptsOf } from './play-until-key';

/** What of a call `record` uses. */
export type RecordingCall = Pick<Call, 'digits' | 'play' | 'recordCaller'>;

export interface RecordMessageOptions {
  /** Played first. A key of `endOnKey` skips it; other keys wait for the next step. */
  readonly prompt?: PromptList;
  /** Plays a beep before it begins. Default true. */
  readonly beep?: boolean;
  /** Longest recording, seconds, above 0 up to 3600. Default 120. */
  readonly maxSeconds?: number;
  /** What is shorter, silence at both ends cut off, is `empty`. Seconds, 0–60, default 1. */
  readonly minSeconds?: number;
  /** Ends after so much silence, seconds, 0.5–60. Default: it doesn't. */
  readonly endOnSilenceSeconds?: number;
  /** Keys that end it. Default `#`; an empty string for none. */
  readonly endOnKey?: string;
  /** Told whenever keys of the caller are dropped by rule. */
  readonly onBufferCleared?: (event: BufferCleared) => void;
  /** Aborting it ends the step, which rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export type RecordResult =
  /** `recording.endedBy` is `hang-up` when the caller ended it so; the recording is whole all the same. */
  | { readonly kind: 'recorded'; readonly recording: Recording }
  /** Nothing was said that lasted `minSeconds`. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'callEnded' };

/**
 * Asks the caller to say something and records it: a message, a comment, a name. Keys pressed
 * meanwhile are dropped at its end, as those were not meant for the next step.
 * @throws CollectOptionsError, the reason of `signal`, and what `Call.play` and `Call.recordCaller` throw
 */
export async function record(
  call: RecordingCall,
  {
    prompt = [],
    beep = true,
    maxSeconds = 120,
    minSeconds = 1,
    endOnSilenceSeconds,
    endOnKey = '#',
    onBufferCleared,
    signal,
  }: RecordMessageOptions = {},
): Promise<RecordResult> {
  if (!(minSeconds >= 0 && minSeconds <= 60 && minSeconds <= maxSeconds)) {
    throw new CollectOptionsError(
      'Check the options of record. minSeconds: 0 to 60, and not more than maxSeconds.',
    );
  }
  signal?.throwIfAborted();
  try {
    if (promptsOf(prompt).length > 0) await playUntilKey(call, prompt, { keys: endOnKey, signal });
    signal?.throwIfAborted();
    const recording = await call.recordCaller({
      beep,
      maxSeconds,
      endOnKey,
      trim: true,
      ...(endOnSilenceSeconds !== undefined && { endOnSilenceSeconds }),
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    const hungUp = recording.endedBy === 'hang-up';
    const count = hungUp ? 0 : call.digits.clear();
    if (count > 0) onBufferCleared?.({ reason: 'recording', count });
    if (recording.durationMs >= minSeconds * 1_000 && recording.durationMs > 0)
      return { kind: 'recorded', recording };
    return { kind: hungUp ? 'callEnded' : 'empty' };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CallEndedError) return { kind: 'callEnded' };
    throw error;
  }
}
