import { DigitsClaimedError } from '../errors';
import type { DigitBuffer, DigitClaim, DtmfKey, KeyPress } from './dtmf-buffer';

/** Keys kept while nobody listens; the oldest go first. */
const MAX_KEYS = 30;
/** A key older than this no longer answers anything. */
const MAX_AGE_MS = 10_000;

const KEYS: ReadonlySet<string> = new Set('0123456789*#ABCD');

function isKey(character: string): character is DtmfKey {
  return KEYS.has(character);
}

/**
 * The type-ahead buffer of one call (B.4, rows 14, 15, 20, 21): a message of
 * several characters is several presses at one time, and characters that are no
 * telephone keys are dropped and counted.
 */
export class TypeAheadBuffer implements DigitBuffer {
  private waiting: KeyPress[] = [];
  private listener: ((press: KeyPress) => void) | undefined;
  private swallow: { readonly keys: ReadonlySet<DtmfKey>; readonly until: number } | undefined;
  /** Characters that arrived as keys and are none. */
  dropped = 0;

  constructor(private readonly now: () => number) {}

  get size(): number {
    this.forgetOld();
    return this.waiting.length;
  }

  /** Takes in the keys of one message; returns those that are keys. */
  press(digits: string): DtmfKey[] {
    const at = this.now();
    const keys = Array.from(digits.toUpperCase()).filter(isKey);
    this.dropped += digits.length - keys.length;
    for (const key of keys) {
      if (this.swallows(key, at)) continue;
      if (this.listener === undefined) this.wait({ key, at });
      else this.listener({ key, at });
    }
    return keys;
  }

  claim(onKey: (press: KeyPress) => void): DigitClaim {
    if (this.listener !== undefined) {
      throw new DigitsClaimedError(
        'Another step is already collecting digits on this call: let it finish first.',
      );
    }
    this.forgetOld();
    const buffered = this.waiting;
    this.waiting = [];
    this.listener = onKey;
    let released = false;
    return {
      buffered,
      release: ({ leftover = [], swallow } = {}) => {
        if (released) return;
        released = true;
        this.listener = undefined;
        this.waiting = [...leftover, ...this.waiting].slice(-MAX_KEYS);
        this.swallow =
          swallow === undefined ? undefined : { keys: swallow.keys, until: this.now() + swallow.forMs };
      },
    };
  }

  clear(): number {
    const count = this.waiting.length;
    this.waiting = [];
    return count;
  }

  private wait(press: KeyPress): void {
    this.forgetOld();
    this.waiting.push(press);
    if (this.waiting.length > MAX_KEYS) this.waiting.shift();
  }

  private swallows(key: DtmfKey, at: number): boolean {
    if (this.swallow === undefined) return false;
    const { keys, until } = this.swallow;
    // One key only, and only the very next: anything else means the caller has moved on.
    this.swallow = undefined;
    return at <= until && keys.has(key);
  }

  private forgetOld(): void {
    const oldest = this.now() - MAX_AGE_MS;
    this.waiting = this.waiting.filter(({ at }) => at >= oldest);
  }
}
