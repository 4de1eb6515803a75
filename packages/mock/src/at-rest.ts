const { setImmediate: nextTurn, setTimeout: later } = globalThis;

/** Turns of the event loop without any sign of life after which nothing is taken to be under way. */
const quietTurns = 12;
/** A request to the system that is not answered for this long is taken to be stuck, and no longer waited for. */
const patienceMs = 1000;

/** Requests this process has made of the system and not had answered: connecting, writing, reading files… */
const underway = /Req|ConnectWrap|WriteWrap|ShutdownWrap/;

/**
 * Makes a function that resolves when everything under way over sockets in this
 * process has come to rest: no traffic for some turns of the event loop, and nothing
 * asked of the system that is still to be answered. What passes between two sockets
 * of one process is there by the next turn.
 * @param traffic a count that grows with everything that passes.
 */
export function restDetector(traffic: () => number): () => Promise<void> {
  let stuck = 0;
  return async () => {
    let seen = traffic();
    let waitedMs = 0;
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      await new Promise((resolve) => nextTurn(resolve));
      const now = traffic();
      const pending = process.getActiveResourcesInfo().filter((kind) => underway.test(kind)).length;
      stuck = Math.min(stuck, pending);
      if (now !== seen) {
        quiet = 0;
        waitedMs = 0;
      } else if (pending > stuck) {
        quiet = 0;
        waitedMs += 1;
        await new Promise((resolve) => later(resolve, 1));
        if (waitedMs >= patienceMs) stuck = pending;
      }
      seen = now;
    }
  };
}
