import type { QueueVisit } from '../../history/queue-visit';
import { waitedMs } from '../../history/queue-visit';
import type { QueueConfiguration } from '../../configuration/queue';
import type { JsonObject } from '../odata/json';
import { numbersIn, periodOf, shortInterval } from './report';
import type { ReportSources } from './report';

/** A queue with the visits a report is about. */
export interface QueueShare {
  readonly queue: QueueConfiguration;
  /** Over, begun in the period, without those who gave up before `waitInterval`. */
  readonly visits: readonly QueueVisit[];
}

/** The queues a report is about, each with its visits (3CX facts 11: an empty list is all of them). */
export function queueShares(
  { configuration, history, wallNow }: ReportSources,
  given: JsonObject,
): readonly QueueShare[] {
  const wanted = numbersIn(given.queueDns ?? given.queueDnStr);
  const { from, to } = periodOf(given);
  const shortest = shortInterval(given.waitInterval);
  return configuration.queues.all
    .filter(({ number }) => !wanted || wanted.has(number))
    .map((queue) => ({
      queue,
      visits: history.queueVisits.filter(
        (visit) =>
          visit.queue === queue.number &&
          visit.outcome !== undefined &&
          visit.enteredAt >= from &&
          visit.enteredAt <= to &&
          (visit.outcome !== 'abandoned' || waitedMs(visit, wallNow()) >= shortest),
      ),
    }));
}

export function isAnswered({ outcome }: QueueVisit): boolean {
  return outcome === 'answered';
}

/** How long caller and agent talked; 0 when they never did. */
export function talkMs({ answeredAt, talkEndedAt }: QueueVisit, now: number): number {
  return answeredAt === undefined ? 0 : Math.max(0, (talkEndedAt ?? now) - answeredAt);
}

/** Everyone who is an agent of the queue or was one when a caller came. */
export function agentsOf({ queue, visits }: QueueShare): readonly string[] {
  return [
    ...new Set([
      ...queue.agents.map(({ number }) => number),
      ...visits.flatMap(({ polls, answeredBy }) => [
        ...polls.map(({ agent }) => agent),
        ...(answeredBy === undefined ? [] : [answeredBy]),
      ]),
    ]),
  ];
}

/** Visits in which the agent was rung and didn't take the call. */
export function missedBy(visits: readonly QueueVisit[], agent: string): readonly QueueVisit[] {
  return visits.filter(
    ({ polls, answeredBy }) => answeredBy !== agent && polls.some((poll) => poll.agent === agent),
  );
}

/** How long the agent's phone rang for these callers, in all. */
export function rungMs(visits: readonly QueueVisit[], agent: string, now: number): number {
  return visits
    .flatMap(({ polls }) => polls)
    .filter((poll) => poll.agent === agent)
    .reduce((total, { at, endedAt }) => total + Math.max(0, (endedAt ?? now) - at), 0);
}
