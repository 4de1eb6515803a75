import type { CollectResult, DigitSource } from './collect-result';
import type { CollectorOutcome, CollectorState, EnteredKey } from './collector-state';
import { maskDigits } from './masked-result';

/** What the caller of `collectDigits` gets to see of a finished collector. */
export function resultOf(state: CollectorState, outcome: CollectorOutcome): CollectResult {
  const counts = {
    attempts: state.attempt,
    ignoredDigits: state.ignoredDigits,
    flushedDigits: state.flushedDigits,
  };
  switch (outcome.kind) {
    case 'match': {
      const { at, entry, terminator } = outcome;
      return maskDigits({
        kind: 'match',
        digits: textOf(entry),
        ...(terminator && { terminator: terminator.key }),
        source: sourceOf(terminator ? [...entry, terminator] : entry),
        durationMs: at - state.startedAt,
        ...counts,
      });
    }
    case 'callEnded':
      return maskDigits({ kind: 'callEnded', partialDigits: textOf(outcome.entry), ...counts });
    case 'noInput':
      return { kind: 'noInput', ...counts };
    case 'noMatch':
      return { kind: 'noMatch', reason: outcome.reason, ...counts };
  }
}

function textOf(entry: readonly EnteredKey[]): string {
  return entry.map(({ key }) => key).join('');
}

function sourceOf(keys: readonly EnteredKey[]): DigitSource {
  const typedAhead = keys.filter((key) => key.typedAhead).length;
  if (typedAhead === 0) return 'live';
  return typedAhead === keys.length ? 'type-ahead' : 'mixed';
}
