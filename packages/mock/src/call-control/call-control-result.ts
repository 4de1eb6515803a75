/** `reason` values this mock gives (3CX facts 4.4). */
export type ResultReason = 'None' | 'NoAnswer' | 'PhoneBusy' | 'PhoneNotRegistered' | 'NoDestinations';

export interface Answer {
  readonly status: number;
  readonly body: object | string | undefined;
}

/** 200 with a CallControlResult (3CX facts 4.3). */
export function success(result: object | null): Answer {
  return { status: 200, body: { finalstatus: 'Success', reason: 'None', reasontext: '', result } };
}

/** A refusal with a CallControlResult; `reasontext` says why. */
export function refusal(status: 200 | 422 | 424, reasontext: string, reason: ResultReason = 'None'): Answer {
  return { status, body: { finalstatus: 'Failed', reason, reasontext, result: null } };
}

/** 404 has no body. */
export const notFound: Answer = { status: 404, body: undefined };

/** The client, or the licence, lacks Call Control altogether. */
export const notAllowed: Answer = {
  status: 403,
  body: {
    error: 'forbidden',
    error_description: 'The client, or the licence, does not include the Call Control API.',
  },
};

export function forbidden(description: string): Answer {
  return { status: 403, body: { error: 'forbidden', error_description: description } };
}
