import type { DnType } from '../switch/party';

/** Someone at one end of a leg, as it was at the time. */
export interface PartySnapshot {
  /** Own DN, or the trunk's for someone outside. */
  readonly dn: string;
  readonly type: DnType;
  readonly name: string;
  /** Number as presented: the outside number, or the DN again. */
  readonly number: string;
}

/** Why a leg came to be. */
export type SegmentReason =
  | 'direct'
  | 'inbound-rule'
  | 'ring-group'
  | 'queue'
  | 'ivr'
  | 'forwarded'
  | 'divert'
  | 'routeto'
  | 'transferto'
  | 'parking'
  | 'unparked'
  | 'picked-up';

/** How a leg ended: it was answered, or why it wasn't. */
export type SegmentOutcome = 'answered' | 'no-answer' | 'busy' | 'rejected' | 'not-registered' | 'cancelled';

/** One leg of a call. Times are epoch milliseconds. */
export interface CallSegment {
  /** Grows over all calls of this history. */
  readonly id: number;
  /** Participant id of the leg. */
  readonly participantId: number;
  readonly legId: number;
  readonly party: PartySnapshot;
  /** Who was at the other end when the leg began. */
  readonly peer: PartySnapshot;
  readonly reason: SegmentReason;
  /** The queue, ring group, IVR, extension or route point through which it came; empty when called directly. */
  readonly via: string;
  readonly startedAt: number;
  readonly ringingAt: number | undefined;
  readonly answeredAt: number | undefined;
  /** Undefined while the leg lives. */
  readonly endedAt: number | undefined;
  readonly outcome: SegmentOutcome | undefined;
}

/** A call from its first leg to its end. */
export interface CallRecord {
  /** Unique over restarts. */
  readonly id: string;
  /** The id the APIs show; begins again after a restart. */
  readonly callId: number;
  readonly direction: 'inbound' | 'outbound' | 'internal';
  /** Numbers as dialled and presented. */
  readonly from: string;
  readonly to: string;
  readonly did: string;
  /** Trunk used, empty for a call inside. */
  readonly trunk: string;
  readonly startedAt: number;
  /** When the two ends were first connected. */
  readonly answeredAt: number | undefined;
  readonly endedAt: number | undefined;
  /** `caller`, `callee`, `system`, `xapi` or the DN that dropped its leg. */
  readonly endedBy: string | undefined;
  readonly endReason: string | undefined;
  readonly segments: readonly CallSegment[];
}
