import type { DtmfKey, KeyPress, PromptSource } from '@org/3cx-core';
import type { AttemptCounts, FlushReason, NoMatchReason } from './collect-result';
import type { KeyPattern } from './key-pattern';

/** What is played on each occasion; an empty list is silence. */
export interface PromptPlan {
  readonly initial: readonly PromptSource[];
  readonly retry: readonly PromptSource[];
  /** By how many failures there have been; the last one stands for all counts above. */
  readonly noInput: readonly (readonly PromptSource[])[];
  readonly noMatch: readonly (readonly PromptSource[])[];
}

/** The rules of one collection: checked options, times in milliseconds. */
export interface CollectorRules {
  readonly minDigits: number;
  readonly maxDigits: number;
  /** 0: no such timer. */
  readonly firstDigitTimeoutMs: number;
  readonly interDigitTimeoutMs: number;
  readonly finalDigitTimeoutMs: number;
  /** 0: the entry ends with its last digit. */
  readonly termTimeoutMs: number;
  readonly maxDurationMs: number;
  readonly validateTimeoutMs: number;
  readonly terminators: ReadonlySet<DtmfKey>;
  readonly requireTerminator: boolean;
  readonly validDigits: ReadonlySet<DtmfKey>;
  readonly onInvalidDigit: 'end' | 'ignore';
  readonly bargeIn: boolean | 'valid-only';
  readonly onGap: 'continue' | 'restart';
  /** Whether each kind of failure has a counter of its own besides the total. */
  readonly ownCounters: boolean;
  readonly attempts: AttemptCounts;
  readonly prompts: PromptPlan;
  readonly pattern: KeyPattern | undefined;
  /** Whether the application has its say on an entry. */
  readonly validates: boolean;
}

/** What the collector is told. Times are those of one monotonic clock. */
export type CollectorEvent =
  | { readonly kind: 'key'; readonly press: KeyPress }
  /** The prompts of this run have been heard to their end. */
  | { readonly kind: 'promptsEnded'; readonly at: number; readonly run: number }
  /** It is `dueAt`, and no key of that time or earlier is still to come. */
  | { readonly kind: 'timer'; readonly dueAt: number }
  | {
      readonly kind: 'validated';
      readonly at: number;
      readonly attempt: number;
      readonly verdict: Verdict;
    }
  /** The connection to the PBX is back after having been lost: keys may be missing. */
  | { readonly kind: 'gap'; readonly at: number }
  | { readonly kind: 'callEnded'; readonly at: number };

export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'failed'; readonly cause: unknown };

/** What the collector wants done. Timers aren't effects: see `nextDue`. */
export type CollectorEffect =
  /** Ends the run before, if that still plays. */
  | { readonly kind: 'play'; readonly run: number; readonly prompts: readonly PromptSource[] }
  | { readonly kind: 'stopPrompts' }
  | { readonly kind: 'validate'; readonly attempt: number; readonly digits: string }
  | { readonly kind: 'cleared'; readonly reason: FlushReason; readonly count: number }
  /** The outcome stands. Keys handed in before the claim is released are sorted into leftover or flushed. */
  | { readonly kind: 'finish' };

/** One key of the entry, and whether it had been waiting in the buffer. */
export interface EnteredKey {
  readonly key: DtmfKey;
  readonly typedAhead: boolean;
}

export type CollectorFailure =
  { readonly kind: 'noInput' } | { readonly kind: 'noMatch'; readonly reason: NoMatchReason };

/** `at` is the time of the event that settled it, not when that event was processed. */
export type CollectorOutcome =
  | {
      readonly kind: 'match';
      readonly at: number;
      readonly entry: readonly EnteredKey[];
      readonly terminator: EnteredKey | undefined;
    }
  | CollectorFailure
  /** The last attempt of several has failed. */
  | { readonly kind: 'failed'; readonly reason: 'noInput' | NoMatchReason }
  | { readonly kind: 'callEnded'; readonly entry: readonly EnteredKey[] }
  /** The entry could not be checked; `timeout`: not in time. */
  | { readonly kind: 'error'; readonly cause: unknown; readonly timeout: boolean };

/**
 * `prompting`: no timer runs, `discarded` keys have been pressed in vain. `listening`:
 * the digit timers run. `validating`: the application is asked about the entry.
 * `finished`: `outcome` is set and stays.
 */
export type CollectorPhase =
  | { readonly kind: 'prompting'; readonly discarded: number }
  | { readonly kind: 'listening' }
  | { readonly kind: 'validating'; readonly terminator: EnteredKey | undefined }
  | { readonly kind: 'finished'; readonly outcome: CollectorOutcome };

export interface CollectorState {
  readonly rules: CollectorRules;
  readonly phase: CollectorPhase;
  readonly startedAt: number;
  /** Attempts begun. */
  readonly attempt: number;
  /** Numbers the times that prompts were started. */
  readonly run: number;
  /** What this attempt begins with. */
  readonly prompts: readonly PromptSource[];
  readonly failures: { readonly noInput: number; readonly noMatch: number };
  /** The keys of this attempt so far, invalid ones among them. */
  readonly entry: readonly EnteredKey[];
  /** When the first-, inter-, final-digit, terminator or validation timer expires. */
  readonly digitDueAt: number | undefined;
  /** When this attempt has lasted `maxDurationMs`. */
  readonly capDueAt: number | undefined;
  readonly ignoredDigits: number;
  readonly flushedDigits: number;
  /** Keys pressed no later than this belonged to what was flushed. */
  readonly flushed: { readonly until: number; readonly reason: FlushReason };
  /** A terminator that comes next, and no later than this, is dropped. */
  readonly swallowUntil: number | undefined;
  /** Keys to put back, oldest first. */
  readonly leftover: readonly KeyPress[];
  /** Whether the connection was lost and came back meanwhile. */
  readonly gap: boolean;
}

export interface CollectorStep {
  readonly state: CollectorState;
  readonly effects: readonly CollectorEffect[];
}

/** When the collector next wants a `timer` event, if it does. */
export function nextDue({ digitDueAt, capDueAt }: CollectorState): number | undefined {
  if (digitDueAt === undefined) return capDueAt;
  return capDueAt === undefined ? digitDueAt : Math.min(digitDueAt, capDueAt);
}

export function unchanged(state: CollectorState): CollectorStep {
  return { state, effects: [] };
}

export function andThen(step: CollectorStep, next: (state: CollectorState) => CollectorStep): CollectorStep {
  const { state, effects } = next(step.state);
  return { state, effects: [...step.effects, ...effects] };
}
