import type { Clock } from './clock';

interface Timer {
  readonly due: number;
  /** Timers due at the same instant run in the order they were set. */
  readonly order: number;
  readonly action: () => void;
}

/** A clock that stands still until it is moved. Timers run in the order they are due, each at its own instant. */
export class VirtualClock implements Clock {
  readonly #startsAt: number;
  readonly #timers = new Set<Timer>();
  #now = 0;
  #set = 0;

  /** @param startsAt the wall clock when `now()` is 0. */
  constructor(startsAt: Date) {
    this.#startsAt = startsAt.getTime();
  }

  now(): number {
    return this.#now;
  }

  date(): Date {
    return new Date(this.#startsAt + this.#now);
  }

  after(ms: number, action: () => void): () => void {
    this.#set += 1;
    const timer = { due: this.#now + Math.max(0, ms), order: this.#set, action };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** When the next timer is due; undefined when none is set. */
  get nextDue(): number | undefined {
    return this.#next()?.due;
  }

  /**
   * Moves to `instant` and runs the timers that were due there. Does nothing about
   * timers due before it: go to each in turn.
   */
  moveTo(instant: number): void {
    this.#now = Math.max(this.#now, instant);
    const last = this.#set;
    for (let next = this.#next(); next && next.due <= this.#now && next.order <= last; next = this.#next()) {
      this.#timers.delete(next);
      next.action();
    }
  }

  #next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      const earlier =
        !first || timer.due < first.due || (timer.due === first.due && timer.order < first.order);
      if (earlier) first = timer;
    }
    return first;
  }
}
