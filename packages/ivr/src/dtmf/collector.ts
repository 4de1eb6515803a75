import type { KeyPress } from '@org/3cx-core';
import type { NoMatchReason } from './collect-result';
import {
  nextDue,
  type CollectorEffect,
  type CollectorEvent,
  type CollectorOutcome,
  type CollectorRules,
  type CollectorState,
  type EnteredKey,
} from './collector-state';

/** How long after a match made without a terminator the caller's habitual `#` is still dropped (B.4, row 9). */
export const LATE_TERMINATOR_MS = 1_000;

export interface CollectorStep {
  readonly state: CollectorState;
  readonly effects: readonly CollectorEffect[];
}

/** How a step begins. */
export interface CollectorStart {
  readonly at: number;
  /** The keys that were waiting, oldest first. */
  readonly buffered: readonly KeyPress[];
  /** How many keys were cleared from the buffer on entry. */
  readonly cleared: number;
}

/**
 * The first state of a step. Waiting keys stand in for the prompt, unless that
 * can't be interrupted: then they are discarded (rows 13 and 15).
 */
export function startCollector(
  rules: CollectorRules,
  { at, buffered, cleared }: CollectorStart,
): CollectorStep {
  const silent: CollectorState = {
    rules,
    phase: { kind: 'listening' },
    startedAt: at,
    attempt: 0,
    entry: [],
    digitDueAt: undefined,
    capDueAt: undefined,
    ignoredDigits: 0,
    flushedDigits: cleared,
    flushedUntil: Number.NEGATIVE_INFINITY,
    swallowUntil: undefined,
    leftover: [],
  };
  if (rules.hasPrompt && !rules.bargeIn)
    return beginAttempt({ ...silent, ignoredDigits: buffered.length }, at);
  if (buffered.length === 0) return beginAttempt(silent, at);
  return buffered.reduce<CollectorStep>(
    (step, press) => andThen(step, (next) => takeKey(next, press, at, true)),
    unchanged({ ...silent, attempt: 1 }),
  );
}

/**
 * The digit collector: what follows from one event. Knows no timer, no promise and
 * no call, so a step can be replayed from its events. Of a key and a timer the
 * earlier one counts, whichever is handed in first; at the same time, the key.
 */
export function collect(state: CollectorState, event: CollectorEvent): CollectorStep {
  switch (event.kind) {
    case 'key': {
      const { press } = event;
      const expired = expireTimers(state, (due) => due < press.at);
      return andThen(expired, (next) => takeKey(next, press, press.at, false));
    }
    case 'timer':
      return expireTimers(state, (due) => due <= event.dueAt);
    case 'promptEnded':
      return state.phase.kind === 'prompting' && state.attempt === event.attempt
        ? { state: listen(state, event.at), effects: [] }
        : unchanged(state);
    case 'callEnded':
      return state.phase.kind === 'finished'
        ? unchanged(state)
        : finish(
            { ...state, flushedUntil: Number.POSITIVE_INFINITY },
            { kind: 'callEnded', entry: state.entry },
          );
  }
}

function beginAttempt(state: CollectorState, at: number): CollectorStep {
  const attempt = state.attempt + 1;
  const fresh: CollectorState = { ...state, attempt, entry: [], digitDueAt: undefined, capDueAt: undefined };
  return state.rules.hasPrompt
    ? { state: { ...fresh, phase: { kind: 'prompting' } }, effects: [{ kind: 'playPrompt', attempt }] }
    : unchanged(listen(fresh, at));
}

/** Waits for the first key. */
function listen(state: CollectorState, at: number): CollectorState {
  const { firstDigitTimeoutMs, maxDurationMs } = state.rules;
  return {
    ...state,
    phase: { kind: 'listening' },
    digitDueAt: firstDigitTimeoutMs > 0 ? at + firstDigitTimeoutMs : undefined,
    capDueAt: at + maxDurationMs,
  };
}

/** `at` is when the key counts: when it was pressed, or the start of the step if it had been waiting. */
function takeKey(state: CollectorState, press: KeyPress, at: number, typedAhead: boolean): CollectorStep {
  if (press.at <= state.flushedUntil) return unchanged({ ...state, flushedDigits: state.flushedDigits + 1 });
  switch (state.phase.kind) {
    case 'finished':
      return unchanged(keyAfterOutcome(state, press));
    case 'prompting':
      if (!state.rules.bargeIn) return unchanged({ ...state, ignoredDigits: state.ignoredDigits + 1 });
      return andThen(
        { state: { ...state, phase: { kind: 'listening' } }, effects: [{ kind: 'stopPrompt' }] },
        (next) => enterKey(next, { key: press.key, typedAhead }, at),
      );
    case 'listening':
      return enterKey(state, { key: press.key, typedAhead }, at);
  }
}

function enterKey(state: CollectorState, pressed: EnteredKey, at: number): CollectorStep {
  const { rules } = state;
  if (rules.terminators.has(pressed.key)) {
    return conclude(state, { by: 'key', at, shortage: 'too-short', terminator: pressed });
  }
  const entry = [...state.entry, pressed];
  const entered: CollectorState = { ...state, entry, capDueAt: state.capDueAt ?? at + rules.maxDurationMs };
  if (entry.length >= rules.maxDigits) return conclude(entered, { by: 'key', at, shortage: 'too-short' });
  const timeoutMs = entry.length < rules.minDigits ? rules.interDigitTimeoutMs : rules.finalDigitTimeoutMs;
  return unchanged({ ...entered, digitDueAt: at + timeoutMs });
}

/** Lets every timer expire whose time has come, those of later attempts too, in order. */
function expireTimers(state: CollectorState, isDue: (dueAt: number) => boolean): CollectorStep {
  const dueAt = nextDue(state);
  if (dueAt === undefined || !isDue(dueAt)) return unchanged(state);
  return andThen(expire(state, dueAt), (next) => expireTimers(next, isDue));
}

function expire(state: CollectorState, at: number): CollectorStep {
  if (state.digitDueAt !== at) return conclude(state, { by: 'timer', at, shortage: 'too-slow' });
  if (state.entry.length > 0) return conclude(state, { by: 'timer', at, shortage: 'too-short' });
  return fail(state, { by: 'timer', at }, { kind: 'noInput' });
}

/** What brought an entry to its end. */
interface Ending {
  readonly by: 'key' | 'timer';
  readonly at: number;
  readonly terminator?: EnteredKey;
}

/** The one place where an entry is judged. `shortage`: what to call an entry with too few digits. */
function conclude(
  state: CollectorState,
  ending: Ending & { readonly shortage: NoMatchReason },
): CollectorStep {
  const { rules, entry } = state;
  const { at, terminator, shortage } = ending;
  if (entry.some(({ key }) => !rules.validDigits.has(key))) {
    return fail(state, ending, { kind: 'noMatch', reason: 'invalid-digit' });
  }
  if (entry.length < rules.minDigits) return fail(state, ending, { kind: 'noMatch', reason: shortage });
  const automatic = terminator === undefined && rules.terminators.size > 0;
  return finish(
    { ...state, swallowUntil: automatic ? at + LATE_TERMINATOR_MS : undefined },
    { kind: 'match', at, entry, terminator },
  );
}

/** The next attempt, or the outcome. Keys of the message whose key ended the attempt go with it (rows 16, 21). */
function fail(
  state: CollectorState,
  { by, at, terminator }: Ending,
  outcome: Extract<CollectorOutcome, { kind: 'noInput' | 'noMatch' }>,
): CollectorStep {
  const flushed: CollectorState = {
    ...state,
    flushedDigits: state.flushedDigits + state.entry.length + (terminator === undefined ? 0 : 1),
    flushedUntil: by === 'key' ? at : state.flushedUntil,
  };
  return state.attempt < state.rules.attempts ? beginAttempt(flushed, at) : finish(flushed, outcome);
}

function finish(state: CollectorState, outcome: CollectorOutcome): CollectorStep {
  return {
    state: {
      ...state,
      phase: { kind: 'finished', outcome },
      entry: [],
      digitDueAt: undefined,
      capDueAt: undefined,
    },
    effects: [{ kind: 'finish' }],
  };
}

/** Only the very next key can be a late terminator: after any other, it belongs to the next entry. */
function keyAfterOutcome(state: CollectorState, press: KeyPress): CollectorState {
  const { swallowUntil, rules } = state;
  if (swallowUntil !== undefined && press.at <= swallowUntil && rules.terminators.has(press.key)) {
    return { ...state, swallowUntil: undefined, flushedDigits: state.flushedDigits + 1 };
  }
  return { ...state, swallowUntil: undefined, leftover: [...state.leftover, press] };
}

function unchanged(state: CollectorState): CollectorStep {
  return { state, effects: [] };
}

function andThen(step: CollectorStep, next: (state: CollectorState) => CollectorStep): CollectorStep {
  const { state, effects } = next(step.state);
  return { state, effects: [...step.effects, ...effects] };
}
