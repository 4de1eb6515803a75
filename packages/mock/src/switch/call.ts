import type { PlayOut } from '../media/play-out';
import type { Speech } from '../media/speech';
import type { Leg } from './leg';
import type { Offer } from './offer';
import type { Party } from './party';
import type { Attempt } from './ringing';

/** A conversation has two ends; a transfer replaces the leg at one of them. */
export type End = 'origin' | 'target';

export function oppositeOf(end: End): End {
  return end === 'origin' ? 'target' : 'origin';
}

/** Why a ringing leg came to nothing. */
export type RingFailure = 'busy' | 'rejected' | 'no-answer' | 'not-registered' | 'cancelled';

export type RingOutcome =
  | { readonly kind: 'answered'; readonly leg: Leg }
  | { readonly kind: 'failed'; readonly reason: RingFailure };

export interface CallBeginnings {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly did: string;
  /** The end where the person is whom the control API speaks for; the route point is usually at the other. */
  readonly person: End;
  /** Who made the call, when that was someone inside. */
  readonly originator: Party | undefined;
  readonly speech: Speech;
  readonly startedAt: Date;
}

/** `by`: `caller`, `callee`, `system`, `xapi`, or the number of the DN that dropped its leg. */
export interface CallEnding {
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** One conversation: its legs, whatever is being rung for it, and what was said and heard. */
export class Call {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly did: string;
  readonly person: End;
  readonly originator: Party | undefined;
  readonly speech: Speech;
  readonly startedAt: Date;
  readonly ends: { origin: Leg | undefined; target: Leg | undefined } = {
    origin: undefined,
    target: undefined,
  };
  /** Those rung now. */
  readonly attempts = new Map<Leg, Attempt>();
  /** Offers under way, for either end. */
  readonly offers = new Set<Offer>();
  /** One per time the person was connected to a route point, in order. */
  readonly playOuts: PlayOut[] = [];
  /** Every leg at the person's end so far. */
  readonly persons = new Set<Leg>();
  farLeg: Leg | undefined;
  establishedAt: Date | undefined;
  lastChangeAt: Date;
  ending: CallEnding | undefined;
  #legs = 0;

  constructor(beginnings: CallBeginnings) {
    this.id = beginnings.id;
    this.from = beginnings.from;
    this.to = beginnings.to;
    this.did = beginnings.did;
    this.person = beginnings.person;
    this.originator = beginnings.originator;
    this.speech = beginnings.speech;
    this.startedAt = beginnings.startedAt;
    this.lastChangeAt = beginnings.startedAt;
  }

  nextLegId(): number {
    this.#legs += 1;
    return this.#legs;
  }

  get state(): 'ringing' | 'connected' | 'ended' {
    if (this.ending) return 'ended';
    return this.counterpart ? 'connected' : 'ringing';
  }

  /** The connected leg the person is talking to. */
  get counterpart(): Leg | undefined {
    const self = this.ends[this.person];
    const other = this.ends[oppositeOf(this.person)];
    return self?.status === 'Connected' && other?.status === 'Connected' ? other : undefined;
  }

  get liveLegs(): readonly Leg[] {
    const { origin, target } = this.ends;
    return [origin, target, this.farLeg, ...this.attempts.keys()].filter(
      (leg): leg is Leg => leg !== undefined,
    );
  }

  endOf(leg: Leg): End | undefined {
    if (this.ends.origin === leg) return 'origin';
    if (this.ends.target === leg) return 'target';
    return this.attempts.get(leg)?.ringing.offer.end;
  }

  offersAt(end: End): readonly Offer[] {
    return [...this.offers].filter((offer) => offer.end === end);
  }
}
