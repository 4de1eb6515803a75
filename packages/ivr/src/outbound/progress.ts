import type { CONTACT_STATUSES } from './contact';
import { type AttemptFailure, type ContactState, type ContactStatus } from './contact';

/** What has just happened. Numbers and values of contacts are not in it. */
export type CampaignEvent =
  | { readonly kind: 'added' | 'doNotCall' | 'unknown'; readonly contact: string }
  | {
      readonly kind: 'dialling' | 'answered' | 'adopted' | 'reached';
      readonly contact: string;
      readonly attempt: number;
    }
  | {
      readonly kind: 'failed';
      readonly contact: string;
      readonly attempt: number;
      readonly failure: AttemptFailure;
      /** When the next attempt may be made, milliseconds since 1970; undefined: given up. */
      readonly againAt: number | undefined;
    }
  | { readonly kind: 'paused'; readonly why: 'asked' | 'refused by the phone system' }
  | { readonly kind: 'resumed' };

export interface CampaignProgress {
  readonly total: number;
  /** How many contacts are in which state. */
  readonly counts: Readonly<Record<ContactStatus, number>>;
  readonly paused: boolean;
  /** What has just happened; undefined at first. */
  readonly latest: CampaignEvent | undefined;
}

export function countContacts(contacts: Iterable<ContactState>): Record<ContactStatus, number> {
  const counts = { waiting: 0, calling: 0, reached: 0, gaveUp: 0, doNotCall: 0, unknown: 0 } satisfies Record<
    (typeof CONTACT_STATUSES)[number],
    number
  >;
  for (const { status } of contacts) counts[status] += 1;
  return counts;
}
