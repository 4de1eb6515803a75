import type { CallRecord, CallSegment } from '../../history/call-record';
import { nameOf } from '../entities/destination';
import { recordingUrl } from '../entities/recordings';
import type { JsonObject } from '../odata/json';
import { isoDuration } from '../odata/typed-value';
import { endedCalls, rangMs, reachedLegs, talkedMs } from './call-log';
import { isoTime, numbersIn, periodOf, sum } from './report';
import type { Report, ReportSources } from './report';

const parameters = 'periodFrom datetime, periodTo datetime, trunkDns string?, callsType int';
const zone = 'clientTimeZone string?';

/**
 * Calls over the trunks, one row each (3CX facts 11). `callsType` 1 is answered calls and 2
 * unanswered ones; that is assumed, 0 for all is known.
 */
export function trunkReports(sources: ReportSources): readonly Report[] {
  return [
    {
      set: 'ReportInboundCalls',
      type: 'InboundCall',
      functions: [
        ['GetInboundCalls', parameters],
        ['DownloadGetInboundCalls', `${parameters}, ${zone}`],
      ],
      rows: (given) =>
        callsOver(sources, given, 'inbound').map((call) => {
          const leg = decisiveLeg(call);
          const dn = leg?.party.dn ?? '';
          return {
            ...common(sources, call, leg),
            SourceDn: call.trunk,
            SourceCallerId: call.from,
            SourceDisplayName: call.segments[0]?.party.name ?? '',
            DestinationDn: dn,
            DestinationCallerId: leg?.party.number ?? call.to,
            DestinationDisplayName: leg?.party.name ?? '',
            Did: call.did,
          };
        }),
    },
    {
      set: 'ReportOutboundCalls',
      type: 'OutboundCall',
      functions: [
        ['GetOutboundCalls', parameters],
        ['DownloadGetOutboundCalls', `${parameters}, ${zone}`],
      ],
      rows: (given) =>
        callsOver(sources, given, 'outbound').map((call) => {
          const leg = decisiveLeg(call);
          const caller = call.segments[0]?.party;
          return {
            ...common(sources, call, leg),
            Answered: call.answeredAt !== undefined,
            CallCost: 0,
            SourceDn: caller?.dn ?? call.from,
            SourceCallerId: caller?.number ?? call.from,
            SourceDisplayName: caller?.name ?? '',
            DestinationDn: call.trunk,
            DestinationCalleeId: leg?.party.number ?? call.to,
            DestinationDisplayName: leg?.party.name ?? '',
          };
        }),
    },
  ];
}

function callsOver(
  { history }: ReportSources,
  given: JsonObject,
  direction: CallRecord['direction'],
): readonly CallRecord[] {
  const { from, to } = periodOf(given);
  const trunks = numbersIn(given.trunkDns);
  return endedCalls(history.calls, from, to).filter((call) => {
    if (call.direction !== direction || (trunks && !trunks.has(call.trunk))) return false;
    if (given.callsType === 1) return call.answeredAt !== undefined;
    return given.callsType === 2 ? call.answeredAt === undefined : true;
  });
}

/** Who took the call in the end, else who was rung last. */
function decisiveLeg(call: CallRecord): CallSegment | undefined {
  const legs = reachedLegs(call);
  return legs.findLast(({ answeredAt }) => answeredAt !== undefined) ?? legs.at(-1);
}

function common(
  { configuration, history }: ReportSources,
  call: CallRecord,
  leg: CallSegment | undefined,
): JsonObject {
  const recordings = history.recordings.filter(({ callRecordId }) => callRecordId === call.id);
  const [first] = recordings;
  return {
    CdrId: leg ? `${call.id}-${leg.id}` : call.id,
    CallHistoryId: call.id,
    StartTime: isoTime(call.startedAt),
    Status: call.answeredAt === undefined ? 'Unanswered' : 'Answered',
    CallDuration: isoDuration((call.endedAt ?? call.startedAt) - call.startedAt),
    RingingDuration: isoDuration(leg ? rangMs(leg) : 0),
    TalkingDuration: isoDuration(sum(reachedLegs(call), talkedMs)),
    TrunkNumber: call.trunk,
    TrunkName: nameOf(configuration, call.trunk),
    QualityReport: false,
    Recordings: recordings.map(({ id }) => ({ Id: id })),
    ...(first ? { RecordingId: first.id, RecordingUrl: recordingUrl(first) } : {}),
  };
}
