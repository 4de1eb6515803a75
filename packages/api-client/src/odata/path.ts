import { ConfigurationError } from '../errors';
import { encoded, isDateTime, isUuid, quoted } from './literal';

/** What a path parameter of type string is to OData. */
export type ParameterKind = 'text' | 'date-time' | 'uuid';

/**
 * Fills the parameters into a path such as `/Users({Id})` or
 * `/Peers(Number={Number})`, each as OData wants it: numbers and booleans plain,
 * texts in quotes, date-times and UUIDs plain. `kinds` tells which string is what;
 * for a name it doesn't know, a whole ISO date-time or UUID is plain and every
 * other string a text. null is written only as a named parameter (`Number={Number}`).
 * @throws ConfigurationError when a value is missing, or isn't what its kind asks for
 */
export function odataPath(
  template: string,
  values: object,
  kinds: ReadonlyMap<string, ParameterKind>,
): string {
  const given = new Map<string, unknown>(Object.entries(values));
  return template.replace(/(\w+=)?\{(\w+)\}/g, (_, label: string | undefined, name: string) => {
    const value = given.get(name);
    if (value === undefined || (value === null && label === undefined))
      throw new ConfigurationError(`${withoutParameters(template)} needs a value for ${name}.`);
    return `${label ?? ''}${encoded(literal(name, value, kinds.get(name)), name)}`;
  });
}

function literal(name: string, value: unknown, kind: ParameterKind | undefined): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new ConfigurationError(`${name} must be a finite number.`);
      return kind === 'text' ? quoted(String(value)) : String(value);
    case 'string':
      return stringLiteral(name, value, kind);
    default:
      throw new ConfigurationError(
        `${name} must be a string, a number or a boolean${value instanceof Date ? ': write the date with toISOString()' : ''}.`,
      );
  }
}

function stringLiteral(name: string, value: string, kind: ParameterKind | undefined): string {
  switch (kind) {
    case 'text':
      return quoted(value);
    case 'date-time':
      if (isDateTime(value)) return value;
      throw new ConfigurationError(
        `${name} must be an ISO 8601 date-time with Z or an offset, such as 2026-03-01T00:00:00Z.`,
      );
    case 'uuid':
      if (isUuid(value)) return value;
      throw new ConfigurationError(`${name} must be a UUID.`);
    case undefined:
      return isDateTime(value) || isUuid(value) ? value : quoted(value);
  }
}

function withoutParameters(template: string): string {
  return template.replace(/\(.*$/, '');
}
