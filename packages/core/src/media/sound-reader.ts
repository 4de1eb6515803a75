import { BYTES_PER_MS } from '@org/3cx-audio';
import type { CallerSound } from './caller-sound';

/** A reader further behind than this loses the oldest: live sound can't be told to wait. */
const MAX_BEHIND_BYTES = 10_000 * BYTES_PER_MS;

/** The caller's sound from now on, for one reader. Leaving the loop, or the signal, ends it. */
export async function* soundFrom(sound: CallerSound, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const ending = new AbortController();
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  const end = (): void => {
    ending.abort();
    wake();
  };
  if (signal?.aborted === true) return;
  signal?.addEventListener('abort', end, { once: true });
  const detach = sound.attach({
    hear(pcm) {
      waiting.push(pcm);
      waitingBytes += pcm.length;
      while (waitingBytes > MAX_BEHIND_BYTES) waitingBytes -= waiting.shift()?.length ?? waitingBytes;
      wake();
    },
    end(error) {
      failure = error;
      end();
    },
  });
  try {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) {
        waitingBytes -= next.length;
        yield next;
      } else if (ending.signal.aborted) {
        if (failure !== undefined) throw failure;
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal?.removeEventListener('abort', end);
    detach();
  }
}
