import type { Call, TransferOutcome } from '@org/3cx-core';
import {
  CallEndedError,
  GuidedError,
  untilCancelled,
  type CallSteps,
  type StepResult,
} from '../../../src/shared';
import { transferResultOf, type TransferResult } from './transfer-result';

export interface PassOnOptions {
  /** The number, as it is shown. */
  readonly target: string;
  readonly throwsOnFailure: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * Passes a call on by `command`, and tells what became of it. A call that has been taken
 * is no longer the workflow's to end.
 * @throws GuidedError when nobody took the call and that is to fail the step
 */
export async function passOn(
  call: Call,
  steps: CallSteps,
  command: () => Promise<TransferOutcome>,
  { target, throwsOnFailure, signal }: PassOnOptions,
): Promise<StepResult> {
  const outcome = await untilCancelled(carriedOut(call, steps, command), signal);
  const result = transferResultOf(outcome, call.status === 'ended');
  if (result !== 'connected' && throwsOnFailure) throw notTaken(call, target, result, outcome);
  return {
    json: {
      success: result === 'connected',
      target,
      transferResult: result,
      ...(outcome.kind === 'failed' && { transferReason: outcome.reason }),
    },
  };
}

/** A caller who hangs up while the target rings is an outcome; a call that had ended before is a failure. */
async function carriedOut(
  call: Call,
  steps: CallSteps,
  command: () => Promise<TransferOutcome>,
): Promise<TransferOutcome> {
  const wasOver = call.status === 'ended';
  try {
    const outcome = await command();
    if (outcome.kind === 'succeeded') steps.handOver(call);
    return outcome;
  } catch (error) {
    if (wasOver || !(error instanceof CallEndedError)) throw error;
    return { kind: 'failed', reason: 'the caller hung up' };
  }
}

const WHAT_HAPPENED: Readonly<Record<Exclude<TransferResult, 'connected'>, string>> = {
  noAnswer: 'did not answer',
  busy: 'is busy',
  rejected: 'did not take the call',
  hungUp: 'was not reached before the caller hung up',
  unknown: 'may or may not have taken the call: 3CX gave no answer',
};

function notTaken(
  call: Call,
  target: string,
  result: Exclude<TransferResult, 'connected'>,
  outcome: TransferOutcome,
): GuidedError {
  const said = outcome.kind === 'failed' ? ` 3CX said: ${outcome.reason}` : '';
  return new GuidedError(
    'TRANSFER_FAILED',
    `409 Operation conflict: ${target} ${WHAT_HAPPENED[result]} (${call.id})`,
    `If the workflow should go on with the caller, set 'On Failure' to Continue and look at transferResult.${said}`,
  );
}
