import { waitedMs } from '../../history/queue-visit';
import type { QueueVisit } from '../../history/queue-visit';
import { text } from '../entities/json-reading';
import type { JsonObject } from '../odata/json';
import { instantMs } from '../odata/typed-value';
import { isAnswered, queueShares } from './queue-visits';
import { average, isoTime, sum } from './report';
import type { Report, ReportSources } from './report';
import { ZoneClock } from './time-buckets';
import type { BucketUnit } from './time-buckets';

const zone = 'clientTimeZone string?';
const chart = 'chartDate datetime, chartBy string?, queueDnStr string?';

/** The two charts about queues: waiting times, and answered beside unanswered calls. */
export function queueCharts(sources: ReportSources): readonly Report[] {
  const { wallNow } = sources;
  const averageSeconds = (visits: readonly QueueVisit[]): number =>
    Math.round(
      average(
        sum(visits, (visit) => waitedMs(visit, wallNow())),
        visits.length,
      ) / 1000,
    );
  const waiting = `${chart}, waitInterval string?, ${zone}`;
  const answering = `${chart}, ${zone}, waitInterval string?`;
  return [
    {
      set: 'ReportAverageQueueWaitingTime',
      type: 'TimeReportData',
      functions: [
        ['GetAverageQueueWaitingTimeData', waiting],
        ['DownloadAverageQueueWaitingTimeReport', waiting],
      ],
      rows: (given) =>
        points(sources, given, (visits) => ({
          YValue1: averageSeconds(visits.filter(isAnswered)),
          YValue2: averageSeconds(visits.filter((visit) => !isAnswered(visit))),
        })),
    },
    {
      set: 'ReportQueueAnUnCalls',
      type: 'TimeReportData',
      functions: [
        ['GetQueueAnUnCallsData', answering],
        ['DownloadQueueAnUnCallsReport', answering],
      ],
      rows: (given) =>
        points(sources, given, (visits) => ({
          YValue1: visits.filter(isAnswered).length,
          YValue2: visits.filter((visit) => !isAnswered(visit)).length,
        })),
    },
  ];
}

/**
 * A chart by `Hour` covers the day of `chartDate`, by `Day` its month, by `Month` its year;
 * what the console sends for `chartBy` isn't documented, so that anything else is by hour.
 */
function points(
  sources: ReportSources,
  given: JsonObject,
  values: (visits: readonly QueueVisit[]) => JsonObject,
): readonly JsonObject[] {
  const clock = new ZoneClock(text(given.clientTimeZone));
  const date = instantMs(text(given.chartDate)) ?? 0;
  const unit = unitOf(text(given.chartBy));
  const whole = unit === 'hour' ? 'day' : 'month';
  const [from, to] =
    unit === 'month'
      ? yearAround(clock, date)
      : [clock.startOf(date, whole), clock.next(clock.startOf(date, whole), whole)];
  const visits = queueShares(sources, {
    ...given,
    startDt: isoTime(from),
    endDt: isoTime(to - 1),
  }).flatMap((share) => share.visits);
  return clock.bucketsBetween(from, to - 1, unit).map((start) => ({
    XValue: isoTime(start),
    ...values(visits.filter(({ enteredAt }) => clock.startOf(enteredAt, unit) === start)),
  }));
}

function unitOf(chartBy: string): BucketUnit {
  if (/^(day|daily|1)$/i.test(chartBy)) return 'day';
  return /^(month|monthly|2)$/i.test(chartBy) ? 'month' : 'hour';
}

function yearAround(clock: ZoneClock, date: number): [number, number] {
  const year = new Date(clock.startOf(date, 'month') + 14 * 86_400_000).getUTCFullYear();
  return [clock.startOf(Date.UTC(year, 0, 15), 'month'), clock.startOf(Date.UTC(year + 1, 0, 15), 'month')];
}
