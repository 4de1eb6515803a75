import type { CallRecord, CallSegment, PartySnapshot, SegmentOutcome } from '../../history/call-record';
import { dnTypeNumber } from '../entities/dn-type-numbers';
import { flag } from '../entities/json-reading';
import { recordingUrl } from '../entities/recordings';
import type { JsonObject } from '../odata/json';
import { isoDuration } from '../odata/typed-value';
import { isoTime, numbersIn, periodOf } from './report';
import type { Report, ReportSources } from './report';

/** Parameters of the call log's functions, in their order. */
export const callLogParameters =
  'periodFrom datetime, periodTo datetime, sourceType int, sourceFilter string?, destinationType int, ' +
  'destinationFilter string?, callsType int, callTimeFilterType int, callTimeFilterFrom string?, ' +
  'callTimeFilterTo string?, hidePcalls bool';

const directions: Readonly<Record<CallRecord['direction'], string>> = {
  inbound: 'Inbound',
  outbound: 'Outbound',
  internal: 'Internal',
};
const reasons: Readonly<Record<SegmentOutcome, string>> = {
  answered: 'Answered',
  'no-answer': 'No answer',
  busy: 'Busy',
  rejected: 'Rejected',
  'not-registered': 'Not registered',
  cancelled: 'Cancelled',
};

/**
 * The call log: one row for every leg a call rang or reached, once the call is over (3CX facts
 * 10.7). `hidePcalls` hides agents and members who were rung in vain. Number filters are
 * lists of numbers; what the type codes other than 0 mean isn't known, so they change nothing.
 */
export function callLog({ history }: ReportSources): Report {
  return {
    set: 'ReportCallLogData',
    type: 'CallLogData',
    functions: [
      ['GetCallLogData', callLogParameters],
      ['DownloadCallLog', `${callLogParameters}, clientTimeZone string?`],
    ],
    rows: (given) => {
      const { from, to } = periodOf(given);
      const sources = numbersIn(given.sourceFilter);
      const destinations = numbersIn(given.destinationFilter);
      return endedCalls(history.calls, from, to)
        .flatMap((call) => {
          const legs = reachedLegs(call).filter((leg) => !flag(given.hidePcalls) || !isPassing(leg));
          return legs.map((leg, index) => row(call, leg, index, history));
        })
        .filter(
          (entry) =>
            passes(sources, entry.SourceDn, entry.SourceCallerId) &&
            passes(destinations, entry.DestinationDn, entry.DestinationCallerId),
        );
    },
  };
}

/** Calls that are over and began in the period. */
export function endedCalls(calls: readonly CallRecord[], from: number, to: number): readonly CallRecord[] {
  return calls.filter(
    ({ startedAt, endedAt }) => endedAt !== undefined && startedAt >= from && startedAt <= to,
  );
}

/** Every leg but the caller's own. */
export function reachedLegs({ segments }: CallRecord): readonly CallSegment[] {
  return segments.slice(1);
}

export function talkedMs({ answeredAt, endedAt }: CallSegment): number {
  return answeredAt === undefined ? 0 : Math.max(0, (endedAt ?? answeredAt) - answeredAt);
}

export function rangMs({ startedAt, answeredAt, endedAt }: CallSegment): number {
  return Math.max(0, (answeredAt ?? endedAt ?? startedAt) - startedAt);
}

/** Rung by a queue or a ring group, and not the one who took the call. */
function isPassing({ reason, answeredAt }: CallSegment): boolean {
  return answeredAt === undefined && (reason === 'queue' || reason === 'ring-group');
}

function passes(numbers: ReadonlySet<string> | undefined, ...candidates: JsonObject[string][]): boolean {
  return !numbers || candidates.some((each) => typeof each === 'string' && numbers.has(each));
}

function row(
  call: CallRecord,
  leg: CallSegment,
  index: number,
  history: ReportSources['history'],
): JsonObject {
  const recordings = history.recordings.filter(
    ({ callRecordId, startedAt, endedAt }) =>
      callRecordId === call.id &&
      leg.answeredAt !== undefined &&
      startedAt <= (leg.endedAt ?? startedAt) &&
      endedAt >= leg.answeredAt,
  );
  const [first] = recordings;
  return {
    CallId: call.callId,
    CallHistoryId: call.id,
    MainCallHistoryId: call.id,
    CdrId: `${call.id}-${leg.id}`,
    SegmentId: leg.id,
    Indent: index === 0 ? 0 : 1,
    StartTime: isoTime(leg.startedAt),
    Direction: directions[call.direction],
    ...party('Source', leg.peer),
    ...party('Destination', leg.party),
    ...(leg.via === '' ? {} : { actionDnDn: leg.via, ActionDnCallerId: leg.via }),
    Answered: leg.answeredAt !== undefined,
    Status: leg.answeredAt === undefined ? 'Unanswered' : 'Answered',
    Reason: leg.answeredAt === undefined ? reasons[leg.outcome ?? 'cancelled'] : ending(call),
    RingingDuration: isoDuration(rangMs(leg)),
    TalkingDuration: isoDuration(talkedMs(leg)),
    CallCost: 0,
    QualityReport: false,
    Recordings: recordings.map(({ id }) => ({ Id: id })),
    ...(first ? { DstRecId: first.id, RecordingUrl: recordingUrl(first) } : {}),
  };
}

function ending({ endedBy, endReason }: CallRecord): string {
  return `Terminated by ${endedBy ?? 'system'}${endReason === undefined ? '' : ` (${endReason})`}`;
}

function party(prefix: 'Source' | 'Destination', { dn, type, name, number }: PartySnapshot): JsonObject {
  return {
    [`${prefix}Dn`]: dn,
    [`${prefix}Type`]: dnTypeNumber(type),
    [`${prefix}DisplayName`]: name,
    // An extension's caller id is printed so by the PBX.
    [`${prefix}CallerId`]: type === 'Wextension' ? `Ext.${number}` : number,
  };
}
