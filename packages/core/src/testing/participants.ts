import type { DnState, Participant } from '@org/3cx-api-client';

/** A participant as the PBX shows an outside caller on route point 999, with what a test changes. */
export function participant(changes: Partial<Participant> = {}): Participant {
  return {
    id: 325,
    status: 'Connected',
    dn: '999',
    party_caller_name: 'Pat Jones',
    party_dn: '10001',
    party_caller_id: '+16125551234',
    party_did: '',
    party_dn_type: 'Wexternalline',
    device_id: 'sip:999@127.0.0.1:5483',
    direct_control: true,
    originated_by_dn: '',
    originated_by_type: '',
    referred_by_dn: '',
    referred_by_type: '',
    on_behalf_of_dn: '',
    on_behalf_of_type: '',
    callid: 42,
    legid: 2,
    ...changes,
  };
}

/** The state of one extension. */
export function dnState(participants: Participant[], dn = '999', type = 'Wroutepoint'): DnState {
  return { dn, type, devices: [], participants };
}
