import type { Call, End, RingOutcome } from './call';
import type { Attempt } from './ringing';
import type { Leg } from './leg';
import type { Party } from './party';

export interface OfferBeginnings {
  readonly call: Call;
  readonly end: End;
  /** Who calls, as those who are rung see it. */
  readonly peer: Party;
  readonly referredBy: Party | undefined;
  readonly settled: (outcome: RingOutcome) => void;
}

/**
 * One end of a call being offered around: to a phone, to several at once, to one
 * after the other, until someone takes it or nobody will.
 */
export class Offer {
  readonly call: Call;
  readonly end: End;
  readonly peer: Party;
  readonly referredBy: Party | undefined;
  /** Those rung now. */
  readonly attempts = new Set<Attempt>();
  /** The leg made last. */
  newest: Leg | undefined;
  open = true;
  cancelTimeout: () => void = () => undefined;
  readonly #settled: (outcome: RingOutcome) => void;

  constructor(beginnings: OfferBeginnings) {
    this.call = beginnings.call;
    this.end = beginnings.end;
    this.peer = beginnings.peer;
    this.referredBy = beginnings.referredBy;
    this.#settled = beginnings.settled;
  }

  /** Whether the call came from outside, which forwarding rules ask. */
  get fromOutside(): boolean {
    return this.peer.type === 'Wexternalline';
  }

  /** Nothing is rung for it any more. */
  close(): void {
    this.open = false;
    this.call.offers.delete(this);
    this.cancelTimeout();
  }

  tell(outcome: RingOutcome): void {
    this.#settled(outcome);
  }
}
