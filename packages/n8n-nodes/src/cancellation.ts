/**
 * Waits for `work`, but no longer than until `signal` aborts. For work that takes
 * no signal itself: it goes on, its result is dropped.
 * @throws the reason of `signal`
 */
export async function untilCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let stop: (() => void) | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('The execution was stopped'));
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
