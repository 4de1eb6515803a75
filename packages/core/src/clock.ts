export interface Timer {
  cancel(): void;
}

/** Time, so that tests can be its master. */
export interface Clock {
  /** Monotonic milliseconds: differences only, untouched by wall-clock jumps. */
  now(): number;
  /** The wall clock, for timestamps people read. */
  date(): Date;
  after(ms: number, run: () => void): Timer;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return {
      cancel() {
        clearTimeout(timer);
      },
    };
  },
};
