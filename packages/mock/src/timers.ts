import { systemClock } from './clock';
import type { Clock } from './clock';

/** Owns every timer of one mock, so that disposing the mock ends them all. */
export class Timers {
  readonly #clock: Clock;
  readonly #cancels = new Set<() => void>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  /** Runs `action` once, `ms` milliseconds from now, unless the returned function is called first. */
  after(ms: number, action: () => void): () => void {
    const stop = this.#clock.after(ms, () => {
      this.#cancels.delete(cancel);
      action();
    });
    const cancel = (): void => {
      stop();
      this.#cancels.delete(cancel);
    };
    this.#cancels.add(cancel);
    return cancel;
  }

  /** Runs `action` every `ms` milliseconds until the returned function is called. */
  every(ms: number, action: () => void): () => void {
    let stop = (): void => undefined;
    let due = this.#clock.now();
    const next = (): void => {
      // Keeps the beat, but does not make up for beats missed while the process stood still.
      const now = this.#clock.now();
      due = Math.max(due + ms, now);
      stop = this.#clock.after(due - now, () => {
        next();
        action();
      });
    };
    const cancel = (): void => {
      stop();
      this.#cancels.delete(cancel);
    };
    this.#cancels.add(cancel);
    next();
    return cancel;
  }

  /** How many timers are running. */
  get size(): number {
    return this.#cancels.size;
  }

  dispose(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels.clear();
  }
}
