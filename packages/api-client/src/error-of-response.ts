import {
  AuthenticationError,
  FailedDependencyError,
  InvalidStateError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnexpectedResponseError,
  UnprocessableError,
  type ThreeCxError,
} from './errors';
import { likelyCauseOfRefusal } from './likely-cause-of-refusal';
import { retryAfterMs } from './transport/retry-after';
import { wordsOfBody } from './words-of-body';

/** As much of an HTTP response as an error is made of; a `Response` fits. */
export interface RefusedResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

/**
 * The typed error for an HTTP answer that isn't 2xx.
 * @param what the request in words, e.g. `transferto on 999`
 * @param body the parsed JSON body, or its text
 */
export function errorOfResponse(response: RefusedResponse, body: unknown, what: string): ThreeCxError {
  const { status } = response;
  const detail = wordsOfBody(body);
  const said = detail === '' ? '' : `: ${detail.replace(/[.!]$/, '')}`;
  const facts = (advice: string) => ({ status, detail, operation: what, advice });
  switch (status) {
    case 400:
    case 422: {
      const advice = 'Check the values given, and that the call is in a state for it.';
      const why = status === 400 ? ' as it was asked' : ' in the present state';
      return new UnprocessableError(`3CX can't do ${what}${why}${said}. ${advice}`, facts(advice));
    }
    case 401: {
      const advice =
        'Check client id and secret; if they worked before, another program may be using the same client id, of which 3CX keeps one sign-in at a time.';
      return new AuthenticationError(`3CX refused the sign-in for ${what}${said}. ${advice}`, facts(advice));
    }
    case 403: {
      const advice = likelyCauseOfRefusal(what, detail);
      return new PermissionError(`3CX doesn't allow ${what}${said}. ${advice}`, facts(advice));
    }
    case 404: {
      const advice = "It doesn't exist, or has gone.";
      return new NotFoundError(`3CX knows nothing for ${what}${said}. ${advice}`, facts(advice));
    }
    case 408: {
      const advice = 'Try again; it may have acted all the same.';
      return new TimeoutError(`3CX gave up waiting for the rest of ${what}${said}. ${advice}`, facts(advice));
    }
    case 409:
    case 412: {
      const advice = 'Read its present state, then decide again.';
      return new InvalidStateError(
        `${capitalized(what)} isn't possible now${said}. ${advice}`,
        facts(advice),
      );
    }
    case 424: {
      const advice = "The call isn't connected, or isn't on this client's own route point.";
      return new FailedDependencyError(`3CX has no audio for ${what}${said}. ${advice}`, facts(advice));
    }
    case 429: {
      const wait = retryAfterMs(response.headers.get('retry-after'), Date.now());
      const when = wait === undefined ? 'a little later' : `in ${String(Math.ceil(wait / 1000))} s`;
      const advice = `Try again ${when}.`;
      return new RateLimitError(`3CX has had too many requests (${what}). ${advice}`, wait, facts(advice));
    }
    default:
      if (status >= 500) {
        const advice = 'It may be restarting; try again.';
        return new ServerError(
          `3CX failed with ${String(status)} for ${what}${said}. ${advice}`,
          facts(advice),
        );
      }
      return unexpected(response, what, said, facts);
  }
}

function unexpected(
  { status, headers }: RefusedResponse,
  what: string,
  said: string,
  facts: (advice: string) => { status: number; detail: string; operation: string; advice: string },
): ThreeCxError {
  const origin = status >= 300 && status < 400 ? originOf(headers.get('location')) : undefined;
  const advice =
    origin === undefined
      ? 'Check that the server URL leads to a 3CX server.'
      : `It lives at ${origin}: use that as the server URL.`;
  return new UnexpectedResponseError(
    `3CX answered ${String(status)} to ${what}${said}. ${advice}`,
    facts(advice),
  );
}

function originOf(location: string | null): string | undefined {
  return location !== null && /^https?:\/\//i.test(location) && URL.canParse(location)
    ? new URL(location).origin
    : undefined;
}

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
