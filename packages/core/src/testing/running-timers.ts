/**
 * Counts the timers that code under test has set and that have neither run nor been
 * cleared; those inside Node (its HTTP client's) don't count. `restore` ends it.
 */
export function countTimers(): { readonly running: () => number; readonly restore: () => void } {
  const running = new Set<unknown>();
  const original = { setTimeout, setInterval, clearTimeout, clearInterval };
  const forget =
    (clear: (handle?: NodeJS.Timeout | string | number) => void) => (handle?: NodeJS.Timeout) => {
      running.delete(handle);
      clear(handle);
    };
  Object.assign(globalThis, {
    setTimeout: (run: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
      const handle = original.setTimeout(() => {
        running.delete(handle);
        run(...values);
      }, ms);
      running.add(handle);
      return handle;
    },
    setInterval: (run: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
      const handle = original.setInterval(run, ms, ...values);
      running.add(handle);
      return handle;
    },
    clearTimeout: forget(original.clearTimeout),
    clearInterval: forget(original.clearInterval),
  });
  return { running: () => running.size, restore: () => Object.assign(globalThis, original) };
}
