import { weekdays } from '../../configuration/office-hours';
import type { Holiday, OpenPeriod } from '../../configuration/office-hours';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import { isObject } from '../odata/json';
import type { JsonObject, JsonValue } from '../odata/json';
import { ODataError, badRequest } from '../odata/odata-error';
import type { EntitySet, Singleton } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { asRequested } from './configured-set';
import { ExtraProperties } from './extra-properties';
import { amount, flag, objects, oneOf, text } from './json-reading';

const wholeDay = { TimeOfStartDate: 'PT0S', TimeOfEndDate: 'P1D' };

/** `OfficeHours`: when the office is open, and its time zone. */
export function officeHours({ officeHours: hours }: PbxConfiguration, types: TypeLibrary): Singleton {
  return {
    kind: 'singleton',
    name: 'OfficeHours',
    type: types.structure('OfficeHours'),
    access: 'administrators',
    read: () => ({
      TimeZoneId: hours.value.timeZone,
      SystemLanguage: 'EN',
      Hours: {
        Type: 'OfficeHours',
        IgnoreHolidays: false,
        Periods: hours.value.periods.map(({ day, start, stop }) => ({
          DayOfWeek: day,
          Start: `${start}:00`,
          // XAPI's times end with the day's last second.
          Stop: stop === '24:00' ? '23:59:59' : `${stop}:00`,
        })),
      },
      BreakTime: { Type: 'Never', IgnoreHolidays: false, Periods: [] },
      OfficeHolidays: hours.value.holidays.map(holidayJson),
    }),
    change: (body) => {
      asRequested(() =>
        hours.change({
          ...(body.TimeZoneId === undefined ? {} : { timeZone: text(body.TimeZoneId) }),
          ...(isObject(body.Hours) ? { periods: objects(body.Hours.Periods).map(periodFrom) } : {}),
        }),
      );
    },
    operations: [],
  };
}

function periodFrom(period: JsonObject): OpenPeriod {
  const day = oneOf(period.DayOfWeek, weekdays);
  if (!day) throw badRequest("'Hours/Periods' has a period without a day.");
  const stop = text(period.Stop);
  return {
    day,
    start: text(period.Start).slice(0, 5),
    stop: stop.startsWith('23:59:59') ? '24:00' : stop.slice(0, 5),
  };
}

/** `Holidays`: the days the office is closed. */
export function holidays({ officeHours: hours }: PbxConfiguration, types: TypeLibrary): EntitySet {
  const extras = new ExtraProperties();
  const type = types.structure('Holiday');
  const rows = (): readonly JsonObject[] =>
    hours.value.holidays.map((holiday, index) => ({
      ...extras.of(index + 1),
      ...holidayJson(holiday, index),
    }));
  const keep = (all: readonly Holiday[]): void => {
    asRequested(() => hours.change({ holidays: all }));
  };
  const indexOf = (row: JsonObject): number => amount(row.Id) - 1;
  return {
    kind: 'set',
    name: 'Holidays',
    type,
    key: 'Id',
    access: 'administrators',
    rows,
    create: (body) => {
      keep([...hours.value.holidays, holidayFrom(body)]);
      const created = rows().at(-1);
      if (!created) throw new ODataError(500, 'The holiday is gone.');
      return created;
    },
    change: (row, body) => {
      const changed = holidayFrom({ ...row, ...body });
      keep(hours.value.holidays.map((holiday, index) => (index === indexOf(row) ? changed : holiday)));
    },
    remove: (row) => {
      keep(hours.value.holidays.filter((_holiday, index) => index !== indexOf(row)));
    },
    operations: [],
  };
}

function holidayJson({ name, from, to, recurrent }: Holiday, index: number): JsonObject {
  const [year, month, day] = from.split('-').map(Number);
  const [yearEnd, monthEnd, dayEnd] = to.split('-').map(Number);
  return {
    Id: index + 1,
    Name: name,
    IsRecurrent: recurrent,
    Day: day,
    Month: month,
    Year: year,
    DayEnd: dayEnd,
    MonthEnd: monthEnd,
    YearEnd: yearEnd,
    ...wholeDay,
  };
}

function holidayFrom(body: JsonObject): Holiday {
  const date = (
    day: JsonValue | undefined,
    month: JsonValue | undefined,
    year: JsonValue | undefined,
  ): string => [String(amount(year)).padStart(4, '0'), two(month), two(day)].join('-');
  const from = date(body.Day, body.Month, body.Year);
  return {
    name: text(body.Name),
    from,
    to: amount(body.DayEnd) === 0 ? from : date(body.DayEnd, body.MonthEnd, body.YearEnd),
    recurrent: flag(body.IsRecurrent),
  };
}

function two(value: JsonValue | undefined): string {
  return String(amount(value)).padStart(2, '0');
}
