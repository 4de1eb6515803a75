import type { IncomingHttpHeaders } from 'node:http';
import type { Masker } from './masking/masker';

/** The only headers that are recorded: they say what a body is and what to do next, not who is asking. */
const recorded = [
  'accept',
  'content-type',
  'location',
  'retry-after',
  'www-authenticate',
  'x-3cx-version',
  'allow',
];

export function maskedHeaders(headers: IncomingHttpHeaders, masker: Masker): Record<string, string> {
  return Object.fromEntries(
    recorded.flatMap((name): [string, string][] => {
      const value = headers[name];
      return value === undefined ? [] : [[name, masker.text(String(value))]];
    }),
  );
}

/** Remembers what a client signs in with, so that it can be removed wherever else it appears. */
export function learnCredentials(headers: IncomingHttpHeaders, masker: Masker): void {
  const credentials = headers.authorization?.replace(/^\w+\s+/, '');
  if (credentials !== undefined) masker.learnSecret(credentials);
  for (const cookie of (headers.cookie ?? '').split(';')) {
    masker.learnSecret(cookie.slice(cookie.indexOf('=') + 1).trim());
  }
}
