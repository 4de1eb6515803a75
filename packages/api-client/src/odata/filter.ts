import { ConfigurationError } from '../errors';
import { isDateTime, propertyName, quoted } from './literal';

/** A condition for `$filter`. */
export interface Filter {
  /** As OData writes it, not yet percent-encoded. */
  readonly text: string;
  /** What its outermost parts are joined by, if by anything. */
  readonly joinedBy?: 'and' | 'or';
}

/** Properties that hold a single value. */
export type FieldOf<Row> = {
  [Name in keyof Row & string]: NonNullable<Row[Name]> extends string | number | boolean ? Name : never;
}[keyof Row & string];

/** Properties that hold a text. */
export type TextFieldOf<Row> = {
  [Name in keyof Row & string]: NonNullable<Row[Name]> extends string ? Name : never;
}[keyof Row & string];

/** What a property may be compared with. Date-times may be given as a Date. */
export type ValueOf<Row, Name extends keyof Row> =
  | Row[Name]
  | (NonNullable<Row[Name]> extends string ? (string extends NonNullable<Row[Name]> ? Date : never) : never);

/** The day of a date-time property; compares with `yyyy-mm-dd`. */
export interface DayOf {
  readonly day: string;
}

interface Comparison<Row> {
  <Name extends FieldOf<Row>>(field: Name, value: Exclude<ValueOf<Row, Name>, undefined>): Filter;
  (day: DayOf, date: string): Filter;
}

/**
 * Writes conditions over the properties of `Row`. Values are escaped. Strings are
 * written in quotes, except whole ISO 8601 date-times, which OData wants plain.
 * Every function throws ConfigurationError for a name that is none or a value that
 * can't be written.
 */
export interface FilterBuilder<Row> {
  readonly eq: Comparison<Row>;
  readonly ne: Comparison<Row>;
  readonly gt: Comparison<Row>;
  readonly ge: Comparison<Row>;
  readonly lt: Comparison<Row>;
  readonly le: Comparison<Row>;
  readonly and: Joining;
  readonly or: Joining;
  readonly not: (filter: Filter) => Filter;
  readonly contains: (field: TextFieldOf<Row>, text: string) => Filter;
  readonly startswith: (field: TextFieldOf<Row>, text: string) => Filter;
  /** The day of a date-time, to compare with `yyyy-mm-dd`. */
  readonly date: (field: TextFieldOf<Row>) => DayOf;
}

/** The same builder before anything is known of the rows: names and values are checked as they come. */
export interface UntypedFilterBuilder {
  readonly eq: UntypedComparison;
  readonly ne: UntypedComparison;
  readonly gt: UntypedComparison;
  readonly ge: UntypedComparison;
  readonly lt: UntypedComparison;
  readonly le: UntypedComparison;
  readonly and: Joining;
  readonly or: Joining;
  readonly not: (filter: Filter) => Filter;
  readonly contains: (field: string, text: string) => Filter;
  readonly startswith: (field: string, text: string) => Filter;
  readonly date: (field: string) => DayOf;
}

type UntypedComparison = (field: string | DayOf, value: unknown) => Filter;
type Joining = (first: Filter, ...more: Filter[]) => Filter;

function literal(field: string, value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new ConfigurationError(`${field}: the date is invalid.`);
    return value.toISOString();
  }
  if (typeof value === 'string') return isDateTime(value) ? value : quoted(value);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    return String(value);
  throw new ConfigurationError(`${field} can be compared with a string, number, boolean, Date or null only.`);
}

function dayLiteral(date: unknown): string {
  if (typeof date === 'string' && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(date)) return date;
  throw new ConfigurationError('A day must be written as yyyy-mm-dd.');
}

function comparison(operator: string): UntypedComparison {
  return (field, value) => {
    const sides =
      typeof field === 'string'
        ? [propertyName(field), literal(field, value)]
        : [`date(${propertyName(field.day)})`, dayLiteral(value)];
    return { text: sides.join(` ${operator} `) };
  };
}

function joined(by: 'and' | 'or'): Joining {
  return (first, ...more) => {
    if (more.length === 0) return first;
    const inside = ({ text, joinedBy }: Filter) =>
      joinedBy === undefined || joinedBy === by ? text : `(${text})`;
    return { text: [first, ...more].map(inside).join(` ${by} `), joinedBy: by };
  };
}

export const untypedFilterBuilder: UntypedFilterBuilder = {
  eq: comparison('eq'),
  ne: comparison('ne'),
  gt: comparison('gt'),
  ge: comparison('ge'),
  lt: comparison('lt'),
  le: comparison('le'),
  and: joined('and'),
  or: joined('or'),
  not: ({ text }) => ({ text: `not (${text})` }),
  contains: (field, text) => ({ text: `contains(${propertyName(field)},${quoted(text)})` }),
  startswith: (field, text) => ({ text: `startswith(${propertyName(field)},${quoted(text)})` }),
  date: (field) => ({ day: field }),
};

/** A builder of conditions over rows of one kind. */
export function filterBuilder<Row>(): FilterBuilder<Row> {
  return untypedFilterBuilder;
}
