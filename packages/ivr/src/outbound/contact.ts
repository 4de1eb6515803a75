import type { FlowValue } from '../flow/definition';

/** Somebody to call. */
export interface CampaignContact {
  /** Names the contact within the campaign. Default: the number. */
  readonly id?: string;
  /** As one would dial it. */
  readonly number: string;
  /** Where the contact lives, e.g. `Europe/Berlin`. Default: the time zone of the campaign. */
  readonly timeZone?: string;
  /** What the conversation may know of the contact. */
  readonly values?: Readonly<Record<string, FlowValue>>;
}

/**
 * Why an attempt came to nothing. `noAnswer`: it rang to the end. `declined`: it ended before
 * that; busy or rejected, which 3CX doesn't tell apart. `refused`: 3CX placed no call, or it ended
 * at once. `again`: the conversation asked for another call. `conversation`: it went wrong.
 * `interrupted`: the process ended, and what became of the call can't be known.
 */
export const ATTEMPT_FAILURES = [
  ...(['noAnswer', 'declined', 'refused', 'again', 'conversation', 'interrupted'] as const),
] satisfies readonly string[];

export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number];

export const CONTACT_STATUSES = ['waiting', 'calling', 'reached', 'gaveUp', 'doNotCall', 'unknown'] as const;

/**
 * `waiting`: to be called, now or later. `calling`: an attempt is under way. The others are
 * final; `unknown`: an attempt was interrupted and isn't made again, since it may have been made.
 */
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

/** All that a campaign keeps of a contact, as plain data. */
export interface ContactState {
  readonly id: string;
  readonly number: string;
  readonly timeZone?: string;
  readonly values: Readonly<Record<string, FlowValue>>;
  readonly status: ContactStatus;
  /** Attempts begun. */
  readonly attempts: number;
  /** How often attempts failed, and why. */
  readonly failures: Readonly<Partial<Record<AttemptFailure, number>>>;
  readonly lastFailure?: AttemptFailure;
  /** Not called before this time. Milliseconds since 1970. */
  readonly notBefore: number;
  /** The call of the attempt under way, once it is known. */
  readonly callId?: string | undefined;
  /** What the conversation told in the end. */
  readonly result?: Readonly<Record<string, FlowValue>>;
}

/** Numbers are the same when they differ in how they are written only. */
export function plainNumber(number: string): string {
  return number.replace(/[\s().\-/]/g, '');
}

export function newContact({ id, number, timeZone, values = {} }: CampaignContact): ContactState {
  return {
    id: id ?? plainNumber(number),
    number,
    ...(timeZone !== undefined && { timeZone }),
    values,
    ...{ status: 'waiting', attempts: 0, failures: {}, notBefore: 0 },
  };
}

export function isFinal({ status }: ContactState): boolean {
  return status !== 'waiting' && status !== 'calling';
}
