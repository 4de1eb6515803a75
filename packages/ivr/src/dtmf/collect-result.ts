import type { DtmfKey } from '@org/3cx-core';

/** `mixed`: some keys had been waiting in the type-ahead buffer, others were pressed during the step. */
export type DigitSource = 'live' | 'type-ahead' | 'mixed';

/**
 * Why an entry was refused. `too-short`: a terminator or the inter-digit timeout
 * came before `minDigits`. `invalid-digit`: a key outside `validDigits` was in it.
 * `too-slow`: `maxDurationMs` passed before `minDigits`.
 */
export type NoMatchReason = 'too-short' | 'invalid-digit' | 'too-slow';

/** What every result tells. */
export interface CollectCounts {
  /** Attempts begun, the first one included. */
  readonly attempts: number;
  /** Keys discarded because the prompt could not be interrupted: pressed before or during it. */
  readonly ignoredDigits: number;
  /**
   * Keys dropped by rule: those of attempts that failed, those cleared on entry
   * (`typeAhead: 'clear'`), and a terminator that came just after a match made without it.
   */
  readonly flushedDigits: number;
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

/** Nothing was pressed in time. */
export interface CollectNoInput extends CollectCounts {
  readonly kind: 'noInput';
}

/** Something was pressed that does not make an entry; the reason is that of the last attempt. */
export interface CollectNoMatch extends CollectCounts {
  readonly kind: 'noMatch';
  readonly reason: NoMatchReason;
}

/** The call ended first. `partialDigits` is hidden from logs as {@link CollectMatch} says. */
export interface CollectCallEnded extends CollectCounts {
  readonly kind: 'callEnded';
  /** What had been keyed in the attempt then running; often empty. */
  readonly partialDigits: string;
}

/** How a collection ended: a union to switch over by `kind`. */
export type CollectResult = CollectMatch | CollectNoInput | CollectNoMatch | CollectCallEnded;
