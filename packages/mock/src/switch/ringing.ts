import type { RingFailure } from './call';
import type { Leg } from './leg';
import type { Offer } from './offer';

/** Called once, when none of those rung took the call; `by` is who ended it: `system` or a DN. */
export type Unanswered = (reason: RingFailure, by: string) => void;

/** A leg that is being rung to become one end of a call. */
export interface Attempt {
  readonly leg: Leg;
  readonly ringing: Ringing;
  readonly timers: (() => void)[];
}

/** Phones rung together for one destination: it counts as unanswered when the last of them is. */
export class Ringing {
  readonly offer: Offer;
  readonly attempts = new Set<Attempt>();
  over = false;
  readonly unanswered: Unanswered;
  #reason: RingFailure | undefined;

  constructor(offer: Offer, unanswered: Unanswered) {
    this.offer = offer;
    this.unanswered = unanswered;
  }

  /** One phone less. A phone that merely rang out says more than one that declined. */
  lose(attempt: Attempt, reason: RingFailure, by: string): void {
    this.attempts.delete(attempt);
    this.#reason = this.#reason === 'no-answer' ? this.#reason : reason;
    if (this.over || !this.offer.open || this.attempts.size > 0) return;
    this.over = true;
    this.unanswered(this.#reason, by);
  }
}
