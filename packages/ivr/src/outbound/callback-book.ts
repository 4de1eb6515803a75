/** A call-back that a caller has asked for. */
export interface CallbackRequest {
  /** Names it: a second request with the same id is the same one. */
  readonly id: string;
  /** Whom to call. */
  readonly number: string;
  /** The queue that the caller would have waited in. */
  readonly queue: string;
  /** The call in which it was asked for. */
  readonly callId: string;
}

/** Takes the call-backs that callers ask for. */
export interface CallbackBook {
  /** Resolves once it would survive the end of the process. */
  book(request: CallbackRequest): Promise<void>;
}
