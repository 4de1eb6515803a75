import type { DtmfKey, KeyPress } from '@org/3cx-core';
import { endPrompts } from './collector-attempt';
import { conclude } from './collector-ending';
import {
  andThen,
  unchanged,
  type CollectorRules,
  type CollectorState,
  type CollectorStep,
} from './collector-state';

/** One key, and how it comes to count. */
export interface TakenKey {
  readonly press: KeyPress;
  /** When it counts: when it was pressed, or the start of the step if it had been waiting. */
  readonly at: number;
  readonly typedAhead: boolean;
}

export function takeKey(state: CollectorState, taken: TakenKey): CollectorStep {
  const { press } = taken;
  const { until, reason } = state.flushed;
  if (press.at <= until) {
    return {
      state: { ...state, flushedDigits: state.flushedDigits + 1 },
      effects: [{ kind: 'cleared', reason, count: 1 }],
    };
  }
  switch (state.phase.kind) {
    case 'validating':
    case 'finished':
      return unchanged(keyAfterEntry(state, press));
    case 'prompting':
      return stopsPrompt(state.rules, taken)
        ? andThen(bargeIn(state, taken), (next) => enterKey(next, taken))
        : unchanged(passOver(state));
    case 'listening':
      return enterKey(state, taken);
  }
}

/** Rows 12 and 13. Waiting keys that are to be ignored are no reason to leave the prompt out. */
function stopsPrompt(rules: CollectorRules, { press, typedAhead }: TakenKey): boolean {
  switch (rules.bargeIn) {
    case false:
      return false;
    case 'valid-only':
      return rules.validDigits.has(press.key);
    case true:
      return !typedAhead || !isIgnored(rules, press.key);
  }
}

function bargeIn(state: CollectorState, { at, typedAhead }: TakenKey): CollectorStep {
  const { state: listening, effects } = endPrompts(state, at);
  // What was typed ahead comes before the prompt has been started.
  return { state: listening, effects: typedAhead ? effects : [{ kind: 'stopPrompts' }, ...effects] };
}

function passOver(state: CollectorState): CollectorState {
  const { phase, rules } = state;
  const ignoredDigits = state.ignoredDigits + 1;
  return phase.kind === 'prompting' && rules.bargeIn === false
    ? { ...state, ignoredDigits, phase: { ...phase, discarded: phase.discarded + 1 } }
    : { ...state, ignoredDigits };
}

function isIgnored({ onInvalidDigit, terminators, validDigits }: CollectorRules, key: DtmfKey): boolean {
  return onInvalidDigit === 'ignore' && !terminators.has(key) && !validDigits.has(key);
}

function enterKey(state: CollectorState, taken: TakenKey): CollectorStep {
  const { rules } = state;
  const { at, typedAhead, press } = taken;
  const pressed = { key: press.key, typedAhead };
  if (rules.terminators.has(press.key)) return conclude(state, { at, by: 'key', terminator: pressed });
  if (isIgnored(rules, press.key)) return unchanged(passOver(state));
  if (state.entry.length >= rules.maxDigits) {
    // A key more instead of the terminator that was waited for: it belongs to what comes next.
    return andThen(conclude(state, { at, by: 'key' }), (next) => takeKey(next, taken));
  }
  const entered: CollectorState = { ...state, entry: [...state.entry, pressed] };
  if (entered.entry.length >= rules.maxDigits && rules.termTimeoutMs === 0)
    return conclude(entered, { at, by: 'key' });
  return unchanged({ ...entered, digitDueAt: at + timeoutAfter(entered) });
}

function timeoutAfter({ entry, rules }: CollectorState): number {
  if (entry.length >= rules.maxDigits) return rules.termTimeoutMs;
  return entry.length < rules.minDigits ? rules.interDigitTimeoutMs : rules.finalDigitTimeoutMs;
}

/** Only the very next key can be a late terminator: after any other, it belongs to the next entry. */
function keyAfterEntry(state: CollectorState, press: KeyPress): CollectorState {
  const { swallowUntil, rules } = state;
  if (swallowUntil !== undefined && press.at <= swallowUntil && rules.terminators.has(press.key)) {
    return { ...state, swallowUntil: undefined, flushedDigits: state.flushedDigits + 1 };
  }
  return { ...state, swallowUntil: undefined, leftover: [...state.leftover, press] };
}
