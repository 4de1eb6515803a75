import type { Call, CallDirection, Logger } from '@org/3cx-core';
import type { CallSteps } from './call-steps';
import type { TriggerContext } from './contexts';
import { hangUpWhenDone, hangUpWhenIdle } from './end-of-execution-guard';
import { toNodeFailure } from './errors';
import { receivedCallOutput } from './outputs';
import type { PhoneSystemLease } from './phone-systems';

export interface ReceiverSettings {
  readonly extension: string;
  readonly autoAnswer: boolean;
  /** How long an unanswered call is kept, milliseconds. */
  readonly ringTimeoutMs: number;
  readonly callTypes: readonly CallDirection[];
  readonly hangUpAtEnd: boolean;
}

export interface ReceiverDependencies {
  readonly lease: PhoneSystemLease;
  readonly steps: CallSteps;
  readonly log: Logger;
}

/**
 * Starts one execution for each call that reaches the extension. The phone system
 * is kept for a call until that ends, also when the trigger has closed: a test run
 * in the editor closes it after the first call.
 * @returns what ends the listening
 */
export function receiveCalls(
  context: TriggerContext,
  settings: ReceiverSettings,
  dependencies: ReceiverDependencies,
): () => void {
  const listening: Listening = { since: new Date(), isOpen: true };
  // In a test run n8n puts its own `emit` in place only after `trigger()` has
  // returned, so a call that is there already waits for the next turn.
  const returned = new Promise<void>((resolve) => setImmediate(resolve));
  let testCall: Call | undefined;
  const subscription = dependencies.lease.pbx.incomingTo(settings.extension).subscribe((call) => {
    if (!settings.callTypes.includes(call.direction)) return;
    // A test run starts one execution only; a further call would be answered and forgotten.
    if (testCall !== undefined) return;
    if (context.isManual) testCall = call;
    dependencies.lease.keepUntil(call.ended);
    void returned
      .then(() => receive(call, listening, context, settings, dependencies))
      .then((started) => {
        if (!started) testCall = undefined;
      })
      .catch((error: unknown) => {
        dependencies.log.error('A call could not be handed to its workflow', { callId: call.id, error });
      });
  });
  return () => {
    listening.isOpen = false;
    subscription.unsubscribe();
  };
}

interface Listening {
  readonly since: Date;
  isOpen: boolean;
}

/** @returns whether an execution was started */
async function receive(
  call: Call,
  listening: Listening,
  context: TriggerContext,
  settings: ReceiverSettings,
  dependencies: ReceiverDependencies,
): Promise<boolean> {
  if (settings.autoAnswer) {
    if (!(await answered(call, context, settings, dependencies))) return false;
  } else {
    giveUpUnanswered(call, settings.ringTimeoutMs, dependencies.log);
  }
  if (!listening.isOpen) {
    await hangUp(call, dependencies.log);
    return false;
  }
  const recovered = call.startedAt < listening.since;
  const json = receivedCallOutput(call, { recovered, test: context.isManual });
  if (context.isManual) {
    context.emit({ json });
    if (settings.hangUpAtEnd) hangUpWhenIdle(call, dependencies);
    return true;
  }
  const done = context.emitAndFollow({ json });
  if (settings.hangUpAtEnd) void hangUpWhenDone(call, done, dependencies);
  else done.catch(() => undefined);
  return true;
}

async function answered(
  call: Call,
  context: TriggerContext,
  { ringTimeoutMs, extension }: ReceiverSettings,
  { log }: ReceiverDependencies,
): Promise<boolean> {
  try {
    await call.answer({ timeoutMs: ringTimeoutMs });
    return true;
  } catch (error) {
    if (call.status === 'ended') {
      log.debug('A call ended before it was answered', { callId: call.id });
      return false;
    }
    const facts = { step: 'Answer Call', callId: call.id, call, extension };
    context.saveFailedExecution(toNodeFailure(context.node, error, facts).error);
    await hangUp(call, log);
    return false;
  }
}

function giveUpUnanswered(call: Call, ringTimeoutMs: number, log: Logger): void {
  const timer = setTimeout(() => {
    if (call.status === 'ringing') void hangUp(call, log);
  }, ringTimeoutMs).unref();
  void call.ended.then(() => {
    clearTimeout(timer);
  });
}

async function hangUp(call: Call, log: Logger): Promise<void> {
  try {
    await call.hangUp();
  } catch (error) {
    log.warn('A call that starts no workflow could not be hung up', { callId: call.id, error });
  }
}
