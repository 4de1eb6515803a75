import * as z from 'zod';
import { removed } from '../masking/masker';
import type { Content } from '../session-entry';

/**
 * A recorded body or frame as it is sent again: links lead to the replay, tokens are made-up ones, and bytes that
 * weren't kept are zeros.
 */
export function replayedContent(content: Content | undefined, origin: string, token: string): Buffer {
  if (content === undefined) return Buffer.alloc(0);
  if ('bytes' in content) return replayedBytes(content.bytes, content.base64);
  const text =
    'text' in content
      ? content.text
      : 'form' in content
        ? new URLSearchParams(content.form).toString()
        : JSON.stringify(content.json, (name, value: unknown) =>
            /token$/i.test(name) && value === removed ? token : value,
          );
  return Buffer.from(text.replaceAll('{origin}', origin));
}

export function replayedBytes(length: number, base64: string | undefined): Buffer {
  return base64 === undefined ? Buffer.alloc(length) : Buffer.from(base64, 'base64');
}

const requestId = z.union([z.string(), z.number()]);

/** The `RequestID` of a request over the socket, keys in any casing. */
export function requestIdOf(json: unknown): string | number | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const [, value] = Object.entries(json).find(([name]) => name.toLowerCase() === 'requestid') ?? [];
  const parsed = requestId.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The same answer for a client that chose another `RequestID`. */
export function withRequestIds(
  json: unknown,
  actual: ReadonlyMap<string | number, string | number>,
): unknown {
  return replaced(json, '', (name, value) => {
    const parsed = name.toLowerCase() === 'requestid' ? requestId.safeParse(value) : undefined;
    return parsed?.success ? (actual.get(parsed.data) ?? value) : value;
  });
}

function replaced(value: unknown, name: string, by: (name: string, value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => replaced(item, name, by));
  if (typeof value !== 'object' || value === null) return by(name, value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, key, by)]));
}
