import type { CallFact } from '../calls/call-model';
import type { CallRecord } from '../calls/call-record';
import type {
  CallEndedEvent,
  CallEvent,
  ConnectionEvent,
  DtmfReceivedEvent,
  QueueCallEvent,
} from './call-event';

/** Numbers events so that no two share an id, also after the PBX has begun its own ids again. */
export class EventIds {
  private count = 0;

  /** @param epoch differs for every run of every process */
  constructor(private readonly epoch: string) {}

  next(): string {
    this.count += 1;
    return `${this.epoch}-${String(this.count)}`;
  }
}

/** What makes one event unlike any other. */
export interface Stamp {
  readonly eventId: string;
  readonly timestamp: string;
}

/** Written out field by field: this is made for every event, and copying objects takes longer than the rest. */
function callEvent<T extends CallEvent['eventType'], D>(
  eventType: T,
  record: CallRecord,
  { eventId, timestamp }: Stamp,
  data: D,
) {
  return {
    eventType,
    eventId,
    timestamp,
    callId: record.id,
    fromNumber: record.fromNumber,
    toNumber: record.toNumber,
    extension: record.dn,
    direction: record.direction,
    callerName: record.callerName,
    did: record.did,
    status: record.status,
    data,
  };
}

const seconds = (from: Date | undefined, to: Date): number =>
  from === undefined ? 0 : (to.getTime() - from.getTime()) / 1000;

/** The events that tell a fact: two when a call ends that nobody took. */
export function eventsOfFact(fact: CallFact, stamp: () => Stamp): CallEvent[] {
  const { record, synthetic } = fact;
  switch (fact.kind) {
    case 'started':
      return [callEvent('call_started', record, stamp(), { synthetic })];
    case 'ringing':
      return [callEvent('call_ringing', record, stamp(), { synthetic })];
    case 'answered':
      return [callEvent('call_answered', record, stamp(), { synthetic })];
    case 'updated':
      return [callEvent('call_updated', record, stamp(), { synthetic, changed: fact.changed })];
    case 'ended':
      return endedEvents(record, synthetic, stamp);
  }
}

function endedEvents(record: CallRecord, synthetic: boolean, stamp: () => Stamp): CallEvent[] {
  const endedAt = record.endedAt ?? record.startedAt;
  const data: CallEndedEvent['data'] = {
    synthetic,
    durationSeconds: seconds(record.startedAt, endedAt),
    talkSeconds: seconds(record.answeredAt, endedAt),
    endReason: record.endReason ?? 'lost-in-gap',
    endReasonInferred: true,
  };
  const missed = record.direction !== 'outbound' && record.answeredAt === undefined;
  const types = missed ? (['call_missed', 'call_ended'] as const) : (['call_ended'] as const);
  return types.map((eventType) => callEvent(eventType, record, stamp(), data));
}

export function transferredEvent(record: CallRecord, target: string, stamp: Stamp): CallEvent {
  return callEvent('call_transferred', record, stamp, { synthetic: false, target });
}

/** Derived, as the API has no queue events. */
export function queueEvent(
  eventType: QueueCallEvent['eventType'],
  record: CallRecord,
  queueId: string,
  stamp: Stamp,
): CallEvent {
  return callEvent(eventType, record, stamp, { synthetic: true, queueId });
}

export function dtmfEvent(record: CallRecord, digits: string, stamp: Stamp): DtmfReceivedEvent {
  return callEvent('dtmf_received', record, stamp, { synthetic: false, digits });
}

/** Brackets a stretch of time in which nothing could be seen. */
export function connectionEvent(
  eventType: ConnectionEvent['eventType'],
  extension: string,
  gapMs: number,
  stamp: Stamp,
): ConnectionEvent {
  return {
    eventType,
    ...stamp,
    callId: '',
    fromNumber: '',
    toNumber: '',
    extension,
    direction: 'inbound',
    callerName: '',
    did: '',
    status: 'ended',
    data: { synthetic: false, gapMs },
  };
}
