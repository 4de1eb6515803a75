/**
 * Milliseconds that a `Retry-After` header asks to wait: seconds or an HTTP date;
 * undefined when it is absent or neither.
 * @param now wall-clock milliseconds, for the date form
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
