import type { Leg } from '../switch/leg';
import type { Device, Dn, Party } from '../switch/party';

/** A participant on the wire, every field of it (3CX facts 3.1). */
export function participantJson(leg: Leg, presentDid: boolean) {
  return {
    id: leg.id,
    status: leg.status,
    dn: leg.dn.number,
    party_caller_name: leg.peer.name,
    party_dn: leg.peer.dn,
    party_caller_id: leg.peer.callerId,
    party_did: presentDid && !leg.peer.withholdsDid ? leg.peer.did : '',
    device_id: leg.deviceId,
    party_dn_type: leg.peer.type,
    direct_control: leg.directControl,
    originated_by_dn: dnOf(leg.originatedBy),
    originated_by_type: typeOf(leg.originatedBy),
    referred_by_dn: dnOf(leg.referredBy),
    referred_by_type: typeOf(leg.referredBy),
    on_behalf_of_dn: dnOf(leg.onBehalfOf),
    on_behalf_of_type: typeOf(leg.onBehalfOf),
    callid: leg.callId,
    legid: leg.legId,
  };
}

export function deviceJson(dn: Dn, device: Device) {
  return { dn: dn.number, device_id: device.id, user_agent: device.userAgent };
}

function dnOf(party: Party | undefined): string {
  return party?.dn ?? '';
}

function typeOf(party: Party | undefined): string {
  return party?.type ?? 'None';
}
