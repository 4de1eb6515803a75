import type { Frame } from '../socket/frames';

/** Events arrive at most so many places out of order; a number further back begins a new count. */
const REORDERED_BY = 50;

/**
 * Follows the numbers of the messages on one connection: which are missing, and which
 * key presses have come twice. A kernel without a clock. Only hints follow from it, as
 * what the numbers promise is not documented (3CX facts 7.2).
 */
export class SequenceWatch {
  private last: number | undefined;
  private beganAgain = false;
  private readonly missing = new Set<number>();
  private readonly presses = new Set<string>();

  /** Whether messages are missing that have not come late. */
  get hasGap(): boolean {
    return this.beganAgain || this.missing.size > 0;
  }

  /** A new connection counts by itself. */
  reset(): void {
    this.last = undefined;
    this.beganAgain = false;
    this.missing.clear();
    this.presses.clear();
  }

  /** Takes note of a message. @returns true when it shows that others before it are missing */
  note({ sequence }: Frame): boolean {
    if (sequence === undefined) return false;
    const { last } = this;
    if (last === undefined || sequence === last + 1) {
      this.last = sequence;
      return false;
    }
    if (sequence > last) {
      this.last = sequence;
      for (let number = Math.max(last + 1, sequence - REORDERED_BY); number < sequence; number += 1)
        this.missing.add(number);
      return true;
    }
    if (sequence >= last - REORDERED_BY && sequence > 0) {
      this.missing.delete(sequence);
      return false;
    }
    this.missing.clear();
    this.last = sequence;
    this.beganAgain = true;
    return true;
  }

  /** The missing ones won't come: they are made up for otherwise. */
  forgetGap(): void {
    this.beganAgain = false;
    this.missing.clear();
  }

  /**
   * Whether these keys have come before in the same message. Only a repetition is
   * told by number, participant and keys alike: the same key pressed twice has two numbers.
   */
  isRepeatedPress(frame: Extract<Frame, { kind: 'dtmf' }>): boolean {
    if (frame.sequence === undefined) return false;
    const press = `${String(frame.sequence)}/${frame.dn}/${String(frame.id)}/${frame.digits}`;
    if (this.presses.has(press)) return true;
    this.presses.add(press);
    const [oldest] = this.presses;
    if (this.presses.size > REORDERED_BY && oldest !== undefined) this.presses.delete(oldest);
    return false;
  }
}
