import type { DtmfKey, KeyPress } from '@org/3cx-core';
import type { NoMatchReason } from './collect-result';

/** The rules of one collection: checked options, times in milliseconds. */
export interface CollectorRules {
  readonly minDigits: number;
  readonly maxDigits: number;
  /** 0: no such timer. */
  readonly firstDigitTimeoutMs: number;
  readonly interDigitTimeoutMs: number;
  readonly finalDigitTimeoutMs: number;
  readonly maxDurationMs: number;
  readonly terminators: ReadonlySet<DtmfKey>;
  readonly validDigits: ReadonlySet<DtmfKey>;
  readonly bargeIn: boolean;
  readonly attempts: number;
  readonly hasPrompt: boolean;
}

/** What the collector is told. Times are those of one monotonic clock. */
export type CollectorEvent =
  | { readonly kind: 'key'; readonly press: KeyPress }
  /** The prompt of this attempt has been heard to its end. */
  | { readonly kind: 'promptEnded'; readonly at: number; readonly attempt: number }
  /** It is `dueAt`, and no key of that time or earlier is still to come. */
  | { readonly kind: 'timer'; readonly dueAt: number }
  | { readonly kind: 'callEnded' };

/** What the collector wants done. Timers aren't effects: see `nextDue`. */
export type CollectorEffect =
  | { readonly kind: 'playPrompt'; readonly attempt: number }
  | { readonly kind: 'stopPrompt' }
  /** The outcome stands. Keys handed in before the claim is released are sorted into leftover or flushed. */
  | { readonly kind: 'finish' };

/** One key of the entry, and whether it had been waiting in the buffer. */
export interface EnteredKey {
  readonly key: DtmfKey;
  readonly typedAhead: boolean;
}

/** `at` is the time of the event that settled it, not when that event was processed. */
export type CollectorOutcome =
  | {
      readonly kind: 'match';
      readonly at: number;
      readonly entry: readonly EnteredKey[];
      readonly terminator: EnteredKey | undefined;
    }
  | { readonly kind: 'noInput' }
  | { readonly kind: 'noMatch'; readonly reason: NoMatchReason }
  | { readonly kind: 'callEnded'; readonly entry: readonly EnteredKey[] };

/** `prompting`: no timer runs. `listening`: timers run. `finished`: `outcome` is set and stays. */
export type CollectorPhase =
  | { readonly kind: 'prompting' }
  | { readonly kind: 'listening' }
  | { readonly kind: 'finished'; readonly outcome: CollectorOutcome };

export interface CollectorState {
  readonly rules: CollectorRules;
  readonly phase: CollectorPhase;
  readonly startedAt: number;
  /** Attempts begun. */
  readonly attempt: number;
  /** The keys of this attempt so far, invalid ones among them. */
  readonly entry: readonly EnteredKey[];
  /** When the first-, inter- or final-digit timer expires. */
  readonly digitDueAt: number | undefined;
  /** When this attempt has lasted `maxDurationMs`. */
  readonly capDueAt: number | undefined;
  readonly ignoredDigits: number;
  readonly flushedDigits: number;
  /** Keys pressed no later than this belonged to an attempt that has failed. */
  readonly flushedUntil: number;
  /** A terminator that comes next, and no later than this, is dropped. */
  readonly swallowUntil: number | undefined;
  /** Keys to put back, oldest first. */
  readonly leftover: readonly KeyPress[];
}

/** When the collector next wants a `timer` event, if it does. */
export function nextDue({ digitDueAt, capDueAt }: CollectorState): number | undefined {
  if (digitDueAt === undefined) return capDueAt;
  return capDueAt === undefined ? digitDueAt : Math.min(digitDueAt, capDueAt);
}
