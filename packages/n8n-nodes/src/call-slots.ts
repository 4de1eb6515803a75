import type { Call } from '@org/3cx-core';

/** What became of a call that asked for a place: it has one, or waiting for it came to an end. */
export type Place = 'taken' | 'given-up';

interface Waiting {
  readonly call: Call;
  resolve(place: Place): void;
}

/** The places for calls that are handled at a time; a call has its place until it ends. */
export class CallSlots {
  #taken = 0;
  readonly #waiting: Waiting[] = [];

  /** @param most - 0 for no limit */
  constructor(private readonly most: number) {}

  /** Takes a place if one is free. */
  tryTake(call: Call): boolean {
    if (this.most > 0 && this.#taken >= this.most) return false;
    this.#take(call);
    return true;
  }

  /** Waits for a place, first come first served; given up when the call ends or `giveUp` settles. */
  async wait(call: Call, giveUp: Promise<unknown>): Promise<Place> {
    if (this.tryTake(call)) return 'taken';
    return new Promise((resolve) => {
      const waiting: Waiting = { call, resolve };
      this.#waiting.push(waiting);
      const leave = (): void => {
        const at = this.#waiting.indexOf(waiting);
        if (at < 0) return;
        this.#waiting.splice(at, 1);
        resolve('given-up');
      };
      void call.ended.then(leave);
      giveUp.then(leave, leave);
    });
  }

  #take(call: Call): void {
    this.#taken += 1;
    void call.ended.then(() => {
      this.#taken -= 1;
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#take(next.call);
      next.resolve('taken');
    });
  }
}
