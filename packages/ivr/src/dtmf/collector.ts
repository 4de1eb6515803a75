import type { KeyPress } from '@org/3cx-core';
import { endPrompts, putQuestion, tellDiscarded } from './collector-attempt';
import { applyVerdict, conclude, fail, finishWithCall, finishWithError, flush } from './collector-ending';
import { takeKey } from './collector-keys';
import {
  andThen,
  nextDue,
  unchanged,
  type CollectorEvent,
  type CollectorRules,
  type CollectorState,
  type CollectorStep,
} from './collector-state';

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
    attempt: 1,
    run: 0,
    prompts: rules.prompts.initial,
    failures: { noInput: 0, noMatch: 0 },
    entry: [],
    digitDueAt: undefined,
    capDueAt: undefined,
    ignoredDigits: 0,
    flushedDigits: 0,
    flushed: { until: Number.NEGATIVE_INFINITY, reason: 'preflush' },
    swallowUntil: undefined,
    leftover: [],
    gap: false,
  };
  const preflushed = flush(silent, {
    reason: 'preflush',
    count: cleared,
    until: Number.NEGATIVE_INFINITY,
  });
  const question = putQuestion(preflushed.state, at);
  const heard = buffered.reduce<CollectorStep>(
    (step, press) => andThen(step, (next) => takeKey(next, { press, at, typedAhead: true })),
    unchanged(question.state),
  );
  const { phase, run } = heard.state;
  const asks = phase.kind === 'prompting' && run === question.state.run;
  return {
    state: heard.state,
    effects: [...preflushed.effects, ...(asks ? question.effects : []), ...heard.effects],
  };
}

/**
 * The digit collector: what follows from one event. Knows no timer, no promise and
 * no call, so a step can be replayed from its events. Of a key and a timer the
 * earlier one counts, whichever is handed in first; at the same time, the key.
 */
export function collect(state: CollectorState, event: CollectorEvent): CollectorStep {
  if (event.kind === 'timer') return expireTimers(state, (due) => due <= event.dueAt);
  const at = event.kind === 'key' ? event.press.at : event.at;
  return andThen(
    expireTimers(state, (due) => due < at),
    (next) => apply(next, event),
  );
}

function apply(state: CollectorState, event: Exclude<CollectorEvent, { kind: 'timer' }>): CollectorStep {
  switch (event.kind) {
    case 'key':
      return takeKey(state, { press: event.press, at: event.press.at, typedAhead: false });
    case 'promptsEnded':
      return state.phase.kind === 'prompting' && state.run === event.run
        ? endPrompts(state, event.at)
        : unchanged(state);
    case 'validated':
      return state.attempt === event.attempt
        ? applyVerdict(state, event.at, event.verdict)
        : unchanged(state);
    case 'gap':
      return afterGap(state, event.at);
    case 'callEnded':
      return finishWithCall(state);
  }
}

/** Keys may be missing from what was being keyed: the attempt begins again, at no cost (row 24). */
function afterGap(state: CollectorState, at: number): CollectorStep {
  const { phase, rules, entry } = state;
  if (phase.kind === 'finished') return unchanged(state);
  const noted = { ...state, gap: true };
  if (rules.onGap === 'continue' || phase.kind === 'validating') return unchanged(noted);
  const dropped = andThen(tellDiscarded(noted), (next) =>
    flush(next, { reason: 'gap', count: entry.length, until: at }),
  );
  return andThen(dropped, (next) => putQuestion(next, at));
}

/** Lets every timer expire whose time has come, those of later attempts too, in order. */
function expireTimers(state: CollectorState, isDue: (dueAt: number) => boolean): CollectorStep {
  const dueAt = nextDue(state);
  if (dueAt === undefined || !isDue(dueAt)) return unchanged(state);
  return andThen(expire(state, dueAt), (next) => expireTimers(next, isDue));
}

function expire(state: CollectorState, at: number): CollectorStep {
  if (state.phase.kind === 'validating') {
    const { terminator } = state.phase;
    return finishWithError(state, { at, by: 'verdict', terminator }, { cause: undefined, timeout: true });
  }
  if (state.digitDueAt !== at) return conclude(state, { at, by: 'cap' });
  return state.entry.length > 0
    ? conclude(state, { at, by: 'timer' })
    : fail(state, { at, by: 'timer' }, { kind: 'noInput' });
}
