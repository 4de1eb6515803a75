import type { Call } from '@org/3cx-core';

interface Record {
  acting: number;
  lastActedAt: number;
  handedOver: boolean;
}

/** What the steps of workflows are doing with the calls of this process. */
export class CallSteps {
  readonly #records = new WeakMap<Call, Record>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Runs a step on a call; until it settles, the call counts as acted on. */
  async during<T>(call: Call, step: () => Promise<T>): Promise<T> {
    const record = this.#record(call);
    record.acting += 1;
    try {
      return await step();
    } finally {
      record.acting -= 1;
      record.lastActedAt = this.#now();
    }
  }

  /** Notes that the call has been passed on, so that it is not ours to end any more. */
  handOver(call: Call): void {
    this.#record(call).handedOver = true;
  }

  isHandedOver(call: Call): boolean {
    return this.#record(call).handedOver;
  }

  /** Since when no step has acted on the call, in milliseconds of the clock; undefined while one does. */
  idleSince(call: Call): number | undefined {
    const record = this.#record(call);
    return record.acting > 0 ? undefined : record.lastActedAt;
  }

  #record(call: Call): Record {
    const known = this.#records.get(call);
    if (known !== undefined) return known;
    const record: Record = { acting: 0, lastActedAt: this.#now(), handedOver: false };
    this.#records.set(call, record);
    return record;
  }
}

/** One for the process: the Receiver's guard must see what Call Control does. */
export const callSteps = new CallSteps();
