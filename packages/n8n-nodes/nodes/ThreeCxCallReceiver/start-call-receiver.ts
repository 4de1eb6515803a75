import type { ITriggerResponse } from 'n8n-workflow';
import {
  GuidedError,
  logFrom,
  openTriggerSession,
  parametersOf,
  patternsOf,
  readEnvironment,
  receiveCalls,
  setUp,
  takeReceiverSlot,
  type BusyTreatment,
  type CallSteps,
  type Parameters,
  type PhoneSystems,
  type TriggerContext,
} from '../../src/shared';
import { callReceiverDescription } from './description';

export interface CallReceiverDependencies {
  readonly systems: PhoneSystems;
  readonly steps: CallSteps;
}

/** Listens for calls until n8n closes the trigger. */
export async function startCallReceiver(
  context: TriggerContext,
  { systems, steps }: CallReceiverDependencies,
): Promise<ITriggerResponse> {
  const session = await openTriggerSession(context, systems);
  const { pbx, lease, connection } = session;
  const close = setUp(context, session, (facts) => {
    const parameters = parametersOf((name) => context.parameter(name), callReceiverDescription.properties);
    const extension =
      parameters.text('extension', {
        pattern: /^[A-Za-z0-9]+$/,
        patternMeaning: 'an extension number',
      }) || connection.extension;
    const settings = {
      extension,
      autoAnswer: parameters.flag('autoAnswer'),
      ringTimeoutMs: parameters.integer('timeout', { min: 1, max: 600 }) * 1_000,
      callTypes: parameters.choices('callTypes', ['inbound', 'internal']),
      dids: patternsOf(parameters, 'filters.dids', 'Called Numbers (DID)'),
      callerNumbers: patternsOf(parameters, 'filters.callerNumbers', 'Callers'),
      excludeCallers: patternsOf(parameters, 'filters.excludeCallers', 'Excluded Callers'),
      maxConcurrentCalls: parameters.integer('options.maxConcurrentCalls', { min: 0, max: 10_000 }),
      whenBusy: busyTreatment(parameters),
      recoveredCalls: parameters.flag('options.recoveredCalls'),
      hangUpAtEnd: parameters.flag('options.hangUpAtEnd'),
    };
    facts.extension = extension;
    pbx.requireExtension(extension);
    const leaveSlot = takeReceiverSlot(pbx, extension, context.workflowName);
    const log = logFrom(readEnvironment().logLevel);
    const stop = receiveCalls(context, settings, { lease, steps, log });
    return () => {
      stop();
      leaveSlot();
      session.close();
    };
  });
  return {
    closeFunction: () => {
      close();
      return Promise.resolve();
    },
  };
}

function busyTreatment(parameters: Parameters): BusyTreatment {
  const kind = parameters.choice('options.whenBusy', ['reject', 'transfer', 'wait']);
  if (kind !== 'transfer') return { kind };
  const to = parameters.text('options.busyTarget', {
    pattern: /^\+?[A-Za-z0-9*#]+$/,
    patternMeaning: 'a number, e.g. 101',
  });
  if (to !== '') return { kind, to };
  throw new GuidedError(
    'PARAMETER',
    "'Busy Target' is empty",
    "'When Busy' sends calls there: name an extension, queue or number.",
  );
}
