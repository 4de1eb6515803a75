import {
  CALL_EVENT_TYPES,
  type CallDirection,
  type CallEvent,
  type CallEventType,
  type PhoneSystem,
} from '@org/3cx-core';
import { EventBatches } from './event-batches';
import type { TriggerContext } from './contexts';
import { fitsAny } from './number-filter';
import { callEventOutput } from './outputs';

/** The events that a Call Monitor can start a workflow with. */
export const MONITORED_EVENTS = CALL_EVENT_TYPES;

export interface MonitorSettings {
  readonly eventTypes: readonly CallEventType[];
  /** The extensions of the credential, or all of the PBX. */
  readonly scope: 'granted' | 'system';
  /** Each of these is empty for all. */
  readonly directions: readonly CallDirection[];
  readonly extensions: readonly string[];
  readonly queues: readonly string[];
  readonly dids: readonly string[];
  /** Patterns that the number of either side has to fit. */
  readonly numbers: readonly string[];
  /** Least seconds of a call that ends. */
  readonly minDuration: number;
  readonly maskDigits: boolean;
  /** Most events of one execution. */
  readonly batchSize: number;
  /** How long events wait for more to come, milliseconds. */
  readonly batchWaitMs: number;
}

/**
 * Starts an execution for the events that pass the filters, each alone or several together.
 * @returns what ends the listening; events that wait are still handed on
 */
export function monitorCalls(
  context: TriggerContext,
  settings: MonitorSettings,
  pbx: Pick<PhoneSystem, 'events$' | 'systemEvents$'>,
): () => void {
  const batches = new EventBatches<CallEvent>(settings.batchSize, settings.batchWaitMs, (events) => {
    context.emitAll(events.map((event) => ({ json: callEventOutput(event, settings.maskDigits) })));
  });
  const events$ = settings.scope === 'system' ? pbx.systemEvents$ : pbx.events$;
  const subscription = events$.subscribe((event) => {
    if (passes(event, settings)) batches.add(event);
  });
  return () => {
    subscription.unsubscribe();
    batches.flush();
  };
}

function passes(event: CallEvent, settings: MonitorSettings): boolean {
  if (!settings.eventTypes.includes(event.eventType)) return false;
  // They are about no call, so that no filter for calls can mean them.
  if (event.eventType === 'connection_lost' || event.eventType === 'connection_restored') return true;
  const { directions, extensions, queues, dids, numbers } = settings;
  return (
    (directions.length === 0 || directions.includes(event.direction)) &&
    (extensions.length === 0 || extensions.includes(event.extension)) &&
    (queues.length === 0 || queues.includes(queueOf(event))) &&
    (dids.length === 0 || fitsAny(event.did, dids)) &&
    (numbers.length === 0 || fitsAny(event.fromNumber, numbers) || fitsAny(event.toNumber, numbers)) &&
    isLongEnough(event, settings.minDuration)
  );
}

/** The queue of an event about one; else the number called, which is a queue's for a call to it. */
function queueOf(event: CallEvent): string {
  const isOfQueue = event.eventType === 'queue_call_waiting' || event.eventType === 'queue_call_answered';
  return isOfQueue ? event.data.queueId : event.toNumber;
}

function isLongEnough(event: CallEvent, minDuration: number): boolean {
  if (event.eventType !== 'call_ended' && event.eventType !== 'call_missed') return true;
  return event.data.durationSeconds >= minDuration;
}
