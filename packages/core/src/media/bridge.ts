import { DriftBuffer, mixMinus, pcmOfSamples, samplesOfPcm } from '@org/3cx-audio';
import type { Subscription } from 'rxjs';
import type { Call } from '../call';
import { systemClock, type Clock, type Timer } from '../clock';
import { deferred } from '../deferred';
import { InvalidCallStateError } from '../errors';

export interface BridgeEnd {
  /** `call-ended`: only one call was left. */
  readonly reason: 'stopped' | 'call-ended';
  /** How long they could talk, milliseconds. */
  readonly durationMs: number;
}

export interface Bridge {
  /** Resolves when it is over; never rejects. */
  readonly ended: Promise<BridgeEnd>;
  /** Parts them; the calls go on. */
  stop(): void;
}

export interface BridgeOptions {
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly clock?: Clock;
}

const FRAME_MS = 20;
const FRAME_SAMPLES = 160;
/** Sent ahead, so that a late timer isn't heard. Every one is delay between the callers. */
const AHEAD_FRAMES = 6;
/** After a longer stall the frames missed are left out: they would only add delay. */
const MAX_FRAMES_AT_ONCE = 10;

interface Leg {
  readonly call: Call;
  readonly buffer: DriftBuffer;
  readonly listening: Subscription;
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
}

/**
 * Lets two or three of our own calls talk to each other: each hears the others. The sound
 * passes through this process, because 3CX can't join calls; each call keeps its own clock,
 * and their drift is made up for. A call on hold hears its music and isn't heard. The bridge
 * ends when fewer than two of its calls are left.
 *
 * While it lasts, it is the only writer of `call.audio`; prompts still play, one after what
 * was said before them.
 * @throws InvalidCallStateError unless there are two or three different calls, all answered
 */
export function bridgeCalls(
  calls: readonly Call[],
  { signal, clock = systemClock }: BridgeOptions = {},
): Bridge {
  if (new Set(calls).size !== calls.length || calls.length < 2 || calls.length > 3) {
    throw new InvalidCallStateError('A bridge joins two or three different calls.');
  }
  for (const { id, status } of calls) {
    if (status !== 'answered') {
      throw new InvalidCallStateError(`${id} is ${status}: only answered calls can be joined.`);
    }
  }

  const over = deferred<BridgeEnd>();
  const beganAt = clock.now();
  const legs = new Map<Call, Leg>(calls.map((call) => [call, legOf(call)]));
  let frames = -AHEAD_FRAMES;
  let timer: Timer | undefined;

  const stop = (reason: BridgeEnd['reason']): void => {
    if (timer === undefined) return;
    timer.cancel();
    timer = undefined;
    signal?.removeEventListener('abort', onAbort);
    for (const leg of legs.values()) part(leg);
    legs.clear();
    over.resolve({ reason, durationMs: clock.now() - beganAt });
  };
  const onAbort = (): void => {
    stop('stopped');
  };
  const leave = (call: Call): void => {
    const leg = legs.get(call);
    if (leg === undefined) return;
    legs.delete(call);
    part(leg);
    if (legs.size < 2) stop('call-ended');
  };
  const tick = (): void => {
    const due = Math.floor((clock.now() - beganAt) / FRAME_MS);
    frames = Math.max(frames, due - MAX_FRAMES_AT_ONCE);
    for (; frames < due && legs.size > 1; frames += 1) frame();
    if (timer !== undefined)
      timer = clock.after(Math.max(0, beganAt + (frames + 1) * FRAME_MS - clock.now()), tick);
  };
  const frame = (): void => {
    const present = [...legs.values()];
    const voices = present.map(({ call, buffer }) => {
      const voice = buffer.read(FRAME_SAMPLES);
      return call.onHold ? voice.fill(0) : voice;
    });
    mixMinus(voices).forEach((others, index) => {
      const leg = present[index];
      if (leg === undefined || leg.call.onHold) return;
      leg.writer.write(pcmOfSamples(others)).catch(() => {
        leave(leg.call);
      });
    });
  };

  for (const call of calls) {
    void call.ended.then(() => {
      leave(call);
    });
  }
  timer = clock.after(0, tick);
  if (signal?.aborted === true) onAbort();
  else signal?.addEventListener('abort', onAbort);
  return { ended: over.promise, stop: onAbort };

  function legOf(call: Call): Leg {
    const buffer = new DriftBuffer();
    const listening = call.heard$.subscribe({
      next: (pcm) => {
        buffer.push(samplesOfPcm(pcm));
      },
      // The leg stays and is silent: what was said to it is still heard.
      error: () => undefined,
    });
    return { call, buffer, listening, writer: call.audio.writable.getWriter() };
  }

  function part({ call, listening, writer }: Leg): void {
    listening.unsubscribe();
    call.audio.clear();
    writer.releaseLock();
  }
}
