import type { PhoneSystem } from '@org/3cx-core';
import type { IDataObject } from 'n8n-workflow';
import { loggedCalls, type LoggedCall } from './call-log';
import { secondsOf } from './iso-duration';
import { wallClock, type Period } from './period';

type Xapi = PhoneSystem['xapi'];

export const GROUPINGS = ['none', 'hour', 'day', 'extension', 'queue'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** What is counted of a group of calls. */
export interface CallFigures {
  readonly total: number;
  readonly answered: number;
  readonly missed: number;
  /** Seconds talked in all. */
  readonly talkSeconds: number;
  /** Over the answered calls; null when there were none. */
  readonly averageTalkSeconds: number | null;
}

export interface FiguresOfGroup extends CallFigures {
  /** The hour (`2026-11-22T10:00`), the day, or the number of the extension or queue. */
  readonly group: string;
  readonly name: string;
}

/**
 * Figures of each group, in order. Hours and days are counted from the call log and go by the
 * time zone; those of extensions and queues are the PBX's own reports, where a call counts for
 * everyone it rang.
 * @throws PermissionError without the role System Owner
 */
export async function figuresByGroup(
  xapi: Xapi,
  period: Period,
  grouping: Grouping,
  timeZone: string,
): Promise<FiguresOfGroup[]> {
  switch (grouping) {
    case 'none':
      return [{ group: 'all', name: '', ...figuresOf(await allCalls(xapi, period)) }];
    case 'hour':
    case 'day':
      return byTime(await allCalls(xapi, period), grouping, timeZone);
    case 'extension':
      return byExtension(xapi, period);
    case 'queue':
      return byQueue(xapi, period);
  }
}

/** The figures of all groups together. */
export function totalOf(groups: readonly CallFigures[]): CallFigures {
  const add = (pick: (figures: CallFigures) => number) =>
    groups.reduce((total, figures) => total + pick(figures), 0);
  const answered = add((figures) => figures.answered);
  const talkSeconds = rounded(add((figures) => figures.talkSeconds));
  return {
    total: add(({ total }) => total),
    answered,
    missed: add(({ missed }) => missed),
    talkSeconds,
    averageTalkSeconds: average(talkSeconds, answered),
  };
}

export function figuresJson({
  total,
  answered,
  missed,
  talkSeconds,
  averageTalkSeconds,
}: CallFigures): IDataObject {
  return { total, answered, missed, talkSeconds, averageTalkSeconds };
}

function allCalls(xapi: Xapi, period: Period): Promise<LoggedCall[]> {
  return loggedCalls(xapi, period);
}

function byTime(calls: readonly LoggedCall[], grouping: 'hour' | 'day', timeZone: string): FiguresOfGroup[] {
  const groups = new Map<string, LoggedCall[]>();
  for (const call of calls) {
    const group = timeGroup(new Date(call.startTime), grouping, timeZone);
    const inGroup = groups.get(group);
    if (inGroup === undefined) groups.set(group, [call]);
    else inGroup.push(call);
  }
  return [...groups]
    .map(([group, inGroup]) => ({ group, name: '', ...figuresOf(inGroup) }))
    .sort((one, other) => one.group.localeCompare(other.group));
}

function timeGroup(time: Date, grouping: 'hour' | 'day', timeZone: string): string {
  const { year, month, day, hour } = wallClock(time, timeZone);
  const date = [String(year), two(month), two(day)].join('-');
  return grouping === 'day' ? date : `${date}T${two(hour)}:00`;
}

function figuresOf(calls: readonly LoggedCall[]): CallFigures {
  const answered = calls.filter((call) => call.answered).length;
  const talkSeconds = rounded(calls.reduce((total, call) => total + call.talkSeconds, 0));
  return {
    total: calls.length,
    answered,
    missed: calls.length - answered,
    talkSeconds,
    averageTalkSeconds: average(talkSeconds, answered),
  };
}

async function byExtension(xapi: Xapi, { from, to }: Period): Promise<FiguresOfGroup[]> {
  const groups: FiguresOfGroup[] = [];
  for await (const row of xapi.paginate(
    '/ReportExtensionStatistics/Pbx.GetExtensionStatisticsData(periodFrom={periodFrom},periodTo={periodTo},extensionFilter={extensionFilter},callArea={callArea})',
    {
      path: { periodFrom: from.toISOString(), periodTo: to.toISOString(), extensionFilter: '', callArea: 0 },
    },
  )) {
    const answered = (row.InboundAnsweredCount ?? 0) + (row.OutboundAnsweredCount ?? 0);
    const missed = (row.InboundUnansweredCount ?? 0) + (row.OutboundUnansweredCount ?? 0);
    const talkSeconds = rounded(
      (secondsOf(row.InboundAnsweredTalkingDur) ?? 0) + (secondsOf(row.OutboundAnsweredTalkingDur) ?? 0),
    );
    groups.push({
      group: row.Dn ?? '',
      name: row.DisplayName ?? '',
      total: answered + missed,
      answered,
      missed,
      talkSeconds,
      averageTalkSeconds: average(talkSeconds, answered),
    });
  }
  return groups;
}

async function byQueue(xapi: Xapi, { from, to }: Period): Promise<FiguresOfGroup[]> {
  const groups: FiguresOfGroup[] = [];
  for await (const row of xapi.paginate(
    '/ReportDetailedQueueStatistics/Pbx.GetDetailedQueueStatisticsData(queueDnStr={queueDnStr},startDt={startDt},endDt={endDt},waitInterval={waitInterval})',
    {
      path: {
        queueDnStr: '',
        startDt: from.toISOString(),
        endDt: to.toISOString(),
        waitInterval: '0:00:0',
      },
    },
  )) {
    const total = row.CallsCount ?? 0;
    const answered = row.AnsweredCount ?? 0;
    const talkSeconds = secondsOf(row.TalkTime) ?? 0;
    groups.push({
      group: row.QueueDnNumber ?? '',
      name: row.QueueDn ?? '',
      total,
      answered,
      missed: Math.max(0, total - answered),
      talkSeconds,
      averageTalkSeconds: average(talkSeconds, answered),
    });
  }
  return groups;
}

function average(seconds: number, count: number): number | null {
  return count === 0 ? null : rounded(seconds / count);
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
