import { waitedMs } from '../../history/queue-visit';
import type { QueueVisit } from '../../history/queue-visit';
import { nameOf } from '../entities/destination';
import { isoDuration } from '../odata/typed-value';
import { agentsOf, isAnswered, missedBy, queueShares, talkMs } from './queue-visits';
import { average, isoTime, shortInterval, sum } from './report';
import type { Report, ReportSources } from './report';

const byPeriod = 'periodFrom datetime, periodTo datetime, queueDns string?, waitInterval string?';
const byDates = 'queueDnStr string?, startDt datetime, endDt datetime, waitInterval string?';
const zone = 'clientTimeZone string?';

/** The reports about queues, out of the visits of their callers (3CX facts 11). */
export function queueReports(sources: ReportSources): readonly Report[] {
  return [
    performanceOverview(sources),
    performanceTotals(sources),
    detailedStatistics(sources),
    abandonedCalls(sources),
    slaStatistics(sources),
    slaBreaches(sources),
    teamStatistics(sources),
    answeredByWaitTime(sources),
    ...callbacks(sources),
  ];
}

/** One row per queue and agent. Dropped is what rang at the agent and was not taken there. */
function performanceOverview(sources: ReportSources): Report {
  const { configuration, wallNow } = sources;
  return {
    set: 'ReportQueuePerformanceOverview',
    type: 'QueuePerformanceOverview',
    functions: [
      ['GetQueuePerformanceOverviewData', byPeriod],
      ['DownloadQueuePerformanceOverview', byPeriod],
    ],
    rows: (given) =>
      queueShares(sources, given).flatMap((share) => {
        const { queue, visits } = share;
        const agents = agentsOf(share);
        return (agents.length === 0 ? [''] : agents).map((agent, index) => {
          const taken = visits.filter(({ answeredBy }) => answeredBy === agent);
          return {
            QueueDn: queue.number,
            QueueDisplayName: queue.name,
            QueueReceivedCount: visits.length,
            QueueAnsweredCount: visits.filter(isAnswered).length,
            ExtensionDn: agent,
            ExtensionDisplayName: nameOf(configuration, agent),
            ExtensionAnsweredCount: taken.length,
            ExtensionDroppedCount: missedBy(visits, agent).length,
            TalkTime: isoDuration(sum(taken, (visit) => talkMs(visit, wallNow()))),
            SortOrder: index,
          };
        });
      }),
  };
}

function performanceTotals(sources: ReportSources): Report {
  return {
    set: 'ReportQueuePerformanceTotals',
    type: 'QueuePerformanceTotals',
    functions: [
      ['GetQueuePerformanceTotalsData', byPeriod],
      ['DownloadQueuePerformanceTotals', byPeriod],
    ],
    rows: (given) =>
      queueShares(sources, given).map(({ queue, visits }) => {
        const answered = visits.filter(isAnswered).length;
        return {
          QueueDn: queue.number,
          QueueDisplayName: queue.name,
          QueueReceivedCount: visits.length,
          ExtensionAnsweredCount: answered,
          ExtensionDroppedCount: visits.length - answered,
        };
      }),
  };
}

/** Ring time is how long answered callers waited. */
function detailedStatistics(sources: ReportSources): Report {
  const { wallNow } = sources;
  return {
    set: 'ReportDetailedQueueStatistics',
    type: 'DetailedQueueStatistics',
    functions: [
      ['GetDetailedQueueStatisticsData', byDates],
      ['DownloadDetailedQueueStatistics', byDates],
    ],
    rows: (given) =>
      queueShares(sources, given).map(({ queue, visits }) => {
        const answered = visits.filter(isAnswered);
        const ring = sum(answered, (visit) => waitedMs(visit, wallNow()));
        const talk = sum(answered, (visit) => talkMs(visit, wallNow()));
        return {
          QueueDn: queue.name,
          QueueDnNumber: queue.number,
          CallsCount: visits.length,
          AnsweredCount: answered.length,
          CallbacksCount: 0,
          RingTime: isoDuration(ring),
          AvgRingTime: isoDuration(average(ring, answered.length)),
          TalkTime: isoDuration(talk),
          AvgTalkTime: isoDuration(average(talk, answered.length)),
        };
      }),
  };
}

/** One row per caller who hung up while waiting, with the agent who was rung last. */
function abandonedCalls(sources: ReportSources): Report {
  const { configuration, wallNow } = sources;
  return {
    set: 'ReportAbandonedQueueCalls',
    type: 'AbandonedQueueCalls',
    functions: [
      ['GetAbandonedQueueCallsData', byPeriod],
      ['DownloadAbandonedQueueCalls', `${byPeriod}, ${zone}`],
    ],
    rows: (given) =>
      queueShares(sources, given).flatMap(({ queue, visits }) =>
        visits
          .filter(({ outcome }) => outcome === 'abandoned')
          .map((visit) => {
            const agent = visit.polls.at(-1)?.agent ?? '';
            return {
              QueueDn: queue.number,
              QueueDisplayName: queue.name,
              CallerId: visit.caller,
              CallHistoryId: visit.callRecordId,
              CallTime: isoTime(visit.enteredAt),
              CallTimeForCsv: isoTime(visit.enteredAt),
              WaitTime: isoDuration(waitedMs(visit, wallNow())),
              PollingAttempts: visit.polls.length,
              ExtensionDn: agent,
              ExtensionDisplayName: nameOf(configuration, agent),
              IsLoggedIn: configuration.extensions.find(agent)?.queueStatus === 'LoggedIn',
            };
          }),
      ),
  };
}

/** Without a service level (`SLATime` 0) nothing breaches it. */
function breaches(visits: readonly QueueVisit[], slaSeconds: number, now: number): readonly QueueVisit[] {
  return slaSeconds === 0 ? [] : visits.filter((visit) => waitedMs(visit, now) > slaSeconds * 1000);
}

function slaStatistics(sources: ReportSources): Report {
  return {
    set: 'ReportStatisticSla',
    type: 'StatisticSla',
    functions: [
      ['GetStatisticSlaData', byDates],
      ['DownloadStatisticSla', byDates],
    ],
    rows: (given) =>
      queueShares(sources, given).map(({ queue, visits }) => ({
        Dn: queue.name,
        QueueDnNumber: queue.number,
        ReceivedCount: visits.length,
        BadSlaCallsCount: breaches(visits, queue.slaSeconds, sources.wallNow()).length,
      })),
  };
}

function slaBreaches(sources: ReportSources): Report {
  const { wallNow } = sources;
  return {
    set: 'ReportBreachesSla',
    type: 'BreachesSla',
    functions: [
      ['GetBreachesSlaData', byDates],
      ['DownloadBreachesSla', `${byDates}, ${zone}`],
    ],
    rows: (given) =>
      queueShares(sources, given).flatMap(({ queue, visits }) =>
        breaches(visits, queue.slaSeconds, wallNow()).map((visit) => ({
          Queue: queue.name,
          QueueDnNumber: queue.number,
          CallerId: visit.caller,
          CallTime: isoTime(visit.enteredAt),
          WaitingTime: isoDuration(waitedMs(visit, wallNow())),
        })),
      ),
  };
}

function teamStatistics(sources: ReportSources): Report {
  const { wallNow } = sources;
  return {
    set: 'ReportTeamQueueGeneralStatistics',
    type: 'TeamQueueGeneralStatistics',
    functions: [
      ['GetTeamQueueGeneralStatisticsData', byDates],
      ['DownloadTeamQueueGeneralStatistics', byDates],
    ],
    rows: (given) =>
      queueShares(sources, given).map(({ queue, visits }) => {
        const answered = visits.filter(isAnswered);
        const talk = sum(answered, (visit) => talkMs(visit, wallNow()));
        return {
          Dn: queue.name,
          QueueDnNumber: queue.number,
          AgentsInQueueCount: queue.agents.length,
          ReceivedCount: visits.length,
          AnsweredCount: answered.length,
          TotalTalkTime: isoDuration(talk),
          AvgTalkTime: isoDuration(average(talk, answered.length)),
        };
      }),
  };
}

/** Answered callers who had waited at least `answerInterval`. */
function answeredByWaitTime(sources: ReportSources): Report {
  const { configuration, wallNow } = sources;
  const parameters = 'queueDnStr string?, startDt datetime, endDt datetime, answerInterval string?';
  return {
    set: 'ReportQueueAnsweredCallsByWaitTime',
    type: 'QueueAnsweredCallsByWaitTime',
    functions: [
      ['GetQueueAnsweredCallsByWaitTimeData', parameters],
      ['DownloadQueueAnsweredCallsByWaitTime', `${parameters}, ${zone}`],
    ],
    rows: (given) =>
      queueShares(sources, given).flatMap(({ queue, visits }) =>
        visits
          .filter(
            (visit) => isAnswered(visit) && waitedMs(visit, wallNow()) >= shortInterval(given.answerInterval),
          )
          .map((visit) => ({
            Dn: queue.name,
            DnNumber: queue.number,
            CallTime: isoTime(visit.enteredAt),
            AnsweredTime: isoTime(visit.answeredAt ?? visit.enteredAt),
            RingTime: isoDuration(waitedMs(visit, wallNow())),
            Source: visit.caller,
            Destination: `${visit.answeredBy ?? ''} ${nameOf(configuration, visit.answeredBy ?? '')}`.trim(),
          })),
      ),
  };
}

/** This phone system offers no callbacks, so that none was asked for and none failed. */
function callbacks(sources: ReportSources): readonly Report[] {
  const parameters = 'queueDnStr string?, startDt datetime, endDt datetime';
  return [
    {
      set: 'ReportQueueCallbacks',
      type: 'QueueCallbacks',
      functions: [
        ['GetQueueCallbacksData', parameters],
        ['DownloadQueueCallbacks', parameters],
      ],
      rows: (given) =>
        queueShares(sources, given).map(({ queue, visits }) => ({
          Dn: queue.name,
          QueueDnNumber: queue.number,
          ReceivedCount: visits.length,
          CallbacksCount: 0,
          FailCallbacksCount: 0,
        })),
    },
    {
      set: 'ReportQueueFailedCallbacks',
      type: 'QueueFailedCallbacks',
      functions: [
        ['GetQueueFailedCallbacksData', parameters],
        ['DownloadQueueFailedCallbacks', `${parameters}, ${zone}`],
      ],
      rows: () => [],
    },
  ];
}
