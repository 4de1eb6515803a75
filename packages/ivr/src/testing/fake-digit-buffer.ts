import type { DigitBuffer, DigitClaim, DtmfKey, KeyPress } from '@org/3cx-core';
import type { VirtualClock } from './virtual-clock';

const CAPACITY = 30;
const MAX_AGE_MS = 10_000;

/** The type-ahead buffer as B.4 row 14 describes it, with a count of whatever it drops. */
export class FakeDigitBuffer implements DigitBuffer {
  #waiting: KeyPress[] = [];
  #listener: ((press: KeyPress) => void) | undefined;
  #swallow: { readonly keys: ReadonlySet<DtmfKey>; readonly until: number } | undefined;
  /** Keys dropped because the buffer was full or they had grown too old. */
  dropped = 0;
  /** Late terminators dropped because a step had asked for it. */
  swallowed = 0;

  constructor(private readonly clock: VirtualClock) {}

  get size(): number {
    return this.#waiting.length;
  }

  get waiting(): readonly KeyPress[] {
    return this.#waiting;
  }

  get claimed(): boolean {
    return this.#listener !== undefined;
  }

  press(press: KeyPress): void {
    const swallow = this.#swallow;
    this.#swallow = undefined;
    if (swallow?.keys.has(press.key) && press.at <= swallow.until) this.swallowed += 1;
    else if (this.#listener) this.#listener(press);
    else this.#keep([...this.#waiting, press]);
  }

  claim(onKey: (press: KeyPress) => void): DigitClaim {
    if (this.#listener) throw new Error('The keys of this call are claimed already');
    const oldest = this.clock.now() - MAX_AGE_MS;
    const buffered = this.#waiting.filter(({ at }) => at >= oldest);
    this.dropped += this.#waiting.length - buffered.length;
    this.#waiting = [];
    this.#listener = onKey;
    return {
      buffered,
      release: ({ leftover = [], swallow } = {}) => {
        if (this.#listener !== onKey) throw new Error('A claim is released once');
        this.#listener = undefined;
        this.#keep([...leftover, ...this.#waiting]);
        if (swallow) this.#swallow = { keys: swallow.keys, until: this.clock.now() + swallow.forMs };
      },
    };
  }

  clear(): number {
    const count = this.#waiting.length;
    this.#waiting = [];
    return count;
  }

  #keep(presses: readonly KeyPress[]): void {
    this.#waiting = presses.slice(-CAPACITY);
    this.dropped += presses.length - this.#waiting.length;
  }
}
