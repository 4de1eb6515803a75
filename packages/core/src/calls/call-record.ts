import type { Participant } from '@org/3cx-api-client';
import type { CallDirection, CallStatus, EndReason } from './call-state';

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
  readonly startedAt: Date;
  answeredAt: Date | undefined;
  endedAt: Date | undefined;
  endReason: EndReason | undefined;
  /** Live participants by id; a phone call has one per ringing device. */
  readonly participants: Map<number, Participant>;
}

/** The participant that actions and audio go to: the connected one we control, else the first seen. */
export function actingParticipant({ participants }: CallRecord): Participant | undefined {
  let best: Participant | undefined;
  let bestRank = -1;
  for (const participant of participants.values()) {
    const rank = (participant.status === 'Connected' ? 2 : 0) + (participant.direct_control ? 1 : 0);
    if (rank <= bestRank) continue;
    best = participant;
    bestRank = rank;
  }
  return best;
}
