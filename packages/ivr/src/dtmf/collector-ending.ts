import { beginNextAttempt, tellDiscarded } from './collector-attempt';
import type { FlushReason, NoMatchReason } from './collect-result';
import {
  andThen,
  unchanged,
  type CollectorFailure,
  type CollectorOutcome,
  type CollectorState,
  type CollectorStep,
  type EnteredKey,
  type Verdict,
} from './collector-state';

/** How long after a match made without a terminator the caller's habitual `#` is still dropped (B.4, row 9). */
export const LATE_TERMINATOR_MS = 1_000;

/** What brought an entry to its end. */
export interface EntryEnd {
  readonly at: number;
  /** `cap`: the attempt had lasted too long. */
  readonly by: 'key' | 'timer' | 'cap' | 'verdict';
  readonly terminator?: EnteredKey | undefined;
}

/** The one place where an entry is judged. */
export function conclude(state: CollectorState, end: EntryEnd): CollectorStep {
  const { rules, entry } = state;
  const reason = refusal(state, end);
  if (reason !== undefined) return fail(state, end, { kind: 'noMatch', reason });
  if (rules.pattern !== undefined) {
    try {
      if (!rules.pattern.fits(digitsOf(entry)))
        return fail(state, end, { kind: 'noMatch', reason: 'validation' });
    } catch (cause) {
      return finishWithError(state, end, { cause, timeout: true });
    }
  }
  const automatic = end.terminator === undefined && rules.termTimeoutMs === 0;
  const complete = { ...state, swallowUntil: automatic ? end.at + LATE_TERMINATOR_MS : undefined };
  return rules.validates ? askApplication(complete, end) : match(complete, end.at, end.terminator);
}

function refusal({ rules, entry }: CollectorState, { terminator, by }: EntryEnd): NoMatchReason | undefined {
  if (entry.some(({ key }) => !rules.validDigits.has(key))) return 'invalid-digit';
  if (entry.length < rules.minDigits) return by === 'cap' ? 'too-slow' : 'too-short';
  return rules.requireTerminator && terminator === undefined ? 'no-terminator' : undefined;
}

function askApplication(state: CollectorState, { at, terminator }: EntryEnd): CollectorStep {
  return {
    state: {
      ...state,
      phase: { kind: 'validating', terminator },
      digitDueAt: at + state.rules.validateTimeoutMs,
      capDueAt: undefined,
    },
    effects: [{ kind: 'validate', attempt: state.attempt, digits: digitsOf(state.entry) }],
  };
}

/** The application has answered, or failed to. */
export function applyVerdict(state: CollectorState, at: number, verdict: Verdict): CollectorStep {
  if (state.phase.kind !== 'validating') return unchanged(state);
  const { terminator } = state.phase;
  const end: EntryEnd = { at, by: 'verdict', terminator };
  switch (verdict.kind) {
    case 'accepted':
      return match(state, at, terminator);
    case 'rejected':
      return fail(state, end, { kind: 'noMatch', reason: 'validation' });
    case 'failed':
      return finishWithError(state, end, { cause: verdict.cause, timeout: false });
  }
}

/** The next attempt, or the outcome. Keys pressed no later than what ended the attempt go with it (rows 16, 21). */
export function fail(state: CollectorState, end: EntryEnd, failure: CollectorFailure): CollectorStep {
  const { kind } = failure;
  const flushed = flushEntry(state, end, kind);
  const failures = { ...state.failures, [kind]: state.failures[kind] + 1 };
  return andThen(flushed, (next) => {
    const counted = { ...next, failures };
    if (!isExhausted(counted)) return beginNextAttempt(counted, kind, end.at);
    const reason = failure.kind === 'noInput' ? 'noInput' : failure.reason;
    return finish(counted, counted.attempt === 1 ? failure : { kind: 'failed', reason });
  });
}

function isExhausted({ failures, rules }: CollectorState): boolean {
  const { attempts, ownCounters } = rules;
  if (failures.noInput + failures.noMatch >= attempts.total) return true;
  return ownCounters && (failures.noInput >= attempts.noInput || failures.noMatch >= attempts.noMatch);
}

export function finishWithError(
  state: CollectorState,
  end: EntryEnd,
  error: { readonly cause: unknown; readonly timeout: boolean },
): CollectorStep {
  return andThen(flushEntry(state, end, 'error'), (next) => finish(next, { kind: 'error', ...error }));
}

/** The call has ended: nothing that comes now is for a later step. */
export function finishWithCall(state: CollectorState): CollectorStep {
  if (state.phase.kind === 'finished') return unchanged(state);
  const { phase, entry } = state;
  // An entry that is being checked stays partial; its terminator is no part of it.
  const checked = phase.kind === 'validating' && phase.terminator !== undefined ? 1 : 0;
  return andThen(tellDiscarded(state), (told) => {
    const count = told.leftover.length + checked;
    const flushed = flush(told, { reason: 'callEnded', count, until: Number.POSITIVE_INFINITY });
    return andThen(flushed, (next) => finish(next, { kind: 'callEnded', entry }));
  });
}

function match(state: CollectorState, at: number, terminator: EnteredKey | undefined): CollectorStep {
  return finish(state, { kind: 'match', at, entry: state.entry, terminator });
}

function finish(state: CollectorState, outcome: CollectorOutcome): CollectorStep {
  return {
    state: { ...state, phase: { kind: 'finished', outcome }, digitDueAt: undefined, capDueAt: undefined },
    effects: [{ kind: 'finish' }],
  };
}

/** Drops the entry, and with it what was pressed behind it. */
function flushEntry(
  state: CollectorState,
  { at, by, terminator }: EntryEnd,
  reason: FlushReason,
): CollectorStep {
  // A key of the instant in which a timer expired, but handed in later, is the next attempt's.
  const until = by === 'timer' || by === 'cap' ? state.flushed.until : at;
  const count = state.entry.length + state.leftover.length + (terminator === undefined ? 0 : 1);
  return flush({ ...state, entry: [], swallowUntil: undefined }, { reason, count, until });
}

/** Drops `count` keys now, and those that are handed in later but were pressed by `until`. */
export function flush(
  state: CollectorState,
  { reason, count, until }: { readonly reason: FlushReason; readonly count: number; readonly until: number },
): CollectorStep {
  return {
    state: {
      ...state,
      leftover: [],
      flushedDigits: state.flushedDigits + count,
      flushed: { until, reason },
    },
    effects: count > 0 ? [{ kind: 'cleared', reason, count }] : [],
  };
}

export function digitsOf(entry: readonly EnteredKey[]): string {
  return entry.map(({ key }) => key).join('');
}
