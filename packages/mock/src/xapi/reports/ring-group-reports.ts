import type { CallRecord } from '../../history/call-record';
import { nameOf } from '../entities/destination';
import { endedCalls, reachedLegs } from './call-log';
import { numbersIn, periodOf } from './report';
import type { Report, ReportSources } from './report';

const parameters = 'periodFrom datetime, periodTo datetime, ringGroupDns string?';

/** The reports about ring groups (3CX facts 11). */
export function ringGroupReports({ configuration, history }: ReportSources): readonly Report[] {
  const shares = (given: Parameters<Report['rows']>[0]) => {
    const { from, to } = periodOf(given);
    const wanted = numbersIn(given.ringGroupDns);
    const calls = endedCalls(history.calls, from, to);
    return configuration.ringGroups.all
      .filter(({ number }) => !wanted || wanted.has(number))
      .map((group) => ({ group, calls: calls.filter((call) => came(call, group.number)) }));
  };
  return [
    {
      set: 'ReportRingGroupStatistics',
      type: 'RingGroupStatistics',
      functions: [
        ['GetRingGroupStatisticsData', parameters],
        ['DownloadRingGroupStatistics', parameters],
      ],
      rows: (given) =>
        shares(given).map(({ group, calls }) => ({
          RingGroupDn: group.number,
          RingGroupDisplayName: group.name,
          RingGroupReceivedCount: calls.length,
          RingGroupAnsweredCount: calls.filter((call) => takenBy(call, group.number) !== undefined).length,
        })),
    },
    {
      set: 'ReportExtensionsStatisticsByRingGroups',
      type: 'ExtensionsStatisticsByRingGroups',
      functions: [
        ['GetExtensionsStatisticsByRingGroupsData', parameters],
        ['DownloadExtensionsStatisticsByRingGroups', parameters],
      ],
      rows: (given) =>
        shares(given).flatMap(({ group, calls }) =>
          group.members.map((member, index) => ({
            RingGroupDn: group.number,
            RingGroupDisplayName: group.name,
            RingGroupReceivedCount: calls.length,
            RingGroupUnansweredCount: calls.filter((call) => takenBy(call, group.number) === undefined)
              .length,
            ExtensionDn: member,
            ExtensionDisplayName: nameOf(configuration, member),
            ExtensionAnsweredCount: calls.filter((call) => takenBy(call, group.number) === member).length,
            SortOrder: index,
          })),
        ),
    },
  ];
}

function came(call: CallRecord, group: string): boolean {
  return reachedLegs(call).some(
    ({ reason, via, party }) => (reason === 'ring-group' && via === group) || party.dn === group,
  );
}

/** The member who took the group's call. */
function takenBy(call: CallRecord, group: string): string | undefined {
  return reachedLegs(call).find(
    ({ reason, via, answeredAt }) => reason === 'ring-group' && via === group && answeredAt !== undefined,
  )?.party.dn;
}
