import type { EventLog } from '../entities/event-log';
import { ODataError } from '../odata/odata-error';
import { operation } from '../service/operation';
import type { EntitySet, Resource } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { agentReports } from './agent-reports';
import { callLog, callLogParameters } from './call-log';
import { configurationReports } from './configuration-reports';
import { extensionReports } from './extension-reports';
import { queueCharts } from './queue-charts';
import { queueReports } from './queue-reports';
import { isoTime, reportSet } from './report';
import type { ReportSources } from './report';
import { ringGroupReports } from './ring-group-reports';
import { trunkReports } from './trunk-reports';

/** Call log and reports (3CX facts 10.7, 11), out of what happened and what is configured; for System Owners. */
export function reportResources(
  sources: ReportSources,
  eventLog: EventLog,
  types: TypeLibrary,
): readonly Resource[] {
  const reports = [
    ...queueReports(sources),
    ...queueCharts(sources),
    ...agentReports(sources),
    ...trunkReports(sources),
    ...extensionReports(sources),
    ...ringGroupReports(sources),
    ...configurationReports(sources, eventLog),
  ];
  return [
    callLogSet(sources, types),
    callHistoryView(types),
    lastCall(sources, types),
    ...reports.map((report) => reportSet(types, report)),
  ];
}

function callLogSet(sources: ReportSources, types: TypeLibrary): EntitySet {
  const log = reportSet(types, callLog(sources));
  const source = 'srcNumber string?, dstNumber string?, srcCallerId string?, dstCallerId string?';
  const noReport = (): never => {
    throw new ODataError(404, 'The quality of this call was not measured.');
  };
  return {
    ...log,
    operations: [
      ...log.operations,
      // Calls from before an upgrade: this system never had one.
      operation(types, 'function', 'set', 'GetOldCallLogData', callLogParameters, () => ({
        kind: 'rows',
        type: log.type,
        rows: [],
      })),
      operation(types, 'function', 'set', 'GetCallQualityReport', `cdrId string?, ${source}`, noReport),
      operation(types, 'function', 'set', 'GetOldCallQualityReport', `call_id int, ${source}`, noReport),
    ],
  };
}

/** Since Update 6 it shows only what was there before the upgrade to it (3CX facts 10.7): here nothing. */
function callHistoryView(types: TypeLibrary): EntitySet {
  return {
    kind: 'set',
    name: 'CallHistoryView',
    type: types.structure('CallHistoryView'),
    key: 'SegmentId',
    access: 'owners',
    rows: () => [],
    operations: [],
  };
}

function lastCall({ history }: ReportSources, types: TypeLibrary): EntitySet {
  return {
    kind: 'set',
    name: 'LastCdrAndChatMessageTimestamp',
    type: types.structure('LastCdrAndChatMessageTimestamp'),
    key: 'LastCdrStartedAt',
    access: 'administrators',
    rows: () => {
      const last = history.calls.findLast(({ endedAt }) => endedAt !== undefined);
      return last ? [{ LastCdrStartedAt: isoTime(last.startedAt) }] : [];
    },
    operations: [],
  };
}
