/**
 * Something the person who builds the workflow can mend: what happened, and what
 * to do about it. Codes of our own stand beside those of the core library.
 */
export class GuidedError extends Error {
  override readonly name = 'GuidedError';
  constructor(
    readonly code: GuidedErrorCode,
    message: string,
    /** Why, and what to do next. */
    readonly description: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export type GuidedErrorCode =
  | 'AUTHENTICATION'
  | 'CALL_ID_INVALID'
  | 'CALL_STATE'
  | 'CLIENT_ID_IN_USE'
  | 'CONFIGURATION'
  | 'CANCELLED'
  | 'EXTENSION_NOT_FOUND'
  | 'PARAMETER'
  | 'RECEIVER_TAKEN'
  | 'TRANSFER_FAILED'
  | 'WORKER_PROCESS';
