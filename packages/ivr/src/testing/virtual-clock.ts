import type { Timer } from '@org/3cx-core';
import type { CollectingClock } from '../dtmf/collect-options';

/** Time that passes only when told to, and then in the order in which timers are due. */
export class VirtualClock implements CollectingClock {
  #now = 1_000;
  readonly #timers = new Set<{ readonly at: number; readonly fn: () => void }>();

  readonly now = (): number => this.#now;

  after(ms: number, fn: () => void): Timer {
    const timer = { at: this.#now + ms, fn };
    this.#timers.add(timer);
    return {
      cancel: () => {
        this.#timers.delete(timer);
      },
    };
  }

  /** Timers that are set and not yet fired or cancelled. */
  get openTimers(): number {
    return this.#timers.size;
  }

  /** Lets `ms` pass. After each timer, everything that follows from it happens before the next one fires. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await everythingSettled();
    for (let next = this.#earliest(until); next; next = this.#earliest(until)) {
      this.#fire(next);
      await everythingSettled();
    }
    this.#now = until;
  }

  /** As `advance`, for what is set now, but without letting anything happen in between: a blocked process. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** Fires the timers due at this very instant, and returns before their consequences. */
  fireDue(): void {
    for (const timer of [...this.#timers]) if (timer.at <= this.#now) this.#fire(timer);
  }

  #earliest(until: number) {
    return [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }

  #fire(timer: { readonly at: number; readonly fn: () => void }): void {
    this.#timers.delete(timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.fn();
  }
}

/** Resolves when every promise callback that can run has run. */
export async function everythingSettled(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
