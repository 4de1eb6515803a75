import { Speech } from '../media/speech';
import { Call } from './call';
import type { End } from './call';
import { partyAt } from './directory';
import type { Destination } from './directory';
import type { Exchange } from './exchange';
import type { MakeCall, PlaceCall } from './exchange-requests';
import type { Leg } from './leg';
import { partyOf } from './party';
import type { Dn } from './party';
import { directPath } from './path';
import type { Path } from './path';

/** A caller gives up after this long at the latest, milliseconds. */
const longestRingMs = 120_000;

/** Someone, outside or on an extension, dials a number. */
export function placeCall(
  exchange: Exchange,
  { caller, from, to, did, destination, path = directPath }: PlaceCall,
): Call {
  const originator = caller.dn.type === 'Wexternalline' ? undefined : caller.party;
  const call = newCall(exchange, { from, to, did, person: 'origin', originator }, caller.dn, destination);
  const [device] = caller.dn.devices;
  const origin = exchange.legs.add(call, {
    dn: caller.dn,
    deviceId: device?.id ?? '',
    directControl: device?.directControl ?? false,
    self: caller.party,
    path: directPath,
    peer: partyAt(destination),
    status: 'Dialing',
  });
  dial(exchange, call, origin, destination, longestRingMs, path);
  return call;
}

/** A DN of ours calls out (3CX facts 4.2). */
export function makeCall(exchange: Exchange, request: MakeCall): Leg {
  const { source, device, ringsFirst, destination, dialled, timeoutMs, attached } = request;
  const person: End = source.type === 'Wroutepoint' ? 'target' : 'origin';
  const self = partyOf(source);
  const call = newCall(
    exchange,
    { from: source.number, to: dialled, did: '', person, originator: self },
    source,
    destination,
  );
  if (!device || ringsFirst) return ringSourceFirst(exchange, call, request);
  const leg = exchange.legs.add(call, {
    dn: source,
    deviceId: device.id,
    directControl: device.directControl,
    self,
    path: directPath,
    peer: partyAt(destination),
    status: 'Dialing',
  });
  Object.assign(leg.attached.participant, attached);
  dial(exchange, call, leg, destination, timeoutMs, directPath, {
    later: answersAtOnce(exchange, destination),
  });
  return leg;
}

/** Whether a destination takes calls without ringing. */
function answersAtOnce({ settings }: Exchange, { kind }: Destination): boolean {
  if (kind === 'route-point') return settings.firstInboundStatus === 'Connected';
  return kind === 'queue' || kind === 'ivr' || kind === 'voicemail' || kind === 'queue-status';
}

function newCall(
  exchange: Exchange,
  call: Pick<Call, 'from' | 'to' | 'did' | 'person' | 'originator'>,
  caller: Dn,
  destination: Destination,
): Call {
  const { register, scribe, wallNow } = exchange;
  const created = new Call({
    ...call,
    id: register.nextCallId(),
    speech: new Speech(),
    startedAt: new Date(wallNow()),
  });
  register.add(created);
  if (caller.type === 'Wexternalline') scribe.callBegan(created, 'inbound', caller.number);
  else if (destination.kind === 'outside') scribe.callBegan(created, 'outbound', destination.dn.number);
  else scribe.callBegan(created, 'internal', '');
  return created;
}

/** The caller's leg is there: the other end is offered to the destination. */
function dial(
  exchange: Exchange,
  call: Call,
  origin: Leg,
  destination: Destination,
  timeoutMs: number,
  path: Path,
  { later = false } = {},
): void {
  const { legs, listeners, settings } = exchange;
  call.ends.origin = origin;
  if (call.person === 'origin') call.persons.add(origin);
  if (settings.surfaceFarLeg && origin.dn.type === 'Wroutepoint') {
    call.farLeg = legs.add(call, {
      dn: origin.dn,
      deviceId: origin.deviceId,
      directControl: false,
      self: partyAt(destination),
      path: directPath,
      peer: origin.self,
      status: 'Ringing',
      far: true,
    });
    listeners.legChanged(call.farLeg);
  }
  listeners.legChanged(origin);
  const offer = (): void => {
    if (call.ending) return;
    exchange.offer(call, { end: 'target', destination, timeoutMs, path, settled: () => undefined });
  };
  // Whoever calls is seen Dialing, even by a service that answers at once.
  if (later) exchange.timers.after(0, offer);
  else offer();
  exchange.touch(call);
}

/** The classic make-call: the source's own phones ring; the destination is dialled once one is picked up. */
function ringSourceFirst(
  exchange: Exchange,
  call: Call,
  { source, device, destination, timeoutMs, attached }: MakeCall,
): Leg {
  const own = exchange.directory.resolve(source.number);
  if (!own) throw new Error(`The number ${source.number} calls but is not there.`);
  const offer = exchange.offer(call, {
    end: 'origin',
    destination: own,
    timeoutMs,
    peer: partyAt(destination),
    path: { ...directPath, forwards: false, deviceId: device?.id },
    settled: (outcome) => {
      if (outcome.kind === 'failed' || call.ending) return;
      outcome.leg.status = 'Dialing';
      Object.assign(outcome.leg.attached.participant, attached);
      dial(exchange, call, outcome.leg, destination, timeoutMs, directPath);
    },
  });
  if (!offer.newest) throw new Error('No phone of the source rings.');
  return offer.newest;
}
