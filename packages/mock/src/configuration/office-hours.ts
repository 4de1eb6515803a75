/** Days as XAPI's DayOfWeek names them, Sunday first. */
export const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** A stretch of one day, `HH:mm` inclusive to `HH:mm` exclusive; `24:00` is the end of the day. */
export interface OpenPeriod {
  readonly day: Weekday;
  readonly start: string;
  readonly stop: string;
}

/** A day, or several, when the office is closed. Dates are `YYYY-MM-DD`, both inclusive. */
export interface Holiday {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Every year; the year of the dates then counts for nothing. */
  readonly recurrent: boolean;
}

export interface OfficeHours {
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  readonly periods: readonly OpenPeriod[];
  readonly holidays: readonly Holiday[];
  /** What the console set by hand, whatever the clock says. */
  readonly override: 'default' | 'open' | 'closed' | 'holiday';
}

export type OfficeState = 'open' | 'closed' | 'holiday';

/** Around the clock, every day, in UTC. */
export const alwaysOpen: OfficeHours = {
  timeZone: 'UTC',
  periods: weekdays.map((day) => ({ day, start: '00:00', stop: '24:00' })),
  holidays: [],
  override: 'default',
};

/** Whether the office is open at `at` (epoch milliseconds), on its own clock. */
export function officeStateAt(hours: OfficeHours, at: number): OfficeState {
  if (hours.override !== 'default') return hours.override;
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: hours.timeZone,
      weekday: 'long',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
  const time = `${parts.hour ?? ''}:${parts.minute ?? ''}`;
  if (hours.holidays.some((holiday) => covers(holiday, date))) return 'holiday';
  const open = hours.periods.some(
    ({ day, start, stop }) => day === parts.weekday && start <= time && time < stop,
  );
  return open ? 'open' : 'closed';
}

function covers({ from, to, recurrent }: Holiday, date: string): boolean {
  if (!recurrent) return from <= date && date <= to;
  const [first, last, day] = [from.slice(5), to.slice(5), date.slice(5)];
  return first <= last ? first <= day && day <= last : day >= first || day <= last;
}
