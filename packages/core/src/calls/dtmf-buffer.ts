/** The twelve keys of a telephone and the four of RFC 4733 that only special devices have. */
export type DtmfKey =
  '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#' | 'A' | 'B' | 'C' | 'D';

/** One key press. */
export interface KeyPress {
  readonly key: DtmfKey;
  /** When it reached us: milliseconds of the monotonic clock the buffer was made with. */
  readonly at: number;
}

/** Keys that were pressed while no step was listening (type-ahead), oldest first. */
export interface DigitBuffer {
  /** How many keys are waiting. */
  readonly size: number;
  /**
   * Takes the waiting keys and every later one until released. One claim at a
   * time: a dialogue asks one question at once.
   * @throws DigitsClaimedError when another step is already listening
   */
  claim(onKey: (press: KeyPress) => void): DigitClaim;
  /** Drops the waiting keys and returns how many there were. */
  clear(): number;
}

/** Exclusive hold on the keys of a call; whoever takes it releases it. */
export interface DigitClaim {
  /** The keys that were waiting when the claim was taken, too old ones left out. */
  readonly buffered: readonly KeyPress[];
  /**
   * Ends the claim and puts `leftover` back, in front of what comes next.
   * `swallow` names keys to drop once if they arrive in the next `forMs`
   * milliseconds: the `#` a caller adds after the last digit (B.4, row 9).
   */
  release(options?: {
    readonly leftover?: readonly KeyPress[];
    readonly swallow?: { readonly keys: ReadonlySet<DtmfKey>; readonly forMs: number };
  }): void;
}
