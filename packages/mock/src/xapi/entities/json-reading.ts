import { isList, isObject } from '../odata/json';
import type { JsonObject, JsonValue } from '../odata/json';

/** Readers of values whose kind has been checked already; null reads as the empty value. */
export function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}

export function flag(value: JsonValue | undefined): boolean {
  return value === true;
}

export function amount(value: JsonValue | undefined, otherwise = 0): number {
  return typeof value === 'number' ? value : otherwise;
}

export function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

export function texts(value: JsonValue | undefined): readonly string[] {
  return isList(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The one of `options` that the value is; undefined when it is none. */
export function oneOf<Option extends string>(
  value: JsonValue | undefined,
  options: readonly Option[],
): Option | undefined {
  return options.find((option) => option === value);
}

/** Without the properties that have no value: the PBX leaves null out as often as not (3CX facts 9). */
export function present(properties: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined && value !== null),
  );
}
