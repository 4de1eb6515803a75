import type { RouteTo } from '../configuration/route-to';
import { partyAt } from './directory';
import type { Destination } from './directory';
import type { Exchange } from './exchange';
import { reachExtension } from './extension';
import { reachIvr } from './ivr';
import type { Offer } from './offer';
import { reachParking } from './parking-lot';
import type { Path } from './path';
import { reachPickup } from './pickup';
import { reachQueueStatus } from './queue-status';
import { reachRingGroup } from './ring-group';
import { Ringing } from './ringing';
import type { Unanswered } from './ringing';
import { reachVoicemail } from './voicemail';

/** A call sent on more often than this goes in circles. */
const mostHops = 10;

/** Offers a call to a destination, whatever that takes; `unreached` once when it came to nothing. */
export function reach(
  exchange: Exchange,
  offer: Offer,
  destination: Destination,
  path: Path,
  unreached: Unanswered,
): void {
  if (path.hops > mostHops) {
    exchange.soon(offer, () => {
      unreached('no-answer', 'system');
    });
    return;
  }
  switch (destination.kind) {
    case 'extension':
      reachExtension(exchange, offer, destination.dn, path, unreached);
      return;
    case 'route-point':
      reachRoutePoint(exchange, offer, destination, path, unreached);
      return;
    case 'outside':
      ringOutside(exchange, new Ringing(offer, unreached), destination, path);
      return;
    case 'ring-group':
      reachRingGroup(exchange, offer, destination.dn, path, unreached);
      return;
    case 'queue':
      exchange.queues.receive(offer, destination.dn, path, unreached);
      return;
    case 'ivr':
      reachIvr(exchange, offer, destination.dn, path);
      return;
    case 'voicemail':
      reachVoicemail(exchange, offer, destination, path, unreached);
      return;
    case 'pickup':
      reachPickup(exchange, offer, destination, unreached);
      return;
    case 'queue-status':
      reachQueueStatus(exchange, offer, destination, path, unreached);
      return;
    case 'parking':
    case 'unpark':
      reachParking(exchange, offer, destination, path, unreached);
  }
}

/** Sends an offer on to where a rule says; a rule without a destination gives up with the reason at hand. */
export function forward(
  exchange: Exchange,
  offer: Offer,
  route: RouteTo,
  path: Path,
  giveUp: () => void,
  unreached: Unanswered,
): void {
  const destination = exchange.directory.routed(route);
  if (!destination) giveUp();
  else reach(exchange, offer, destination, { ...path, hops: path.hops + 1 }, unreached);
}

function reachRoutePoint(
  exchange: Exchange,
  offer: Offer,
  destination: Extract<Destination, { kind: 'route-point' }>,
  path: Path,
  unreached: Unanswered,
): void {
  const [device] = destination.dn.devices;
  const rung = { dn: destination.dn, deviceId: device?.id ?? '', self: partyAt(destination), path };
  if (exchange.settings.firstInboundStatus === 'Connected') {
    exchange.connect(offer, { ...rung, directControl: true });
    return;
  }
  const ringing = new Ringing(offer, unreached);
  exchange.ring(ringing, { ...rung, directControl: true, status: 'Ringing', phone: undefined });
}

/** Rings a number outside, over the trunk if it has room. */
export function ringOutside(
  exchange: Exchange,
  ringing: Ringing,
  destination: Extract<Destination, { kind: 'outside' }>,
  path: Path,
): void {
  exchange.ring(ringing, {
    dn: destination.dn,
    deviceId: '',
    directControl: false,
    self: partyAt(destination),
    path,
    status: 'Dialing',
    phone: exchange.trunkIsFull(destination.dn.number)
      ? { answer: 'busy', afterMs: 0, registered: true }
      : exchange.phones.of(destination.number),
  });
}
