import { chanceOf } from './seeded-random';

export interface Likelihood {
  /** 0 to 1. Default 1. */
  readonly probability?: number | undefined;
  /** How often at most; without it there is no limit. */
  readonly count?: number | undefined;
  readonly seed: number;
}

/**
 * Decides when a fault strikes. A decision depends on the seed, the fault, its subject (an event of a
 * participant, a path…) and how often that subject has come up, never on the clock or on other
 * subjects in between: the same traffic meets the same faults.
 */
export class Rule {
  readonly #name: string;
  readonly #probability: number;
  readonly #seed: number;
  readonly #occurrences = new Map<string, number>();
  #left: number;
  #injected = 0;

  constructor(name: string, { probability = 1, count = Infinity, seed }: Likelihood) {
    this.#name = name;
    this.#probability = probability;
    this.#seed = seed;
    this.#left = count;
  }

  /** Whether the fault strikes `subject` this time. */
  strikes(subject: string): boolean {
    if (this.#left === 0) return false;
    const nth = (this.#occurrences.get(subject) ?? 0) + 1;
    this.#occurrences.set(subject, nth);
    if (this.#probability < 1 && chanceOf(this.#seed, this.#key(subject, nth)) >= this.#probability) {
      return false;
    }
    this.#left -= 1;
    this.#injected += 1;
    return true;
  }

  /** A whole number from 0 to `most` for the subject that was just struck. */
  amount(subject: string, most: number): number {
    const key = `${this.#key(subject, this.#occurrences.get(subject) ?? 0)} amount`;
    return Math.floor(chanceOf(this.#seed, key) * (most + 1));
  }

  /** How often it has struck, and how often it still may (null: without limit). */
  toJSON(): { readonly injected: number; readonly left: number | null } {
    return { injected: this.#injected, left: Number.isFinite(this.#left) ? this.#left : null };
  }

  #key(subject: string, nth: number): string {
    return `${this.#name} ${subject} ${nth}`;
  }
}
