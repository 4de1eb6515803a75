import type { PromptSource } from '@org/3cx-core';
import type { CollectorFailure, CollectorState, CollectorStep, PromptPlan } from './collector-state';
import { unchanged } from './collector-state';

/** The attempt after a failed one: its error prompt, then the question again (B.4, row 18). */
export function beginNextAttempt(
  state: CollectorState,
  failed: CollectorFailure['kind'],
  at: number,
): CollectorStep {
  const { rules, failures } = state;
  const nth = rules.ownCounters ? failures[failed] : failures.noInput + failures.noMatch;
  const prompts = [...handlerFor(rules.prompts[failed], nth), ...rules.prompts.retry];
  return putQuestion({ ...state, attempt: state.attempt + 1, prompts }, at);
}

/** The handler with the highest count not above `nth`, as VoiceXML selects it. */
function handlerFor(handlers: PromptPlan['noInput'], nth: number): readonly PromptSource[] {
  return handlers[Math.min(nth, handlers.length) - 1] ?? [];
}

/** Begins the attempt: with its prompts, or by waiting for a key where there are none. */
export function putQuestion(state: CollectorState, at: number): CollectorStep {
  const { prompts } = state;
  const run = state.run + 1;
  const fresh: CollectorState = { ...state, run, entry: [], digitDueAt: undefined, capDueAt: undefined };
  if (prompts.length === 0) return unchanged(waitForFirstKey(fresh, at));
  return {
    state: { ...fresh, phase: { kind: 'prompting', discarded: 0 } },
    effects: [{ kind: 'play', run, prompts }],
  };
}

export function waitForFirstKey(state: CollectorState, at: number): CollectorState {
  const { firstDigitTimeoutMs, maxDurationMs } = state.rules;
  return {
    ...state,
    phase: { kind: 'listening' },
    digitDueAt: firstDigitTimeoutMs > 0 ? at + firstDigitTimeoutMs : undefined,
    capDueAt: at + maxDurationMs,
  };
}

/** The prompts are over, or cut short: what was pressed in vain meanwhile is told. */
export function endPrompts(state: CollectorState, at: number): CollectorStep {
  const step = tellDiscarded(state);
  return { ...step, state: waitForFirstKey(step.state, at) };
}

export function tellDiscarded(state: CollectorState): CollectorStep {
  const { phase } = state;
  if (phase.kind !== 'prompting' || phase.discarded === 0) return unchanged(state);
  return {
    state: { ...state, phase: { ...phase, discarded: 0 } },
    effects: [{ kind: 'cleared', reason: 'prompt', count: phase.discarded }],
  };
}
