import type { ITriggerResponse } from 'n8n-workflow';
import {
  logFrom,
  openTriggerSession,
  parametersOf,
  readEnvironment,
  receiveCalls,
  setUp,
  takeReceiverSlot,
  type CallSteps,
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
