import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { History } from '../../history/history';
import type { JsonObject, JsonValue } from '../odata/json';
import { ODataError } from '../odata/odata-error';
import { instantMs } from '../odata/typed-value';
import { operation } from '../service/operation';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { text } from '../entities/json-reading';

/** What reports are made of. */
export interface ReportSources {
  readonly configuration: PbxConfiguration;
  readonly history: History;
  /** Wall clock, epoch milliseconds. */
  readonly wallNow: () => number;
}

/** A set that consists of functions alone; each `Get…` has a `Download…` twin with the same rows (3CX facts 11). */
export interface Report {
  readonly set: string;
  readonly type: string;
  /** Names with their parameters, e.g. `['GetInboundRulesData', '']`. */
  readonly functions: readonly (readonly [string, string])[];
  readonly rows: (given: JsonObject) => readonly JsonObject[];
}

export function reportSet(types: TypeLibrary, { set, type, functions, rows }: Report): EntitySet {
  const structure = types.structure(type);
  return {
    kind: 'set',
    name: set,
    type: structure,
    key: 'Id',
    access: 'owners',
    rows: () => {
      throw new ODataError(404, `'${set}' has functions only.`);
    },
    operations: functions.map(([name, parameters]) =>
      operation(types, 'function', 'set', name, parameters, ({ given }) => ({
        kind: 'rows',
        type: structure,
        rows: rows(given),
      })),
    ),
  };
}

/** From and to, epoch milliseconds, both inclusive; reports name them in two ways. */
export function periodOf(given: JsonObject): { readonly from: number; readonly to: number } {
  const at = (value: JsonValue | undefined): number => instantMs(text(value)) ?? 0;
  return { from: at(given.periodFrom ?? given.startDt), to: at(given.periodTo ?? given.endDt) };
}

/** A list of numbers separated by commas; undefined, for all, when it is empty. */
export function numbersIn(value: JsonValue | undefined): ReadonlySet<string> | undefined {
  const numbers = text(value)
    .split(',')
    .map((number) => number.trim())
    .filter((number) => number !== '');
  return numbers.length === 0 ? undefined : new Set(numbers);
}

/** The console's short form of a duration, `h:mm:s` (3CX facts 9), in milliseconds. */
export function shortInterval(value: JsonValue | undefined): number {
  const found = /^(\d+):(\d+):(\d+)$/.exec(text(value));
  if (!found) return 0;
  return ((Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3])) * 1000;
}

export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

export function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** 0 when there is nothing to share. */
export function average(total: number, count: number): number {
  return count === 0 ? 0 : total / count;
}
