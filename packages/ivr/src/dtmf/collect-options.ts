import type { Clock, ConnectionState, PromptSource } from '@org/3cx-core';
import type { AttemptCounts, BufferCleared } from './collect-result';

/** What of a clock a step needs: monotonic time, so that setting the machine's clock has no effect on it. */
export type CollectingClock = Pick<Clock, 'now' | 'after'>;

/** One prompt, or several in a row. An empty list is silence. */
export type PromptList = PromptSource | readonly PromptSource[];

/** What is played on which occasion. */
export interface CollectPrompts {
  /** At the start of the first attempt. */
  readonly initial?: PromptList;
  /** At the start of every later attempt, after the error prompt. Default: as `initial`. */
  readonly retry?: PromptList;
  /**
   * Error prompts after silence: the first after the first time, and so on; the last one
   * stands for every time after. Default: none, so that only `retry` is played.
   */
  readonly noInput?: readonly PromptList[];
  /** Error prompts after an entry that was refused, likewise. */
  readonly noMatch?: readonly PromptList[];
}

/** The states of the connection to the PBX, as `PhoneSystem.connection$` tells them. */
export interface ConnectionStates {
  subscribe(next: (state: ConnectionState) => void): { unsubscribe(): void };
}

/** What to collect, and for how long (B.4). */
export interface CollectOptions {
  /**
   * `3cx` (default): the timers of 3CX's own call flow designer, and one count for failed
   * attempts of every kind. `voicexml`: an entry that is long enough is complete after
   * `interDigitTimeoutMs` too, and each kind has a count of its own besides the total.
   */
  readonly profile?: '3cx' | 'voicexml';
  /** Short for `prompts: { initial: prompt }`. Without any, the first-digit timer starts at once. */
  readonly prompt?: PromptSource;
  readonly prompts?: CollectPrompts;
  /** Reaching it ends the entry at once; keys beyond it stay in the type-ahead buffer. 1–128, default 1. */
  readonly maxDigits?: number;
  /** Fewest digits that make an entry. 0–`maxDigits`, default 1; 0 needs a terminator or a first-digit timeout. */
  readonly minDigits?: number;
  /**
   * Silence allowed after the prompt has been heard to its end. Milliseconds, default 5 000.
   * 0 waits for ever and is refused unless `maxDurationMs` is given.
   */
  readonly firstDigitTimeoutMs?: number;
  /** Silence allowed between keys while fewer than `minDigits` are there; then `too-short`. Default 3 000. */
  readonly interDigitTimeoutMs?: number;
  /**
   * Silence after which an entry of at least `minDigits` is taken as complete. Default 2 000;
   * with profile `voicexml`, as `interDigitTimeoutMs`.
   */
  readonly finalDigitTimeoutMs?: number;
  /** Keys that end the entry and aren't part of it. Default `#`; an empty string for none. */
  readonly terminators?: string;
  /** Whether only a terminator makes an entry complete; otherwise it is refused: `no-terminator`. Default false. */
  readonly requireTerminator?: boolean;
  /**
   * How long to wait for a terminator once `maxDigits` are there. Default 0: the entry is
   * complete then, and a terminator that comes within the next second is dropped. With
   * `requireTerminator` the default is 2 000, and 0 is refused.
   */
  readonly termTimeoutMs?: number;
  /** Keys an entry may consist of, from `0-9 * # A-D`. Default `0123456789`. */
  readonly validDigits?: string;
  /**
   * `end` (default): an entry with another key in it is refused once it ends, which for
   * `maxDigits: 1` is at once. `ignore`: such a key is passed over and counted.
   */
  readonly onInvalidDigit?: 'end' | 'ignore';
  /**
   * What the whole entry has to look like, as a regular expression of keys, e.g. `4[0-9]{15}`:
   * keys, `.`, `\d`, classes, groups, `|` and quantifiers. Otherwise: `validation`.
   */
  readonly pattern?: string;
  /**
   * Asked once about each entry that is complete. False refuses it (`validation`). When it
   * throws, or takes longer than `validateTimeoutMs`, the step ends with `error`, and no
   * attempt is counted as failed. The signal is aborted when its answer no longer matters.
   */
  readonly validate?: (digits: string, signal: AbortSignal) => boolean | Promise<boolean>;
  /** Default 5 000. */
  readonly validateTimeoutMs?: number;
  /**
   * True (default): the first key stops the prompt and is the first of the entry.
   * `valid-only`: only a key of `validDigits` does, others are passed over meanwhile.
   * False: the prompt plays to its end, and keys pressed before or during it are discarded.
   */
  readonly bargeIn?: boolean | 'valid-only';
  /** `keep` (default): keys pressed before the step count. `clear`: they are dropped on entry. */
  readonly typeAhead?: 'keep' | 'clear';
  /**
   * Cap on one attempt, from the moment its first timer starts: at the end of the
   * prompt, or at the first key. An entry that is long enough by then is a match. Default 60 000.
   */
  readonly maxDurationMs?: number;
  /**
   * How many attempts the caller has, the first one included: 1 is no retry. 1–100, default 3.
   * A number is the total. `noInput` and `noMatch` bound the attempts that may fail in that
   * way, and count with profile `voicexml` only.
   */
  readonly attempts?: number | Partial<AttemptCounts>;
  /**
   * Tells the step when the connection to the PBX was lost and is back, so that it can allow
   * for keys it never saw: `phoneSystem.connection$`.
   */
  readonly connection$?: ConnectionStates;
  /**
   * What to do after such a gap. `restart` (default): begin the attempt again, prompt
   * included, without counting it twice. `continue`: go on with the keys that are there.
   */
  readonly onGap?: 'continue' | 'restart';
  /** Told whenever keys of the caller are dropped by rule; also by `abort`. */
  readonly onBufferCleared?: (event: BufferCleared) => void;
  /**
   * Whether inspection and string conversion hide the digits of the result. Default true;
   * false for what is no secret, like the choice in a menu.
   */
  readonly masked?: boolean;
  /** Aborting it ends the step: `collectDigits` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Must be the clock the call's key presses are stamped with. Default: the process's monotonic clock. */
  readonly clock?: CollectingClock;
}
