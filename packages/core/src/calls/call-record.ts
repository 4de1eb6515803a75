import type { Participant } from '@org/3cx-api-client';
import type { CallEvent } from '../events/call-event';
import type { Participants } from './participants';
import type { CallTime } from './call-time';
import type { CallDirection, CallStatus, EndReason } from './call-state';

/** What decides why a call has ended, when it does. */
export interface ComingEnd {
  /** Why the call will have ended, if it ends now: set by whoever is about to end it. */
  expected: EndReason | undefined;
  /** Commands whose outcome decides why the call has ended; its end waits for them. */
  holds: number;
  /** The end that waits: whether it was found by comparing snapshots. */
  held: { readonly synthetic: boolean } | undefined;
}

/** What is known of one call: the participants of one `callid` on one extension. */
export interface CallRecord {
  readonly id: string;
  readonly callid: number;
  readonly dn: string;
  readonly direction: CallDirection;
  fromNumber: string;
  toNumber: string;
  callerName: string;
  did: string;
  status: CallStatus;
  readonly time: CallTime;
  readonly startedAt: Date;
  answeredAt: Date | undefined;
  endedAt: Date | undefined;
  endReason: EndReason | undefined;
  /** Live participants by id; a phone call has one per ringing device. */
  readonly participants: Participants;
  /** Told the events of this call, while somebody wants them apart from those of all calls. */
  listener: ((event: CallEvent) => void) | undefined;
  /** Its end, as far as it is known beforehand. */
  readonly coming: ComingEnd;
}

/** The participant that actions and audio go to: the connected one we control, else the first seen. */
export function actingParticipant({ participants }: CallRecord): Participant | undefined {
  if (participants.single !== undefined) return participants.single;
  let best: Participant | undefined;
  let bestRank = -1;
  for (const participant of participants) {
    const rank = (participant.status === 'Connected' ? 2 : 0) + (participant.direct_control ? 1 : 0);
    if (rank <= bestRank) continue;
    best = participant;
    bestRank = rank;
  }
  return best;
}
