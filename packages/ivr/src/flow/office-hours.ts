import * as z from 'zod';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time is written 08:30');

export const officeHoursSchema = z.strictObject({
  timeZone: z.string().refine(isTimeZone, 'name a time zone like Europe/Berlin'),
  open: z
    .array(z.strictObject({ days: z.array(z.enum(DAYS)).min(1), from: time, to: time }))
    .describe('`to` is the first minute closed. Hours over midnight: `to` earlier than `from`.'),
  holidays: z
    .array(z.string().regex(/^(\d{4}-)?\d\d-\d\d$/, 'a day is written 2026-12-25, or 12-25 for every year'))
    .default([]),
});

export type OfficeHours = z.output<typeof officeHoursSchema>;

/** What the calendar says of this moment. A holiday lasts from midnight to midnight in its time zone. */
export function officeStateAt(hours: OfficeHours, moment: Date): 'open' | 'closed' | 'holiday' {
  const { date, day, minute } = localTime(hours.timeZone, moment);
  if (hours.holidays.some((holiday) => date.endsWith(holiday))) return 'holiday';
  const open = hours.open.some(({ days, from, to }) => {
    const [start, end] = [minuteOf(from), minuteOf(to)];
    const today = days.includes(DAYS[day] ?? 'mon');
    if (start < end) return today && start <= minute && minute < end;
    const yesterday = days.includes(DAYS[(day + 6) % 7] ?? 'mon');
    return (today && minute >= start) || (yesterday && minute < end);
  });
  return open ? 'open' : 'closed';
}

function localTime(timeZone: string, moment: Date): { date: string; day: number; minute: number } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return {
    date,
    day: (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7,
    minute: minuteOf(`${part('hour')}:${part('minute')}`),
  };
}

function minuteOf(text: string): number {
  const [hours, minutes] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
