import type { TransferOutcome } from '@org/3cx-core';

/**
 * What became of a transfer. `rejected`: 3CX didn't put the call through, for
 * another reason than no answer or busy. `unknown`: its answer was lost.
 */
export type TransferResult = 'connected' | 'noAnswer' | 'busy' | 'rejected' | 'hungUp' | 'unknown';

/** Sorts an outcome; 3CX gives the reason as free text, sometimes only as a name such as `PhoneBusy`. */
export function transferResultOf(outcome: TransferOutcome, callHasEnded: boolean): TransferResult {
  if (outcome.kind === 'succeeded') return 'connected';
  if (outcome.kind === 'unknown') return 'unknown';
  if (callHasEnded) return 'hungUp';
  if (/no\s?-?answer|not answered|timeout|timed out/i.test(outcome.reason)) return 'noAnswer';
  return /busy/i.test(outcome.reason) ? 'busy' : 'rejected';
}
