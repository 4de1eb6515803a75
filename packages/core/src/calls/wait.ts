import type { Clock, Timer } from '../clock';
import { deferred } from '../deferred';

export interface WaitLimits {
  readonly clock: Clock;
  /** Milliseconds; without it there is no limit. */
  readonly timeoutMs?: number;
  readonly signals?: readonly (AbortSignal | undefined)[];
}

/**
 * Waits for a promise, a time limit or a signal, whichever is first, and leaves no
 * timer and no listener behind. Without a promise it waits for the other two.
 */
export function waitFor(
  promise: Promise<unknown> | undefined,
  { clock, timeoutMs, signals = [] }: WaitLimits,
): Promise<'done' | 'timeout' | 'aborted'> {
  return new Promise((resolve, reject) => {
    let timer: Timer | undefined;
    const onAbort = () => {
      finish('aborted');
    };
    const cleanUp = () => {
      timer?.cancel();
      for (const signal of signals) signal?.removeEventListener('abort', onAbort);
    };
    const finish = (outcome: 'done' | 'timeout' | 'aborted') => {
      cleanUp();
      resolve(outcome);
    };
    if (signals.some((signal) => signal?.aborted)) {
      resolve('aborted');
      return;
    }
    for (const signal of signals) signal?.addEventListener('abort', onAbort);
    if (timeoutMs !== undefined) {
      timer = clock.after(timeoutMs, () => {
        finish('timeout');
      });
    }
    promise?.then(
      () => {
        finish('done');
      },
      (error: unknown) => {
        cleanUp();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

/** The promise's value, or `aborted` when a signal comes first. */
export async function raceSignal<T>(
  promise: Promise<T>,
  signals: readonly AbortSignal[],
): Promise<T | 'aborted'> {
  const { promise: aborted, resolve } = deferred<'aborted'>();
  const onAbort = () => {
    resolve('aborted');
  };
  for (const signal of signals) {
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
  }
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', onAbort);
  }
}
