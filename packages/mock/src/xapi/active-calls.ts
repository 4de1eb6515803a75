import type { Call } from '../switch/call';
import type { Leg } from '../switch/leg';

/** A row of XAPI ActiveCalls (3CX facts 10.2); `Id` is the call id. */
export function activeCallJson(call: Call, wallNow: number) {
  const { origin, target } = call.ends;
  const ringing = [...call.attempts.keys()][0];
  return {
    Id: call.id,
    Caller: display(origin),
    Callee: display(target ?? ringing),
    Status: status(call, ringing),
    LastChangeStatus: call.lastChangeAt.toISOString(),
    ...(call.establishedAt ? { EstablishedAt: call.establishedAt.toISOString() } : {}),
    ServerNow: new Date(wallNow).toISOString(),
  };
}

function status(call: Call, ringing: Leg | undefined): string {
  if (call.establishedAt) return 'Talking';
  return ringing?.status === 'Ringing' ? 'Ringing' : 'Dialing';
}

/** `101 Jane Doe` for someone inside, `10001 Trunk (+49…)` for someone outside. */
function display(leg: Leg | undefined): string {
  if (!leg) return '';
  const name = `${leg.dn.number} ${leg.dn.name}`;
  return leg.self.type === 'Wexternalline' ? `${name} (${leg.self.callerId})` : name;
}
