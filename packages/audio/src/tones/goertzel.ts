/** The energy of one frequency in a block of samples, found without a whole transform. */
export class Goertzel {
  readonly #coefficient: number;
  readonly #size: number;

  constructor(hertz: number, sampleRate: number, size: number) {
    this.#coefficient = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate);
    this.#size = size;
  }

  /**
   * Share of `block`'s mean square that lies at this frequency: a pure sine gives its own
   * mean square, whatever its phase (within the leakage of a block that short).
   */
  power(block: Float64Array): number {
    let last = 0;
    let before = 0;
    for (const sample of block) {
      const now = sample + this.#coefficient * last - before;
      before = last;
      last = now;
    }
    const squared = last * last + before * before - this.#coefficient * last * before;
    return (2 * squared) / (this.#size * this.#size);
  }
}
