import {
  AuthenticationError,
  FailedDependencyError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnexpectedResponseError,
  UnprocessableError,
  type ThreeCxError,
} from './errors';

/** Longest part of a PBX's own words that goes into a message. */
const MAX_WORDS = 200;

/** The sentence a PBX put into an error body, in whichever of its many fields. */
function wordsOf(body: unknown): string {
  if (typeof body === 'string')
    return body.trimStart().startsWith('<') ? '' : body.trim().slice(0, MAX_WORDS);
  if (typeof body !== 'object' || body === null) return '';
  const fields = new Map<string, unknown>(Object.entries(body));
  const nested = fields.get('error');
  if (typeof nested === 'object' && nested !== null) return wordsOf(nested);
  for (const name of ['reasontext', 'error_description', 'message', 'title', 'error', 'reason']) {
    const value = fields.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, MAX_WORDS);
  }
  return '';
}

function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * The typed error for an HTTP answer that isn't 2xx.
 * @param what the request in words, e.g. `transferto on 999`
 * @param body the parsed JSON body, or its text
 */
export function errorOfResponse(response: Response, body: unknown, what: string): ThreeCxError {
  const { status } = response;
  const words = wordsOf(body);
  const facts = { status, detail: words };
  const said = words === '' ? '' : `: ${words}`;
  switch (status) {
    case 401:
      return new AuthenticationError(
        `3CX refused the sign-in for ${what}${said}. Check client id and secret; if they worked before, another program may be using the same client id, of which 3CX keeps one sign-in at a time.`,
        facts,
      );
    case 403:
      return new PermissionError(
        `3CX doesn't allow ${what}${said}. In Integrations > API, check that this client has the permission and the extension.`,
        facts,
      );
    case 404:
      return new NotFoundError(`3CX knows nothing for ${what}${said}: it doesn't exist, or has gone.`, facts);
    case 422:
      return new UnprocessableError(`3CX can't do ${what} in the present state${said}.`, {
        status,
        detail: words,
      });
    case 424:
      return new FailedDependencyError(
        `3CX has no audio for ${what}${said}: the call isn't connected, or isn't on this client's own route point.`,
        facts,
      );
    case 429: {
      const wait = retryAfterMs(response.headers.get('retry-after'), Date.now());
      const when = wait === undefined ? 'a little later' : `in ${String(Math.ceil(wait / 1000))} s`;
      return new RateLimitError(`3CX has had too many requests (${what}): try again ${when}.`, wait, facts);
    }
    default:
      return status >= 500
        ? new ServerError(
            `3CX failed with ${String(status)} for ${what}${said}. It may be restarting; try again.`,
            facts,
          )
        : new UnexpectedResponseError(`3CX answered ${String(status)} to ${what}${said}.`, {
            status,
            detail: words,
          });
  }
}
