/** Time as the pacer needs it; replaced in tests. */
export interface PacerClock {
  /** Monotonic milliseconds. */
  now(): number;
  /** Calls `tick` about every `intervalMs` until the returned function is called. */
  every(intervalMs: number, tick: () => void): () => void;
}

/** The clock and timer of the JavaScript runtime. */
export const systemPacerClock: PacerClock = {
  now: () => performance.now(),
  every: (intervalMs, tick) => {
    const timer = setInterval(tick, intervalMs);
    return () => {
      clearInterval(timer);
    };
  },
};
