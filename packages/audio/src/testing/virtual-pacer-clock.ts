import type { PacerClock } from '../pacer-clock';

interface Timer {
  readonly intervalMs: number;
  readonly tick: () => void;
  dueAt: number;
}

/** Time that moves only when told to; timers fire as the runtime's do, also late and then in one go. */
export class VirtualPacerClock implements PacerClock {
  readonly #timers = new Set<Timer>();
  #now = 1_000_000;

  /** Timers that are running. */
  get timerCount(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  every(intervalMs: number, tick: () => void): () => void {
    const timer = { intervalMs, tick, dueAt: this.#now + intervalMs };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Lets time pass on a quiet machine: every timer fires when due. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let timer = this.#next(end); timer; timer = this.#next(end)) {
      this.#now = Math.max(this.#now, timer.dueAt);
      this.#fire(timer);
    }
    this.#now = end;
  }

  /** A busy event loop: time passes, nothing fires; what was due fires at the end, once. */
  stall(ms: number): void {
    this.#now += ms;
    for (let timer = this.#next(this.#now); timer; timer = this.#next(this.#now)) this.#fire(timer);
  }

  /** Goes to the next tick and makes it come `lateMs` late. */
  tick(lateMs = 0): void {
    const [timer] = [...this.#timers].sort((a, b) => a.dueAt - b.dueAt);
    if (timer) this.stall(Math.max(0, timer.dueAt - this.#now) + lateMs);
  }

  #next(until: number): Timer | undefined {
    return [...this.#timers].filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0];
  }

  #fire(timer: Timer): void {
    timer.dueAt = this.#now + timer.intervalMs;
    timer.tick();
  }
}
