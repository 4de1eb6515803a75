import type { AgentStateSpan } from '../../history/agent-state';
import { nameOf } from '../entities/destination';
import { text } from '../entities/json-reading';
import { isoDuration } from '../odata/typed-value';
import { agentsOf, missedBy, queueShares, rungMs, talkMs } from './queue-visits';
import { average, isoTime, numbersIn, periodOf, sum } from './report';
import type { Report, ReportSources } from './report';
import { ZoneClock } from './time-buckets';

const byDates = 'queueDnStr string?, startDt datetime, endDt datetime, waitInterval string?';

/** The reports about agents (3CX facts 11). A log-in counts for every queue. */
export function agentReports(sources: ReportSources): readonly Report[] {
  return [agentsInQueue(sources), loginHistory(sources)];
}

/** One row per queue and agent. Lost is what rang at the agent and was not taken there. */
function agentsInQueue(sources: ReportSources): Report {
  const { configuration, history, wallNow } = sources;
  return {
    set: 'ReportAgentsInQueueStatistics',
    type: 'AgentsInQueueStatistics',
    functions: [
      ['GetAgentsInQueueStatisticsData', byDates],
      ['DownloadAgentsInQueueStatistics', byDates],
    ],
    rows: (given) => {
      const { from, to } = periodOf(given);
      const now = wallNow();
      return queueShares(sources, given).flatMap((share) =>
        agentsOf(share).map((agent) => {
          const { queue, visits } = share;
          const taken = visits.filter(({ answeredBy }) => answeredBy === agent);
          const polls = sum(visits, (visit) => visit.polls.filter((poll) => poll.agent === agent).length);
          const talk = sum(taken, (visit) => talkMs(visit, now));
          const ring = rungMs(visits, agent, now);
          const loggedIn = sum(spansOf(history.agentStates, agent, 'logged-in'), (span) =>
            overlap(span, from, Math.min(to, now), now),
          );
          return {
            Queue: queue.number,
            QueueDisplayName: queue.name,
            Dn: agent,
            DnDisplayName: nameOf(configuration, agent),
            AnsweredCount: taken.length,
            LostCount: missedBy(visits, agent).length,
            AnsweredPercent: Math.round(average(taken.length * 100, visits.length)),
            AnsweredPerHourCount: Math.round(average(taken.length, loggedIn / 3_600_000)),
            LoggedInTime: isoDuration(loggedIn),
            RingTime: isoDuration(ring),
            AvgRingTime: isoDuration(average(ring, polls)),
            TalkTime: isoDuration(talk),
            AvgTalkTime: isoDuration(average(talk, taken.length)),
          };
        }),
      );
    },
  };
}

/** One row per queue, agent and log-in; the day's and the whole period's sums stand in each. */
function loginHistory(sources: ReportSources): Report {
  const { configuration, history, wallNow } = sources;
  const parameters =
    'clientTimeZone string?, startDt datetime, endDt datetime, queueDnStr string?, agentDnStr string?';
  return {
    set: 'ReportAgentLoginHistory',
    type: 'AgentLoginHistory',
    functions: [
      ['GetAgentLoginHistoryData', parameters],
      ['DownloadAgentLoginHistory', parameters],
    ],
    rows: (given) => {
      const { from, to } = periodOf(given);
      const now = wallNow();
      const clock = new ZoneClock(text(given.clientTimeZone));
      const queues = numbersIn(given.queueDnStr);
      const agents = numbersIn(given.agentDnStr);
      const during = (span: AgentStateSpan, start: number, end: number) => overlap(span, start, end, now);
      return configuration.queues.all
        .filter(({ number }) => !queues || queues.has(number))
        .flatMap((queue) =>
          queue.agents
            .filter(({ number }) => !agents || agents.has(number))
            .flatMap(({ number: agent }) => {
              const logins = spansOf(history.agentStates, agent, 'logged-in');
              const talks = spansOf(history.agentStates, agent, 'talking').filter(
                (span) => span.queue === queue.number,
              );
              const total = (spans: readonly AgentStateSpan[], start: number, end: number): string =>
                isoDuration(sum(spans, (span) => during(span, Math.max(from, start), Math.min(to, end))));
              return logins
                .filter((login) => login.from <= to && (login.to ?? now) >= from)
                .map((login) => {
                  const day = clock.startOf(login.from, 'day');
                  const dayEnd = clock.next(day, 'day');
                  const end = login.to ?? now;
                  return {
                    QueueNo: queue.number,
                    AgentNo: agent,
                    Agent: nameOf(configuration, agent),
                    Day: isoTime(day),
                    loggedInDt: isoTime(login.from),
                    ...(login.to === undefined ? {} : { LoggedOutDt: isoTime(login.to) }),
                    LoggedInInterval: total([login], login.from, end),
                    LoggedInDayInterval: total(logins, day, dayEnd),
                    LoggedInTotalInterval: total(logins, from, to),
                    TalkingInterval: total(talks, login.from, end),
                    TalkingDayInterval: total(talks, day, dayEnd),
                    TalkingTotalInterval: total(talks, from, to),
                  };
                });
            }),
        );
    },
  };
}

function spansOf(
  spans: readonly AgentStateSpan[],
  agent: string,
  state: AgentStateSpan['state'],
): readonly AgentStateSpan[] {
  return spans.filter((span) => span.agent === agent && span.state === state);
}

function overlap(span: AgentStateSpan, from: number, to: number, now: number): number {
  return Math.max(0, Math.min(span.to ?? now, to) - Math.max(span.from, from));
}
