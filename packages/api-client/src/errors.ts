/** What an error may carry beside its message. */
export interface ThreeCxErrorOptions {
  readonly cause?: unknown;
  /** HTTP status, where the PBX answered at all. */
  readonly status?: number;
  /** The PBX's own words for it, where it gave any. */
  readonly detail?: string;
  /** What was asked for, in words: `transferto on extension 999`. */
  readonly operation?: string;
  /** What to do about it. The message ends with it. */
  readonly advice?: string;
}

/**
 * Base of every error of the 3CX libraries. `code` is for programs, `message` says
 * what happened and what to do next, `retryable` whether the same request may
 * succeed later. Never holds a secret, a token or a digit.
 */
export abstract class ThreeCxError extends Error {
  abstract readonly code: string;
  readonly retryable: boolean = false;
  readonly status: number | undefined;
  /** The PBX's own words, long numbers masked; empty when it gave none. */
  readonly detail: string;
  /** What was asked for, in words; empty when the error isn't about a request. */
  readonly operation: string;
  /** What to do about it; empty when the message alone says it. */
  readonly advice: string;

  constructor(message: string, options: ThreeCxErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.status = options.status;
    this.detail = options.detail ?? '';
    this.operation = options.operation ?? '';
    this.advice = options.advice ?? '';
  }
}

/** Something we were given can't work: a missing secret, a server URL that is none. */
export class ConfigurationError extends ThreeCxError {
  readonly code = 'CONFIGURATION';
}

/**
 * No answer came: {@link ConnectionFailedError}, {@link CertificateError} or
 * {@link TimeoutError}.
 */
export abstract class ConnectionError extends ThreeCxError {}

/**
 * Why no connection came about:
 * - `refused`: nothing listens at that host and port
 * - `dns`: there is no such host name
 * - `unreachable`: no route, or a firewall that swallows the attempt
 * - `protocol`: http where https was expected, or the other way round
 * - `proxy`: the proxy refused to connect us
 * - `reset`: the connection broke before the answer was complete
 * - `not-tried`: the circuit breaker is open after the failures before
 */
export type ConnectionProblem =
  'refused' | 'dns' | 'unreachable' | 'protocol' | 'proxy' | 'reset' | 'not-tried';

/** The PBX could not be reached: name, port, route, or not the protocol expected. */
export class ConnectionFailedError extends ConnectionError {
  readonly code = 'CONNECTION_FAILED';
  override readonly retryable = true;
  readonly problem: ConnectionProblem;

  constructor(message: string, options: ThreeCxErrorOptions & { readonly problem?: ConnectionProblem } = {}) {
    super(message, options);
    this.problem = options.problem ?? 'reset';
  }
}

/** The PBX was reached but its certificate isn't trusted. */
export class CertificateError extends ConnectionError {
  readonly code = 'CERTIFICATE';
}

/** No answer in time. The PBX may have acted all the same. */
export class TimeoutError extends ConnectionError {
  readonly code = 'TIMEOUT';
  override readonly retryable = true;
}

/** 401: client id or secret refused, or the token replaced by another program. */
export class AuthenticationError extends ThreeCxError {
  readonly code = 'AUTHENTICATION';
}

/**
 * Another program keeps signing in with our client id, of which 3CX keeps one
 * sign-in at a time. We hold back rather than end its sign-in in turn.
 */
export class SignInContestedError extends AuthenticationError {
  override readonly retryable = true;

  constructor(
    message: string,
    /** Milliseconds until this client signs in again. */
    readonly retryAfterMs: number,
    options: ThreeCxErrorOptions = {},
  ) {
    super(message, options);
  }
}

/** 403: not granted to this client, or the licence or a checkbox is missing. */
export class PermissionError extends ThreeCxError {
  readonly code = 'PERMISSION';
}

/** 404: no such extension, device or participant, or it has gone. */
export class NotFoundError extends ThreeCxError {
  readonly code = 'NOT_FOUND';
}

/** 409 or 412: the thing is in a state that the request isn't for, or has changed meanwhile. */
export class InvalidStateError extends ThreeCxError {
  readonly code: string = 'INVALID_STATE';
}

/** 424: the participant has no audio to offer, or not yet. */
export class FailedDependencyError extends InvalidStateError {
  override readonly code = 'FAILED_DEPENDENCY';
}

/** 422 or 400: impossible for this participant or device, or not acceptable as it was asked. */
export class UnprocessableError extends ThreeCxError {
  readonly code = 'UNPROCESSABLE';
}

/** 429: too many requests. */
export class RateLimitError extends ThreeCxError {
  readonly code = 'RATE_LIMIT';
  override readonly retryable = true;

  constructor(
    message: string,
    /** What the PBX asked us to wait, in milliseconds; undefined when it didn't say. */
    readonly retryAfterMs: number | undefined,
    options: ThreeCxErrorOptions = {},
  ) {
    super(message, options);
  }
}

/** 5xx: the PBX failed, or a gateway in front of it while it restarts. */
export class ServerError extends ThreeCxError {
  readonly code = 'SERVER';
  override readonly retryable = true;
}

/** The PBX answered with something other than the API describes: a protocol error. */
export class UnexpectedResponseError extends ThreeCxError {
  readonly code = 'UNEXPECTED_RESPONSE';
}
