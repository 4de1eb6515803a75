import { ReadableStream, WritableStream } from 'node:stream/web';
import { BYTES_PER_MS, type StreamMetrics } from '@org/3cx-audio';
import { CallEndedError } from '../errors';
import type { CallAudio } from './call-audio';

/** How the audio towards the caller has been doing. */
export interface CallAudioMetrics extends StreamMetrics {
  /** How often the connection was opened again after it broke. */
  readonly reopened: number;
}

/**
 * Both directions of a call's sound as a pair of streams, for voice agents. Telephone PCM:
 * signed 16 bit, little-endian, 8 kHz, mono.
 */
export interface CallDuplex {
  /** What the caller says, live, from the first read on. Cancel it to stop listening. */
  readonly readable: ReadableStream<Uint8Array>;
  /**
   * What the caller is to hear, in pieces of any size. A write resolves when its audio has been
   * handed to the PBX, at most one lead ahead of being heard: that is the back-pressure; it rejects
   * with `CallEndedError` when the call is over. Closing resolves when all has been heard or the
   * call is over; aborting is `clear()`.
   */
  readonly writable: WritableStream<Uint8Array>;
  /**
   * Drops what was written and not sent: the caller interrupts. Pending writes resolve.
   * @returns how much is already with the PBX and still heard, milliseconds
   */
  clear(): number;
  readonly metrics: CallAudioMetrics;
}

export interface DuplexPorts {
  listen(signal: AbortSignal): AsyncGenerator<Uint8Array, void>;
  /** Where the audio goes, once it reaches the caller. @throws CallEndedError */
  speaker(signal: AbortSignal): Promise<CallAudio>;
  metrics(): CallAudioMetrics;
}

const NOTHING = new Uint8Array();

export function createCallDuplex(ports: DuplexPorts): CallDuplex {
  let clearing = new AbortController();
  let spare = NOTHING;

  const clear = (): number => {
    clearing.abort();
    clearing = new AbortController();
    spare = NOTHING;
    return ports.metrics().leadMs;
  };

  const write = async (chunk: Uint8Array): Promise<void> => {
    const { signal } = clearing;
    const bytes = Buffer.concat([spare, chunk]);
    const whole = bytes.length - (bytes.length % 2);
    spare = bytes.subarray(whole);
    if (whole === 0) return;
    const speaker = await ports.speaker(signal);
    await new Promise<void>((resolve, reject) => {
      speaker.play(bytes.subarray(0, whole), { signal, onSent: resolve }).catch(reject);
    });
  };

  return {
    readable: readableOf((signal) => ports.listen(signal)),
    writable: new WritableStream<Uint8Array>(
      {
        write,
        async close() {
          try {
            const speaker = await ports.speaker(clearing.signal);
            await speaker.idle();
          } catch (error) {
            // With the call over there is nothing left to be heard.
            if (!(error instanceof CallEndedError)) throw error;
          }
        },
        abort() {
          clear();
        },
      },
      // One piece at a time: the pacer holds the rest of what is on its way.
      { highWaterMark: 100 * BYTES_PER_MS, size: (chunk) => chunk.length },
    ),
    clear,
    get metrics() {
      return ports.metrics();
    },
  };
}

function readableOf(
  open: (signal: AbortSignal) => AsyncGenerator<Uint8Array, void>,
): ReadableStream<Uint8Array> {
  const cancelling = new AbortController();
  let sound: AsyncGenerator<Uint8Array, void> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        sound ??= open(cancelling.signal);
        const next = await sound.next();
        if (cancelling.signal.aborted) return;
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel() {
        cancelling.abort();
      },
    },
    { highWaterMark: 0 },
  );
}
