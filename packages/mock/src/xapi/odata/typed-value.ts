import type { JsonObject, JsonValue } from './json';
import { isList, isObject } from './json';
import type { EdmType } from './model';

/** What an expression works with: times of every kind are numbers of milliseconds. */
export type Value = null | boolean | number | string | JsonObject | readonly JsonValue[];

/** Kinds of values that can be compared with one another. */
export type ValueClass =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'instant'
  | 'date'
  | 'time'
  | 'duration'
  | 'structured'
  | 'collection'
  | 'open';

export function classOf(type: EdmType): ValueClass {
  switch (type.kind) {
    case 'enum':
      return 'string';
    case 'structured':
    case 'collection':
    case 'open':
      return type.kind;
    case 'primitive':
      switch (type.name) {
        case 'int32':
        case 'int64':
        case 'double':
        case 'decimal':
          return 'number';
        case 'guid':
          return 'string';
        default:
          return type.name;
      }
  }
}

/** A property's JSON as a value to calculate with; null when it is absent. */
export function valueOf(json: JsonValue | undefined, valueClass: ValueClass): Value {
  if (json === undefined || json === null) return null;
  if (typeof json !== 'string') return isObject(json) || isList(json) ? json : json;
  switch (valueClass) {
    case 'instant':
      return instantMs(json) ?? null;
    case 'date':
      return dateMs(json) ?? null;
    case 'time':
      return timeMs(json) ?? null;
    case 'duration':
      return durationMs(json) ?? null;
    default:
      return json;
  }
}

/** ISO 8601 with `Z` or an offset, to milliseconds since the epoch. */
export function instantMs(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i.test(text)) return undefined;
  const ms = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(ms) ? undefined : ms;
}

/** `2025-03-01`, to milliseconds from the epoch to its midnight in UTC. */
export function dateMs(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** `17:30:00`, to milliseconds since midnight. */
export function timeMs(text: string): number | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/.exec(text);
  if (!found) return undefined;
  const [, hours, minutes, seconds] = found;
  return Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Math.floor(Number(seconds ?? 0) * 1000);
}

const duration = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,12})?)S)?)?$/;

/** ISO 8601 duration without years and months (`PT2.926S`), to milliseconds. */
export function durationMs(text: string): number | undefined {
  const found = duration.exec(text);
  if (!found || /[PT]$/.test(text)) return undefined;
  const part = (index: number): number => Number(found[index] ?? 0);
  const minutes = (part(2) * 24 + part(3)) * 60 + part(4);
  const ms = minutes * 60_000 + Math.round(part(5) * 1000);
  return found[1] === '-' ? -ms : ms;
}

/** Milliseconds as an ISO 8601 duration, e.g. `PT1M2.926S`. */
export function isoDuration(ms: number): string {
  if (ms === 0) return 'PT0S';
  const absolute = Math.abs(Math.round(ms));
  const days = Math.floor(absolute / 86_400_000);
  const hours = Math.floor(absolute / 3_600_000) % 24;
  const minutes = Math.floor(absolute / 60_000) % 60;
  const seconds = (absolute % 60_000) / 1000;
  const clock = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds ? `${seconds}S` : ''}`;
  return `${ms < 0 ? '-' : ''}P${days ? `${days}D` : ''}${clock === '' ? '' : `T${clock}`}`;
}
