/**
 * Aborts at the first Ctrl-C, SIGTERM or closed terminal. Repeats change nothing:
 * npm hands a terminal's Ctrl-C on a second time, and stopping is bounded anyway.
 */
export function stopRequest(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      controller.abort();
    });
  }
  return controller.signal;
}
