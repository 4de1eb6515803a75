import type { Value, ValueClass } from './typed-value';

/** A built-in function; it isn't called when an argument is null, for then its result is null. */
export interface BuiltIn {
  readonly takes: readonly (readonly ValueClass[])[];
  readonly gives: ValueClass;
  readonly of: (values: readonly Value[]) => Value;
}

const day = 86_400_000;
const strings: readonly ValueClass[] = ['string'];
const numbers: readonly ValueClass[] = ['number'];
const days: readonly ValueClass[] = ['instant', 'date'];
const clocks: readonly ValueClass[] = ['instant', 'time'];

const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const amount = (value: Value | undefined): number => (typeof value === 'number' ? value : Number.NaN);

function onText(gives: ValueClass, of: (value: string) => Value): BuiltIn {
  return { takes: [strings], gives, of: ([value]) => of(text(value)) };
}
function onTwoTexts(gives: ValueClass, of: (value: string, other: string) => Value): BuiltIn {
  return { takes: [strings, strings], gives, of: ([value, other]) => of(text(value), text(other)) };
}
function onNumber(of: (value: number) => number): BuiltIn {
  return { takes: [numbers], gives: 'number', of: ([value]) => of(amount(value)) };
}
function ofMoment(takes: readonly ValueClass[], gives: ValueClass, of: (ms: number) => number): BuiltIn {
  return { takes: [takes], gives, of: ([value]) => of(amount(value)) };
}

/** By name and number of arguments (OData 4.01 URL conventions §5.1.1); days and clocks are read in UTC. */
export const builtIns: ReadonlyMap<string, BuiltIn> = new Map([
  ['contains/2', onTwoTexts('boolean', (whole, part) => whole.includes(part))],
  ['startswith/2', onTwoTexts('boolean', (whole, part) => whole.startsWith(part))],
  ['endswith/2', onTwoTexts('boolean', (whole, part) => whole.endsWith(part))],
  ['indexof/2', onTwoTexts('number', (whole, part) => whole.indexOf(part))],
  ['concat/2', onTwoTexts('string', (first, second) => first + second)],
  ['length/1', onText('number', (value) => value.length)],
  ['tolower/1', onText('string', (value) => value.toLowerCase())],
  ['toupper/1', onText('string', (value) => value.toUpperCase())],
  ['trim/1', onText('string', (value) => value.trim())],
  [
    'substring/2',
    {
      takes: [strings, numbers],
      gives: 'string',
      of: ([value, from]) => text(value).slice(Math.max(0, amount(from))),
    },
  ],
  [
    'substring/3',
    {
      takes: [strings, numbers, numbers],
      gives: 'string',
      of: ([value, from, length]) => {
        const start = Math.max(0, amount(from));
        return text(value).slice(start, start + Math.max(0, amount(length)));
      },
    },
  ],
  // OData rounds the midpoint away from zero.
  ['round/1', onNumber((value) => Math.sign(value) * Math.round(Math.abs(value)))],
  ['floor/1', onNumber(Math.floor)],
  ['ceiling/1', onNumber(Math.ceil)],
  ['date/1', ofMoment(['instant'], 'date', (ms) => Math.floor(ms / day) * day)],
  ['time/1', ofMoment(['instant'], 'time', (ms) => ((ms % day) + day) % day)],
  ['year/1', ofMoment(days, 'number', (ms) => new Date(ms).getUTCFullYear())],
  ['month/1', ofMoment(days, 'number', (ms) => new Date(ms).getUTCMonth() + 1)],
  ['day/1', ofMoment(days, 'number', (ms) => new Date(ms).getUTCDate())],
  ['hour/1', ofMoment(clocks, 'number', (ms) => new Date(ms).getUTCHours())],
  ['minute/1', ofMoment(clocks, 'number', (ms) => new Date(ms).getUTCMinutes())],
  ['second/1', ofMoment(clocks, 'number', (ms) => new Date(ms).getUTCSeconds())],
  ['totalseconds/1', ofMoment(['duration'], 'number', (ms) => ms / 1000)],
]);
