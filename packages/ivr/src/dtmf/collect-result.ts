import type { DtmfKey } from '@org/3cx-core';
import type { CollectValidationError } from './collect-errors';

/** `mixed`: some keys had been waiting in the type-ahead buffer, others were pressed during the step. */
export type DigitSource = 'live' | 'type-ahead' | 'mixed';

/**
 * Why an entry was refused. `too-short`: a terminator or the inter-digit timeout
 * came before `minDigits`. `invalid-digit`: a key outside `validDigits` was in it.
 * `too-slow`: `maxDurationMs` passed before `minDigits`. `no-terminator`: it had to end
 * with a terminator and didn't. `validation`: it doesn't fit `pattern`, or `validate` said no.
 */
export type NoMatchReason = 'too-short' | 'invalid-digit' | 'too-slow' | 'no-terminator' | 'validation';

/**
 * What made keys be dropped: `preflush` is `typeAhead: 'clear'`, `prompt` the end of a
 * prompt that can't be interrupted, `recording` that of a recording, `transfer` one that nobody took, `gap` an attempt begun again after the connection
 * had been lost.
 */
export type FlushReason =
  | 'preflush'
  | 'prompt'
  | 'noInput'
  | 'noMatch'
  | 'recording'
  | 'transfer'
  | 'gap'
  | 'error'
  | 'callEnded'
  | 'abort';

/** Keys of the caller were dropped, and how many; never which. */
export interface BufferCleared {
  readonly reason: FlushReason;
  /** At least 1. */
  readonly count: number;
}

/** Numbers of attempts, or of failed ones. */
export interface AttemptCounts {
  readonly noInput: number;
  readonly noMatch: number;
  readonly total: number;
}

/** What every result tells. */
export interface CollectCounts {
  /** Attempts begun, the first one included. */
  readonly attempts: number;
  /**
   * Keys passed over: pressed before or during a prompt that can't be interrupted (or, with
   * `bargeIn: 'valid-only'`, not by such a key), or invalid with `onInvalidDigit: 'ignore'`.
   */
  readonly ignoredDigits: number;
  /**
   * Keys dropped by rule: those of attempts that failed, those cleared on entry
   * (`typeAhead: 'clear'`), and a terminator that came just after a match made without it.
   */
  readonly flushedDigits: number;
  /**
   * Whether the connection to the PBX was lost and came back during the step: keys pressed
   * meanwhile are gone. False where the step isn't told (`connection$`).
   */
  readonly gap: boolean;
}

/**
 * A complete entry. `digits` is an ordinary property, and `JSON.stringify` keeps
 * it, because the result is data for a workflow. `console.log`, `util.inspect` and
 * string conversion do not show it: whoever logs the JSON logs the digits.
 */
export interface CollectMatch extends CollectCounts {
  readonly kind: 'match';
  /** The value, without the terminator. Empty only with `minDigits: 0`. */
  readonly digits: string;
  /** The key that ended the entry, if one did. */
  readonly terminator?: DtmfKey;
  readonly source: DigitSource;
  /** From the start of the step to the match, prompts and failed attempts included. Milliseconds. */
  readonly durationMs: number;
}

/** Nothing was pressed in time, and there was but one attempt. */
export interface CollectNoInput extends CollectCounts {
  readonly kind: 'noInput';
}

/** Something was pressed that does not make an entry, and there was but one attempt. */
export interface CollectNoMatch extends CollectCounts {
  readonly kind: 'noMatch';
  readonly reason: NoMatchReason;
}

/** Several attempts have failed. */
export interface CollectFailed extends CollectCounts {
  readonly kind: 'failed';
  /** Why the last of them did. */
  readonly reason: 'noInput' | NoMatchReason;
  /** How many attempts failed in which way. */
  readonly counts: AttemptCounts;
}

/** The call ended first. `partialDigits` is hidden from logs as {@link CollectMatch} says. */
export interface CollectCallEnded extends CollectCounts {
  readonly kind: 'callEnded';
  /** What had been keyed in the attempt then running; often empty. */
  readonly partialDigits: string;
}

/** `validate` threw or took too long, or `pattern` did. No attempt is counted as failed for it. */
export interface CollectError extends CollectCounts {
  readonly kind: 'error';
  readonly error: CollectValidationError;
}

/** How a collection ended: a union to switch over by `kind`. */
export type CollectResult =
  CollectMatch | CollectNoInput | CollectNoMatch | CollectFailed | CollectCallEnded | CollectError;
