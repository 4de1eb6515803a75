/** What an actor expected did not come true. */
export class UnmetExpectation extends Error {
  override readonly name = 'UnmetExpectation';
  /** What was expected, in words. */
  readonly expected: string;
  /** What was found instead. */
  readonly found: string;

  constructor(expected: string, found: string) {
    super(`expected ${expected}; ${found}`);
    this.expected = expected;
    this.found = found;
  }
}
