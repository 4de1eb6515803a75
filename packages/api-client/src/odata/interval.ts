import { ConfigurationError } from '../errors';

/**
 * A length of time as the 3CX console writes it in `waitInterval`,
 * `answerInterval` and `callTimeFilter…`: hours:minutes:seconds with the minutes
 * in two digits, `0:00:0` for none. Not an ISO 8601 duration (3CX facts 9).
 * @param seconds whole seconds, 0 or more
 * @throws ConfigurationError for anything else
 */
export function consoleInterval(seconds: number): string {
  if (!Number.isSafeInteger(seconds) || seconds < 0)
    throw new ConfigurationError('An interval must be whole seconds, 0 or more.');
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}:${String(seconds % 60)}`;
}
