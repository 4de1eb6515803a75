import type { ITriggerResponse } from 'n8n-workflow';
import {
  MONITORED_EVENTS,
  monitorCalls,
  openTriggerSession,
  parametersOf,
  patternsOf,
  setUp,
  type PhoneSystems,
  type TriggerContext,
} from '../../src/shared';
import { callMonitorDescription } from './description';

/** Listens for call events until n8n closes the trigger. */
export async function startCallMonitor(
  context: TriggerContext,
  systems: PhoneSystems,
): Promise<ITriggerResponse> {
  const session = await openTriggerSession(context, systems);
  const stop = setUp(context, session, () => {
    const parameters = parametersOf((name) => context.parameter(name), callMonitorDescription.properties);
    const settings = {
      eventTypes: parameters.choices('eventTypes', MONITORED_EVENTS),
      scope: parameters.choice('scope', ['granted', 'system']),
      directions: parameters.anyChoices('filters.directions', ['inbound', 'outbound', 'internal']),
      extensions: parameters.list('filters.extensions'),
      queues: parameters.list('filters.queues'),
      dids: patternsOf(parameters, 'filters.dids', 'Called Numbers (DID)'),
      numbers: patternsOf(parameters, 'filters.numberPattern', 'Number Pattern'),
      minDuration: parameters.integer('filters.minDuration', { min: 0, max: 86_400 }),
      maskDigits: parameters.flag('options.maskDigits'),
      batchSize: parameters.integer('options.batchSize', { min: 1, max: 1_000 }),
      batchWaitMs: parameters.integer('options.batchWait', { min: 1, max: 3_600 }) * 1_000,
    };
    return monitorCalls(context, settings, session.pbx);
  });
  return {
    closeFunction: () => {
      stop();
      session.close();
      return Promise.resolve();
    },
  };
}
