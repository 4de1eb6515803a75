/** What a phone does when it is rung. */
export interface PhoneBehaviour {
  /**
   * `auto` answers and `reject` declines after `afterMs`; `never` lets it ring; `busy` refuses at once;
   * `manual` rings until someone says what it does.
   */
  readonly answer: 'auto' | 'never' | 'busy' | 'reject' | 'manual';
  /** Milliseconds. */
  readonly afterMs: number;
  /** An extension that is not registered has no device and can't be rung. */
  readonly registered: boolean;
}

/** How each phone behaves, inside (by extension) and outside (by number). */
export class Phones {
  readonly #behaviours = new Map<string, PhoneBehaviour>();
  readonly #byDefault: PhoneBehaviour;

  constructor(answerAfterMs: number) {
    this.#byDefault = { answer: 'auto', afterMs: answerAfterMs, registered: true };
  }

  of(number: string): PhoneBehaviour {
    return this.#behaviours.get(number) ?? this.#byDefault;
  }

  set(number: string, change: Partial<PhoneBehaviour>): PhoneBehaviour {
    const behaviour = { ...this.of(number), ...change };
    this.#behaviours.set(number, behaviour);
    return behaviour;
  }
}
