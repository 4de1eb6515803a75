import type { ITriggerResponse } from 'n8n-workflow';
import {
  MONITORED_EVENTS,
  monitorCalls,
  openTriggerSession,
  parametersOf,
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
      directions: parameters.anyChoices('filters.directions', ['inbound', 'outbound', 'internal']),
      extensions: parameters.list('filters.extensions'),
      maskDigits: parameters.flag('options.maskDigits'),
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
