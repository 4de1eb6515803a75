import type { JsonObject, JsonValue } from '../odata/json';
import { isList, isObject } from '../odata/json';
import type { EdmType, PrimitiveName, Property, StructuredType } from '../odata/model';
import { ODataError } from '../odata/odata-error';
import type { ErrorDetail } from '../odata/odata-error';
import { durationMs, instantMs, timeMs, dateMs } from '../odata/typed-value';

/**
 * Checks what a client sends against the type it stands for: no unknown property, every
 * value of its kind, nothing required missing. Annotations (`@odata.type`) are let pass.
 * @param complete whether the body makes a new entity, so that required properties must be there
 * @throws ODataError 400 that names every fault by its path
 */
export function checkBody(body: JsonObject, type: StructuredType, complete: boolean): void {
  const details = [...faultsOf(body, type, complete, '')];
  const [first] = details;
  if (first) throw new ODataError(400, first.message, details);
}

/** What is wrong with a value of this type, if anything. */
export function valueFault(value: JsonValue, type: EdmType, nullable: boolean): string | undefined {
  return [...valueFaults(value, { type, nullable, maxLength: undefined }, '')][0]?.message;
}

function* faultsOf(
  body: JsonObject,
  type: StructuredType,
  complete: boolean,
  prefix: string,
): Generator<ErrorDetail> {
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@') || value === undefined) continue;
    const property = type.properties.get(name);
    if (property) yield* valueFaults(value, property, prefix + name);
    else yield fault(prefix + name, `The type '${type.name}' has no property '${name}'.`);
  }
  if (!complete) return;
  for (const { name, required } of type.properties.values()) {
    if (required && body[name] === undefined) yield fault(prefix + name, `'${prefix}${name}' is required.`);
  }
}

function* valueFaults(
  value: JsonValue,
  { type, nullable, maxLength }: Pick<Property, 'type' | 'nullable' | 'maxLength'>,
  path: string,
): Generator<ErrorDetail> {
  if (value === null) {
    if (!nullable && type.kind !== 'open') yield fault(path, `'${path}' can't be null.`);
    return;
  }
  switch (type.kind) {
    case 'open':
      return;
    case 'enum':
      if (typeof value !== 'string' || !type.members.has(value)) {
        yield fault(path, `'${path}' is one of ${[...type.members].join(', ')}.`);
      }
      return;
    case 'collection':
      if (!isList(value)) {
        yield fault(path, `'${path}' is a list.`);
        return;
      }
      for (const [index, item] of value.entries()) {
        yield* valueFaults(
          item,
          { type: type.of, nullable: false, maxLength: undefined },
          `${path}[${index}]`,
        );
      }
      return;
    case 'structured':
      if (!isObject(value)) yield fault(path, `'${path}' is an object of the type '${type.name}'.`);
      else yield* faultsOf(value, type.type(), true, `${path}/`);
      return;
    case 'primitive':
      if (!fits[type.name](value)) yield fault(path, `'${path}' is no ${words[type.name]}.`);
      else if (maxLength !== undefined && typeof value === 'string' && value.length > maxLength) {
        yield fault(path, `'${path}' is longer than ${maxLength} characters.`);
      }
  }
}

function fault(target: string, message: string): ErrorDetail {
  return { code: 'InvalidValue', message, target };
}

const int32Limit = 2 ** 31;
const read =
  (parse: (text: string) => number | undefined) =>
  (value: JsonValue): boolean =>
    typeof value === 'string' && parse(value) !== undefined;

const fits: Readonly<Record<PrimitiveName, (value: JsonValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  int32: (value) => Number.isInteger(value) && Number(value) >= -int32Limit && Number(value) < int32Limit,
  int64: (value) => Number.isSafeInteger(value),
  double: (value) => typeof value === 'number',
  decimal: (value) => typeof value === 'number',
  instant: read(instantMs),
  date: read(dateMs),
  time: read(timeMs),
  duration: read(durationMs),
  guid: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
};

const words: Readonly<Record<PrimitiveName, string>> = {
  string: 'text',
  boolean: 'Boolean',
  int32: 'whole number of 32 bits',
  int64: 'whole number',
  double: 'number',
  decimal: 'number',
  instant: 'date and time with Z or an offset',
  date: 'date (YYYY-MM-DD)',
  time: 'time of day (HH:mm:ss)',
  duration: 'ISO 8601 duration',
  guid: 'GUID',
};
