import { endianness } from 'node:os';
import type { Timers } from '../timers';
import type { Call } from '../switch/call';

/** How often what has been heard meanwhile is passed on, milliseconds. */
const periodMs = 20;

/** Who listens in. */
export interface Listener {
  /** Whether so much is still on its way that more must be left out. */
  readonly full: boolean;
  /** Telephone audio: 16-bit little-endian, 8 kHz, mono. */
  heard(pcm: Buffer): void;
  /** Samples were left out because the listener was too slow. */
  skipped(samples: number): void;
  /** The call is over and everything has been passed on. */
  ended(): void;
}

export interface ListenIn {
  /** Number of the sample the listening begins with, counted as in `heard.wav`. */
  readonly fromSample: number;
  /** Begins. @returns a function that ends it. */
  start(listener: Listener): () => void;
}

/**
 * What the person in the call hears, as it is heard: from the play-out clock, so
 * that everything passed on is, sample by sample, what `heard.wav` holds from
 * there on. While no route point is connected nothing is heard and nothing comes.
 * @param fromMs where to begin, milliseconds from the beginning of `heard.wav`; now by default.
 */
export function listenIn(
  call: Call,
  { timers, now }: { readonly timers: Timers; readonly now: () => number },
  fromMs: number | undefined,
): ListenIn {
  const heardSoFar = samplesHeard(call, now());
  const fromSample = fromMs === undefined ? heardSoFar : Math.min(heardSoFar, Math.floor(fromMs * 8));
  return {
    fromSample,
    start(listener) {
      let next = fromSample;
      const passOn = (): void => {
        const ended = call.ending !== undefined;
        const samples = heardFrom(call, next, now());
        next += samples.length;
        if (samples.length > 0) {
          if (listener.full) listener.skipped(samples.length);
          else listener.heard(littleEndian(samples));
        }
        if (!ended) return;
        stop();
        listener.ended();
      };
      const stop = timers.every(periodMs, passOn);
      passOn();
      return stop;
    },
  };
}

function samplesHeard(call: Call, now: number): number {
  return Math.round(call.playOuts.reduce((sum, playOut) => sum + playOut.heardMs(now) * 8, 0));
}

/** From sample number `first` on, counted over all the play-outs of the call. */
function heardFrom(call: Call, first: number, now: number): Int16Array {
  const parts: Int16Array[] = [];
  let before = 0;
  for (const playOut of call.playOuts) {
    const length = Math.round(playOut.heardMs(now) * 8);
    if (before + length > first) parts.push(playOut.heard(now, Math.max(0, first - before)));
    before += length;
  }
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const all = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

function littleEndian(samples: Int16Array): Buffer {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return endianness() === 'LE' ? bytes : bytes.swap16();
}
