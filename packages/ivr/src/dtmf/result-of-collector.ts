import { CollectValidationError } from './collect-errors';
import type { CollectResult, DigitSource } from './collect-result';
import { digitsOf } from './collector-ending';
import type { CollectorOutcome, CollectorState, EnteredKey } from './collector-state';
import { maskDigits } from './masked-result';

/** What the caller of `collectDigits` gets to see of a finished collector. */
export function resultOf(state: CollectorState, outcome: CollectorOutcome, masked = true): CollectResult {
  const { attempt, ignoredDigits, flushedDigits, gap, failures } = state;
  const counts = { attempts: attempt, ignoredDigits, flushedDigits, gap };
  switch (outcome.kind) {
    case 'match': {
      const { at, entry, terminator } = outcome;
      return maskDigits(masked, {
        kind: 'match',
        digits: digitsOf(entry),
        ...(terminator && { terminator: terminator.key }),
        source: sourceOf(terminator ? [...entry, terminator] : entry),
        durationMs: at - state.startedAt,
        ...counts,
      });
    }
    case 'callEnded':
      return maskDigits(masked, { kind: 'callEnded', partialDigits: digitsOf(outcome.entry), ...counts });
    case 'noInput':
      return { kind: 'noInput', ...counts };
    case 'noMatch':
      return { kind: 'noMatch', reason: outcome.reason, ...counts };
    case 'failed': {
      const total = failures.noInput + failures.noMatch;
      return { kind: 'failed', reason: outcome.reason, counts: { ...failures, total }, ...counts };
    }
    case 'error':
      return { kind: 'error', error: validationError(outcome), ...counts };
  }
}

function validationError({
  cause,
  timeout,
}: Extract<CollectorOutcome, { kind: 'error' }>): CollectValidationError {
  const message = timeout
    ? 'The entry was not checked in time: make validate faster or raise validateTimeoutMs; simplify a pattern that takes long.'
    : 'validate failed, so the entry was neither taken nor refused: see the cause.';
  return new CollectValidationError(message, cause === undefined ? {} : { cause });
}

function sourceOf(keys: readonly EnteredKey[]): DigitSource {
  const typedAhead = keys.filter((key) => key.typedAhead).length;
  if (typedAhead === 0) return 'live';
  return typedAhead === keys.length ? 'type-ahead' : 'mixed';
}
