import { ConfigurationError } from '../errors';

const DATE_TIME =
  /^\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PROPERTY_PATH = /^[A-Za-z_]\w*(\/[A-Za-z_]\w*)*$/;

/** Whether a text is a whole ISO 8601 date-time with `Z` or an offset, as the PBX takes it. */
export function isDateTime(text: string): boolean {
  return DATE_TIME.test(text);
}

/** Whether a text is a UUID. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A text as OData writes it: in single quotes, each quote inside doubled. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Percent-encodes a part of a URL. Colons stay, because times are seen to work that way.
 * @param what what the text is, for the message
 * @throws ConfigurationError when the text holds half a surrogate pair
 */
export function encoded(text: string, what: string): string {
  try {
    return encodeURIComponent(text).replaceAll('%3A', ':');
  } catch (cause) {
    throw new ConfigurationError(`${what} holds half a character: it can't be sent.`, { cause });
  }
}

/**
 * The name of a property, or a path to one inside another, unchanged.
 * @throws ConfigurationError when it is anything else, e.g. an attempt to smuggle a condition in
 */
export function propertyName(name: string): string {
  if (PROPERTY_PATH.test(name)) return name;
  throw new ConfigurationError(
    `${JSON.stringify(name)} is no name of a property: names are letters, digits and _, joined by /.`,
  );
}
