/** What an error may carry beside its message. */
export interface ThreeCxErrorOptions {
  readonly cause?: unknown;
  /** HTTP status, where the PBX answered at all. */
  readonly status?: number;
  /** The PBX's own words for it, where it gave any. */
  readonly detail?: string;
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
  /** The PBX's own words; empty when it gave none. */
  readonly detail: string;

  constructor(message: string, options: ThreeCxErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.status = options.status;
    this.detail = options.detail ?? '';
  }
}

/** Something we were given can't work: a missing secret, a server URL that is none. */
export class ConfigurationError extends ThreeCxError {
  readonly code = 'CONFIGURATION';
}

/** The PBX could not be reached: name, port, route, or not the protocol expected. */
export class ConnectionFailedError extends ThreeCxError {
  readonly code = 'CONNECTION_FAILED';
  override readonly retryable = true;
}

/** The PBX was reached but its certificate isn't trusted. */
export class CertificateError extends ThreeCxError {
  readonly code = 'CERTIFICATE';
}

/** No answer in time. The PBX may have acted all the same. */
export class TimeoutError extends ThreeCxError {
  readonly code = 'TIMEOUT';
  override readonly retryable = true;
}

/** 401: client id or secret refused, or the token replaced by another program. */
export class AuthenticationError extends ThreeCxError {
  readonly code = 'AUTHENTICATION';
}

/** 403: not granted to this client, or the licence or a checkbox is missing. */
export class PermissionError extends ThreeCxError {
  readonly code = 'PERMISSION';
}

/** 404: no such extension, device or participant, or it has gone. */
export class NotFoundError extends ThreeCxError {
  readonly code = 'NOT_FOUND';
}

/** 422: impossible for this participant or device in its present state. */
export class UnprocessableError extends ThreeCxError {
  readonly code = 'UNPROCESSABLE';
}

/** 424: the participant has no audio to offer, or not yet. */
export class FailedDependencyError extends ThreeCxError {
  readonly code = 'FAILED_DEPENDENCY';
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

/** The PBX answered with something other than the API describes. */
export class UnexpectedResponseError extends ThreeCxError {
  readonly code = 'UNEXPECTED_RESPONSE';
}
