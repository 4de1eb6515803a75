import { ConnectionFailedError, type ConnectionProblem } from '../errors';
import { retryAfterMs } from './retry-after';

export interface RetrySettings {
  /** Attempts in all; 1 means no repetition. Default 3. */
  readonly attempts?: number;
  /** Milliseconds before the first repetition, on average; doubles with each. Default 200. */
  readonly firstWaitMs?: number;
  /** Longest `Retry-After` that is waited for, milliseconds; a longer one is told. Default 5 000. */
  readonly maxRetryAfterMs?: number;
}

/** How an attempt ended. */
export type AttemptEnd =
  | {
      readonly status: number;
      readonly headers: { get(name: string): string | null };
    }
  | { readonly error: unknown };

/** Failures that a moment may mend. A wrong name, certificate or protocol stays wrong. */
const PASSING: ReadonlySet<ConnectionProblem> = new Set<ConnectionProblem>([
  'refused',
  'reset',
  'unreachable',
]);

/**
 * Milliseconds to wait before the request may be sent again, or undefined when it may
 * not be. Repeated are:
 * - reading requests (GET, HEAD) after a broken connection, and after 502 or 503;
 * - any request after 429 or 503 with a `Retry-After` short enough: it wasn't acted on.
 *
 * Not repeated: a request that may have been acted on; a timeout (the PBX is busy); 500
 * (the same question fails again) and 504 (a report over too large a range).
 * @param attempt how many attempts have ended, from 1
 */
export function waitBeforeRepeating(
  method: string,
  attempt: number,
  end: AttemptEnd,
  settings: RetrySettings = {},
  random: () => number = Math.random,
): number | undefined {
  if ('status' in end && end.status < 400) return undefined;
  if (attempt >= (settings.attempts ?? 3)) return undefined;
  const backoff = (settings.firstWaitMs ?? 200) * 2 ** (attempt - 1) * (0.5 + random());
  const reads = method === 'GET' || method === 'HEAD';
  if ('error' in end) {
    const { error } = end;
    return reads && error instanceof ConnectionFailedError && PASSING.has(error.problem)
      ? backoff
      : undefined;
  }
  if (end.status === 429 || end.status === 503) {
    const asked = retryAfterMs(end.headers.get('retry-after'), Date.now());
    if (asked !== undefined)
      return asked <= (settings.maxRetryAfterMs ?? 5_000) ? asked + random() * 100 : undefined;
  }
  return reads && (end.status === 502 || end.status === 503) ? backoff : undefined;
}
