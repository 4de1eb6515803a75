import type { Call, TransferOptions, TransferOutcome } from '@org/3cx-core';
import type { IDataObject } from 'n8n-workflow';
import {
  CallEndedError,
  GuidedError,
  untilCancelled,
  type CallOperation,
  type CallSteps,
} from '../../../src/shared';
import { transferCallProperties } from './transfer-call-properties';
import { transferResultOf, type TransferResult } from './transfer-result';

const TARGET_TYPES = ['extension', 'external', 'queue', 'ringGroup', 'ivr'] as const;

const INSIDE_NUMBER = { pattern: /^[A-Za-z0-9*#]+$/, patternMeaning: 'a number inside 3CX, e.g. 101' };
const OUTSIDE_NUMBER = { pattern: /^\+?[0-9*# ().\-/]+$/, patternMeaning: 'a telephone number' };

export const transferCall: CallOperation = {
  name: 'Transfer Call',
  properties: transferCallProperties,
  prepare({ parameters, steps }) {
    const isOutside = parameters.choice('targetType', TARGET_TYPES) === 'external';
    const form = isOutside ? OUTSIDE_NUMBER : INSIDE_NUMBER;
    const to = parameters.text('target', { ...form, required: true }).replaceAll(/[ ().\-/]/g, '');
    const timeoutSeconds = parameters.integer('timeout', { min: 1, max: 120 });
    const throwsOnFailure = parameters.choice('onFailure', ['throw', 'continue']) === 'throw';
    return {
      async act(call, signal) {
        const outcome = await untilCancelled(transfer(call, { to, timeoutSeconds }, steps), signal);
        const result = transferResultOf(outcome, call.status === 'ended');
        if (result !== 'connected' && throwsOnFailure) throw transferFailed(call, to, result, outcome);
        return toFields(to, result, outcome);
      },
    };
  },
};

/** A caller who hangs up while the target rings is an outcome; a call that had ended before is a failure. */
async function transfer(call: Call, options: TransferOptions, steps: CallSteps): Promise<TransferOutcome> {
  const wasOver = call.status === 'ended';
  try {
    const outcome = await call.transfer(options);
    if (outcome.kind === 'succeeded') steps.handOver(call);
    return outcome;
  } catch (error) {
    if (wasOver || !(error instanceof CallEndedError)) throw error;
    return { kind: 'failed', reason: 'the caller hung up' };
  }
}

function toFields(target: string, transferResult: TransferResult, outcome: TransferOutcome): IDataObject {
  return {
    success: transferResult === 'connected',
    target,
    transferResult,
    ...(outcome.kind === 'failed' && { transferReason: outcome.reason }),
  };
}

const WHAT_HAPPENED: Readonly<Record<Exclude<TransferResult, 'connected'>, string>> = {
  noAnswer: 'did not answer',
  busy: 'is busy',
  rejected: 'did not take the call',
  hungUp: 'was not reached before the caller hung up',
  unknown: 'may or may not have taken the call: 3CX gave no answer',
};

function transferFailed(
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
