import { endianness } from 'node:os';
import { Readable } from 'node:stream';
import type { Timers } from '../timers';

const bytesPerMs = 16;
/** How long each chunk is, in turn: a real stream follows RTP and is never even. Milliseconds. */
const rhythmMs = [20, 40, 20, 60, 100, 20, 80];
/** Every so many chunks one ends in the middle of a sample. */
const oddEvery = 5;
/** A reader this far behind loses audio, as it would from the network. */
const maxBacklogBytes = 64_000;

export interface LiveStreamSource {
  /** Monotonic clock, milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
  /** Whether nothing is sent while there is only silence, after a first chunk that tells the stream is there. */
  readonly pausesInSilence?: boolean;
  /** `count` samples from sample number `from` of the clock's time line. */
  readonly read: (from: number, count: number) => Int16Array;
}

export interface LiveStream {
  readonly audio: Readable;
  /** Ends the audio where it is. */
  end(): void;
}

/**
 * Audio as it is being said, 16,000 bytes per second from now on, in chunks of
 * 20–100 ms, some of an odd length (3CX facts 6.2). Ending or destroying it ends
 * its timer.
 */
export function liveStream({ now, timers, read, pausesInSilence = false }: LiveStreamSource): LiveStream {
  const openedAt = now();
  const firstSample = Math.floor(openedAt * 8);
  let sent = 0;
  let chunks = 0;
  let cancel = (): void => undefined;

  const audio = new Readable({
    read() {
      // Pushed by the clock, whoever reads.
    },
    destroy(error, done) {
      cancel();
      done(error);
    },
  });

  const tick = (): void => {
    let due = Math.floor((now() - openedAt) * bytesPerMs);
    due -= due % 2;
    if (chunks % oddEvery === oddEvery - 1) due -= 1;
    chunks += 1;
    if (audio.readableLength > maxBacklogBytes) {
      sent += due - sent - ((due - sent) % 2);
    } else if (due > sent) {
      const first = Math.floor(sent / 2);
      const samples = read(firstSample + first, Math.ceil(due / 2) - first);
      if (pausesInSilence && sent > 0 && sent % 2 === 0 && samples.every((sample) => sample === 0)) {
        // What comes after the pause has to begin with a whole sample.
        sent = due - (due % 2);
      } else {
        audio.push(littleEndian(samples).subarray(sent - first * 2, due - first * 2));
        sent = due;
      }
    }
    schedule();
  };
  const schedule = (): void => {
    cancel = timers.after(rhythmMs[chunks % rhythmMs.length] ?? 20, tick);
  };
  schedule();
  return {
    audio,
    end() {
      cancel();
      audio.push(null);
    },
  };
}

function littleEndian(samples: Int16Array): Buffer {
  const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return endianness() === 'LE' ? bytes : bytes.swap16();
}
