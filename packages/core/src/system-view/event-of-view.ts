import { formatCallId } from '../calls/call-id';
import type { CallEndedEvent, CallEvent } from '../events/call-event';
import type { Stamp } from '../events/event-of-fact';
import type { ViewedCall, ViewFact } from './active-call-diff';

/** Nothing here is told by an event: all of it follows from comparing lists. */
const DERIVED = { synthetic: true, source: 'active-calls' } as const;

function fieldsOf(call: ViewedCall, stamp: Stamp) {
  const status = call.answeredAt === undefined ? 'ringing' : 'answered';
  return {
    ...stamp,
    callId: formatCallId(call.id, 0),
    fromNumber: call.from,
    toNumber: call.to,
    extension: call.extension,
    direction: call.direction,
    callerName: call.callerName,
    did: '',
    status: call.endedAt === undefined ? status : 'ended',
  } as const;
}

export function eventsOfView({ kind, call, changed }: ViewFact, stamp: () => Stamp): CallEvent[] {
  const fields = fieldsOf(call, stamp());
  switch (kind) {
    case 'started':
      return [{ eventType: 'call_started', ...fields, data: DERIVED }];
    case 'ringing':
      return [{ eventType: 'call_ringing', ...fields, data: DERIVED }];
    case 'answered':
      return [{ eventType: 'call_answered', ...fields, data: DERIVED }];
    case 'updated':
      return [{ eventType: 'call_updated', ...fields, data: { ...DERIVED, changed } }];
    case 'ended': {
      const seconds = (from: Date | undefined) =>
        from === undefined || call.endedAt === undefined
          ? 0
          : (call.endedAt.getTime() - from.getTime()) / 1000;
      const data: CallEndedEvent['data'] = {
        ...DERIVED,
        durationSeconds: seconds(call.startedAt),
        talkSeconds: seconds(call.answeredAt),
        endReason: call.answeredAt === undefined ? 'not-answered' : 'remote-hung-up',
        endReasonInferred: true,
      };
      const missed = call.answeredAt === undefined && call.direction !== 'outbound';
      if (!missed) return [{ eventType: 'call_ended', ...fields, data }];
      return [
        { eventType: 'call_missed', ...fields, data },
        { eventType: 'call_ended', ...fields, ...stamp(), data },
      ];
    }
  }
}
