import type { CallDirection, CallEvent, PhoneSystem } from '@org/3cx-core';
import type { TriggerContext } from './contexts';
import { callEventOutput } from './outputs';

/** The events that a Call Monitor can start a workflow with. */
export const MONITORED_EVENTS = ['call_started', 'call_answered', 'call_ended', 'dtmf_received'] as const;

export type MonitoredEvent = (typeof MONITORED_EVENTS)[number];

export interface MonitorSettings {
  readonly eventTypes: readonly MonitoredEvent[];
  /** Empty for all. */
  readonly directions: readonly CallDirection[];
  /** Empty for all. */
  readonly extensions: readonly string[];
  readonly maskDigits: boolean;
}

/**
 * Starts one execution for each event that passes the filters.
 * @returns what ends the listening
 */
export function monitorCalls(
  context: TriggerContext,
  settings: MonitorSettings,
  pbx: PhoneSystem,
): () => void {
  const subscription = pbx.events$.subscribe((event) => {
    if (passes(event, settings)) context.emit({ json: callEventOutput(event, settings.maskDigits) });
  });
  return () => {
    subscription.unsubscribe();
  };
}

function passes(event: CallEvent, { eventTypes, directions, extensions }: MonitorSettings): boolean {
  return (
    eventTypes.some((type) => type === event.eventType) &&
    (directions.length === 0 || directions.includes(event.direction)) &&
    (extensions.length === 0 || extensions.includes(event.extension))
  );
}
