import type { Call, MakeCallOutcome } from '@org/3cx-core';
import {
  bridgeCalls,
  GuidedError,
  untilCancelled,
  type PreparedCallStep,
  type StepResult,
  type StepTools,
} from '../../../src/shared';
import { outcomeOf, untilAnswered, type CallOutcome } from './made-call';

export interface ConsultationOptions {
  readonly to: string;
  readonly timeoutSeconds: number;
  readonly throwsOnFailure: boolean;
  /** What the target hears first; empty for nothing. */
  readonly announcement: string;
  /** What the caller hears meanwhile; empty for a soft tone. */
  readonly holdAudio: string;
}

/**
 * Calls the target while the caller waits on hold, tells it what the call is about, and
 * joins both until one of them hangs up. When the target doesn't answer, the caller is
 * back, and off hold.
 */
export function consult(options: ConsultationOptions): PreparedCallStep['act'] {
  return async (call, tools) => {
    await call.hold(options.holdAudio || undefined);
    try {
      const { made, outcome } = await reach(call, options, tools);
      if (made === undefined || outcome !== 'answered') return notReached(call, options, outcome);
      return await join(call, made, options, tools);
    } finally {
      if (call.status !== 'ended') call.resume();
    }
  };
}

interface Reached {
  readonly made: Call | undefined;
  readonly outcome: CallOutcome;
}

async function reach(
  call: Call,
  { to, timeoutSeconds }: ConsultationOptions,
  { pbx, signal, adopt }: StepTools,
): Promise<Reached> {
  const from = call.extension;
  const result: MakeCallOutcome = await pbx.makeCall({
    to,
    from,
    timeoutSeconds,
    ...(signal && { signal }),
  });
  if (result.kind !== 'succeeded') return { made: undefined, outcome: outcomeOf(result) };
  const { call: made } = result;
  adopt(made);
  const outcome = await Promise.race([
    untilAnswered(made, timeoutSeconds, signal),
    call.ended.then((): CallOutcome => 'callerHungUp'),
  ]);
  if (outcome !== 'answered') await made.hangUp();
  return { made, outcome };
}

async function join(
  call: Call,
  made: Call,
  { to, announcement }: ConsultationOptions,
  { signal }: StepTools,
): Promise<StepResult> {
  if (announcement !== '') await made.play(announcement, signal && { signal });
  if (call.status !== 'ended') call.resume();
  const bridge = bridgeCalls([call, made], signal && { signal });
  const { durationMs } = await untilCancelled(bridge.ended, signal);
  if (made.status !== 'ended') await made.hangUp();
  return {
    json: { target: to, transferResult: 'connected', bridgedSeconds: Math.round(durationMs / 1_000) },
  };
}

const RESULTS: Readonly<Record<Exclude<CallOutcome, 'answered'>, readonly [result: string, text: string]>> = {
  noAnswer: ['noAnswer', 'did not answer'],
  busy: ['busy', 'is busy'],
  failed: ['rejected', 'could not be called'],
  unknown: ['unknown', 'may or may not have been called: 3CX gave no answer'],
  callerHungUp: ['hungUp', 'was not reached before the caller hung up'],
};

function notReached(
  call: Call,
  { to, throwsOnFailure }: ConsultationOptions,
  outcome: CallOutcome,
): StepResult {
  const [transferResult, text] = RESULTS[outcome === 'answered' ? 'callerHungUp' : outcome];
  if (!throwsOnFailure) return { json: { success: false, target: to, transferResult } };
  throw new GuidedError(
    'TRANSFER_FAILED',
    `409 Operation conflict: ${to} ${text} (${call.id})`,
    "If the workflow should go on with the caller, set 'On Failure' to Continue and look at transferResult.",
  );
}
