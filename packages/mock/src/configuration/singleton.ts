/** One record of settings; a change makes a new one. */
export class Singleton<T extends object> {
  readonly #changed: (before: T, after: T) => void;
  readonly #check: (value: T) => void;
  #value: T;

  constructor(value: T, check: (value: T) => void, changed: (before: T, after: T) => void) {
    this.#check = check;
    this.#changed = changed;
    check(value);
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  /** @throws ConfigurationError */
  change(change: Partial<T>): T {
    const before = this.#value;
    const after = { ...before, ...change };
    this.#check(after);
    this.#value = after;
    this.#changed(before, after);
    return after;
  }
}
