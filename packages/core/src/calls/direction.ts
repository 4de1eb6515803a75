import type { Participant } from '@org/3cx-api-client';
import type { CallDirection } from './call-state';

/** DN types come as `Wexternalline`, in some builds as `ExternalLine`. */
function isType(value: string, type: string): boolean {
  return value.toLowerCase().replace(/^w/, '') === type;
}

/** Whether a DN is a route point: the kind an API client answers for. */
export function isRoutePoint(dnType: string): boolean {
  return isType(dnType, 'routepoint');
}

/** Whether a DN is a call queue. */
export function isQueue(dnType: string): boolean {
  return isType(dnType, 'queue');
}

/**
 * Which way a call goes, at first sight of a participant. The API doesn't say;
 * dialling or having originated the call means outbound, a trunk on the other side
 * inbound, anything else a call within the PBX.
 */
export function directionOf(participant: Participant): CallDirection {
  const { status, dn, originated_by_dn: originator, party_dn_type: partyType } = participant;
  if (status === 'Dialing' || originator === dn) return 'outbound';
  return isType(partyType, 'externalline') ? 'inbound' : 'internal';
}

/** Who calls whom, from the numbers a participant shows. */
export function numbersOf(participant: Participant, direction: CallDirection): { from: string; to: string } {
  const other = participant.party_caller_id || participant.party_dn;
  return direction === 'outbound' ? { from: participant.dn, to: other } : { from: other, to: participant.dn };
}
