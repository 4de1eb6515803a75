/** Time as one mock sees it: all its timers, pacing and timestamps run on this. */
export interface Clock {
  /** Monotonic, milliseconds: for differences only. */
  now(): number;
  /** The wall clock, for timestamps people read. */
  date(): Date;
  /** Runs `action` once, `ms` milliseconds from now, unless the returned function is called first. */
  after(ms: number, action: () => void): () => void;
}

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  after(ms, action) {
    const handle = setTimeout(action, ms);
    return () => {
      clearTimeout(handle);
    };
  },
};
