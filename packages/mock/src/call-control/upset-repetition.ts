import type { Leg } from '../switch/leg';
import type { Timers } from '../timers';

/** Repeats Upset while a participant is Dialing or Ringing (3CX facts 7.4). */
export class UpsetRepetition {
  readonly #timers: Timers;
  readonly #periodMs: number;
  readonly #repeat: (leg: Leg) => void;
  readonly #running = new Map<Leg, () => void>();

  constructor(timers: Timers, periodMs: number, repeat: (leg: Leg) => void) {
    this.#timers = timers;
    this.#periodMs = periodMs;
    this.#repeat = repeat;
  }

  changed(leg: Leg): void {
    if (leg.status === 'Connected') {
      this.removed(leg);
    } else if (!this.#running.has(leg)) {
      const stop = this.#timers.every(this.#periodMs, () => {
        this.#repeat(leg);
      });
      this.#running.set(leg, stop);
    }
  }

  removed(leg: Leg): void {
    this.#running.get(leg)?.();
    this.#running.delete(leg);
  }
}
