import type { Participant } from '@org/3cx-api-client';
import { participant } from '../participants';

/** One participant as it really was. `version` counts its changes and stands in its name, so that each state is told apart. */
export interface TrueParticipant {
  readonly dn: string;
  readonly id: number;
  readonly callid: number;
  readonly conversation: Conversation;
  /** Refused to us with 403, and never in a snapshot. */
  readonly farLeg: boolean;
  readonly outbound: boolean;
  status: Participant['status'];
  version: number;
  readonly addedAt: number;
  changedAt: number;
  connectedAt: number | undefined;
  removedAt: number | undefined;
  /** When a GET of it was first answered. */
  shownAt: number | undefined;
  pressed: string;
}

/** One call on one extension. Its number is unlike any other's, in all restarts. */
export interface Conversation {
  readonly dn: string;
  readonly number: string;
  readonly participants: TrueParticipant[];
}

export type SentKind = 'upset' | 'remove' | 'dtmf';

/** What became of one event: sent, and delivered or lost on the way. */
export interface SentEvent {
  readonly kind: SentKind;
  readonly participant: TrueParticipant;
  readonly version: number;
  deliveredAt: number | undefined;
}

export function jsonOf(one: TrueParticipant): Participant {
  const { dn, id, callid, status, outbound, conversation } = one;
  return participant({
    dn,
    id,
    callid,
    status,
    legid: 1,
    party_caller_id: conversation.number,
    party_caller_name: `${String(id)}.${String(one.version)}`,
    originated_by_dn: outbound ? dn : '',
    device_id: `sip:${dn}@127.0.0.1:5483`,
  });
}

/** Whether it was there at some moment of the stretch. */
export function lived({ addedAt, removedAt }: TrueParticipant, from: number, to: number): boolean {
  return addedAt <= from && (removedAt === undefined || removedAt > to);
}
