import { CallTime } from '../calls/call-time';
import type { Clock } from '../clock';
import type { CallRecord } from '../calls/call-record';
import { Participants } from '../calls/participants';
import type { StoredCall } from './call-store';

export function storedOf(record: CallRecord): StoredCall {
  const { id, callid, dn, direction, fromNumber, toNumber, callerName, did, status, endReason } = record;
  return {
    ...{ id, callid, dn, direction, fromNumber, toNumber, callerName, did, status, endReason },
    startedAt: record.startedAt.toISOString(),
    answeredAt: record.answeredAt?.toISOString(),
    endedAt: record.endedAt?.toISOString(),
    participants: [...record.participants],
  };
}

export function recordOf(stored: StoredCall, clock: Clock): CallRecord {
  const { participants, startedAt, answeredAt, endedAt, endReason, ...rest } = stored;
  const time = new CallTime(clock, new Date(startedAt));
  return {
    ...rest,
    endReason,
    time,
    startedAt: time.startedAt,
    answeredAt: answeredAt === undefined ? undefined : new Date(answeredAt),
    endedAt: endedAt === undefined ? undefined : new Date(endedAt),
    participants: new Participants(participants),
    listener: undefined,
    coming: { expected: undefined, holds: 0, held: undefined },
  };
}
