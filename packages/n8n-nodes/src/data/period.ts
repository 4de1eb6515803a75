import { GuidedError } from '../guided-error';

/** A span of time that data is asked for. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

export const PERIODS = ['lastHour', 'today', 'yesterday', 'last7Days', 'last30Days', 'custom'] as const;

export type PeriodName = (typeof PERIODS)[number];

export interface PeriodInput {
  readonly name: PeriodName;
  /** ISO 8601; either of them replaces the name. */
  readonly start: string;
  readonly end: string;
  /** IANA time zone, which says when a day begins. */
  readonly timeZone: string;
  readonly now: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * From when to when. Days begin at midnight in the time zone; today and those before end now.
 * @throws GuidedError naming the field that holds no time, or when nothing lies in between
 */
export function periodOf({ name, start, end, timeZone, now }: PeriodInput): Period {
  if (name === 'custom' || start !== '' || end !== '') {
    return given(start, end, now);
  }
  const midnight = startOfDay(now, timeZone);
  // A day that the clocks are changed on is an hour shorter or longer: step into it, then back to its start.
  const midnightBefore = (days: number) =>
    startOfDay(new Date(midnight.getTime() - days * DAY_MS + 12 * HOUR_MS), timeZone);
  switch (name) {
    case 'lastHour':
      return { from: new Date(now.getTime() - HOUR_MS), to: now };
    case 'today':
      return { from: midnight, to: now };
    case 'yesterday':
      return { from: midnightBefore(1), to: midnight };
    case 'last7Days':
      return { from: midnightBefore(6), to: now };
    case 'last30Days':
      return { from: midnightBefore(29), to: now };
  }
}

function given(start: string, end: string, now: Date): Period {
  if (start === '') {
    throw wrongPeriod("'Start Date' is empty", 'Enter it, or choose one of the other periods.');
  }
  const from = timeIn("'Start Date'", start);
  const to = end === '' ? now : timeIn("'End Date'", end);
  if (from.getTime() < to.getTime()) return { from, to };
  throw wrongPeriod(
    "'End Date' is not after 'Start Date'",
    'Nothing lies in between. Correct one of the two.',
  );
}

function timeIn(field: string, text: string): Date {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw wrongPeriod(`${field} is no date`, 'Use the form 2026-11-22 or 2026-11-22T10:15:00Z.');
}

/** Midnight of the day that `time` lies in. */
export function startOfDay(time: Date, timeZone: string): Date {
  const { year, month, day } = wallClock(time, timeZone);
  const asUtc = Date.UTC(year, month - 1, day);
  // What the zone is ahead of UTC differs through the year: once more with that of the first guess.
  const guess = asUtc - offsetMs(new Date(asUtc), timeZone);
  return new Date(asUtc - offsetMs(new Date(guess), timeZone));
}

export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
}

/** What a clock on the wall of the time zone shows. */
export function wallClock(time: Date, timeZone: string): WallClock {
  const { year, month, day, hour } = parts(time, timeZone);
  return { year, month, day, hour };
}

function offsetMs(time: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = parts(time, timeZone);
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(time.getTime() / 1_000) * 1_000;
}

function parts(time: Date, timeZone: string) {
  const shown = new Map(
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

function wrongPeriod(message: string, description: string): GuidedError {
  return new GuidedError('PARAMETER', message, description);
}
