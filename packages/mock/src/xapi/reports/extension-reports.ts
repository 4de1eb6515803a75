import { nameOf } from '../entities/destination';
import { amount, flag, text } from '../entities/json-reading';
import type { JsonObject } from '../odata/json';
import { isoDuration } from '../odata/typed-value';
import { endedCalls, rangMs, reachedLegs, talkedMs } from './call-log';
import { extensionCalls } from './extension-calls';
import type { ExtensionCall } from './extension-calls';
import { isoTime, numbersIn, periodOf, sum } from './report';
import type { Report, ReportSources } from './report';
import { ZoneClock } from './time-buckets';
import type { BucketUnit } from './time-buckets';

/** The reports about extensions (3CX facts 11). */
export function extensionReports(sources: ReportSources): readonly Report[] {
  const statistics = 'periodFrom datetime, periodTo datetime, extensionFilter string?, callArea int';
  const byGroup = 'groupNumber string?, periodFrom datetime, periodTo datetime, callArea int';
  return [
    {
      set: 'ReportExtensionStatistics',
      type: 'ExtensionStatistics',
      functions: [
        ['GetExtensionStatisticsData', statistics],
        ['DownloadExtensionStatistics', statistics],
      ],
      rows: (given) => statisticsRows(sources, given),
    },
    {
      set: 'ReportExtensionStatisticsByGroup',
      type: 'ReportExtensionStatisticsByGroup',
      functions: [
        ['GetExtensionStatisticsByGroupData', byGroup],
        ['DownloadExtensionStatisticsByGroup', byGroup],
      ],
      rows: (given) => statisticsRows(sources, given),
    },
    ...overTime(sources),
    callCosts(sources),
  ];
}

/** One row per extension that had a call. */
function statisticsRows(sources: ReportSources, given: JsonObject): readonly JsonObject[] {
  const calls = extensionCalls(sources, given);
  return [...new Set(calls.map(({ extension }) => extension))].sort().map((extension) => {
    const own = calls.filter((call) => call.extension === extension);
    const part = (direction: ExtensionCall['direction'], answered: boolean) =>
      own.filter((call) => call.direction === direction && call.answered === answered);
    const talked = (of: readonly ExtensionCall[]): string => isoDuration(sum(of, (call) => call.talked));
    return {
      Dn: extension,
      DisplayName: nameOf(sources.configuration, extension),
      InboundAnsweredCount: part('inbound', true).length,
      InboundUnansweredCount: part('inbound', false).length,
      InboundAnsweredTalkingDur: talked(part('inbound', true)),
      OutboundAnsweredCount: part('outbound', true).length,
      OutboundUnansweredCount: part('outbound', false).length,
      OutboundAnsweredTalkingDur: talked(part('outbound', true)),
    };
  });
}

/** `groupingType` 0 is by hour, 1 by day and 2 by month: assumed, since no source says. */
const units: readonly BucketUnit[] = ['hour', 'day', 'month'];

function overTime(sources: ReportSources): readonly Report[] {
  const parameters =
    'clientTimeZone string?, periodFrom datetime, periodTo datetime, groupNumber string?, extensionDns string?, ' +
    'waitInterval string?, includeQueueCalls bool, callArea int, groupingType int';
  const rows = (
    given: JsonObject,
    values: (calls: readonly ExtensionCall[]) => JsonObject,
  ): readonly JsonObject[] => {
    const clock = new ZoneClock(text(given.clientTimeZone));
    const unit = units[amount(given.groupingType)] ?? 'day';
    const { from, to } = periodOf(given);
    const calls = extensionCalls(sources, given).filter(
      ({ viaQueue }) => flag(given.includeQueueCalls) || !viaQueue,
    );
    return clock.bucketsBetween(from, to, unit).map((start) => ({
      DateTimeInterval: isoTime(start),
      ...values(calls.filter(({ at }) => clock.startOf(at, unit) === start)),
    }));
  };
  return [
    {
      set: 'ReportUserActivity',
      type: 'UserActivity',
      functions: [
        ['GetUserActivity', parameters],
        ['DownloadGetUserActivity', parameters],
      ],
      rows: (given) =>
        rows(given, (calls) => ({
          AnsweredCount: calls.filter(({ answered }) => answered).length,
          UnansweredCount: calls.filter(({ answered }) => !answered).length,
        })),
    },
    {
      set: 'ReportCallDistribution',
      type: 'CallDistribution',
      functions: [
        ['GetCallDistribution', parameters],
        // The PBX spells it so.
        ['DownloadGetGetCallDistribution', parameters],
      ],
      rows: (given) =>
        rows(given, (calls) => ({
          IncomingCount: calls.filter(({ direction }) => direction === 'inbound').length,
          OutgoingCount: calls.filter(({ direction }) => direction === 'outbound').length,
        })),
    },
  ];
}

/** Outgoing calls with their price, which is nothing: no rates are configured here. */
function callCosts(sources: ReportSources): Report {
  const { configuration, history } = sources;
  const parameters = 'periodFrom datetime, periodTo datetime, groupFilter string?, callClass int';
  return {
    set: 'ReportCallCostByExtensionGroup',
    type: 'CallCostByExtensionGroup',
    functions: [
      ['GetCallCostByExtensionGroupData', parameters],
      ['DownloadCallCostByExtensionGroup', `${parameters}, clientTimeZone string?`],
    ],
    rows: (given) => {
      const { from, to } = periodOf(given);
      const groups = numbersIn(given.groupFilter);
      return endedCalls(history.calls, from, to)
        .filter(({ direction }) => direction === 'outbound')
        .flatMap((call) => {
          const caller = call.segments[0]?.party;
          const membership = configuration.extensions.find(caller?.dn ?? '')?.memberships[0];
          const group = membership && configuration.departments.byId(membership.departmentId);
          if (!caller || (groups && !groups.has(group?.number ?? ''))) return [];
          return reachedLegs(call).map((leg) => ({
            SegId: String(leg.id),
            StartTime: isoTime(leg.startedAt),
            SrcDn: caller.dn,
            SrcDisplayName: caller.name,
            DstDn: leg.party.number,
            DstDnClass: 1,
            GroupName: group?.name ?? '',
            CallType: 'Outbound',
            IsAnswered: leg.answeredAt !== undefined,
            RingingDur: isoDuration(rangMs(leg)),
            TalkingDur: isoDuration(talkedMs(leg)),
            BillingCost: 0,
          }));
        });
    },
  };
}
