import type { Destination } from './directory';
import type { Exchange } from './exchange';
import type { Offer } from './offer';
import { directPath } from './path';
import type { Unanswered } from './ringing';

/** Someone inside takes a call that rings at another extension; the call made for it is over. */
export function reachPickup(
  exchange: Exchange,
  offer: Offer,
  { extension }: Extract<Destination, { kind: 'pickup' }>,
  unreached: Unanswered,
): void {
  const taker = offer.call.ends.origin;
  // Deferred, so that whoever asked has the leg that is about to go.
  exchange.soon(offer, () => {
    const ringing = exchange.register
      .legsOn(extension)
      .find(({ status, callId }) => status === 'Ringing' && callId !== offer.call.id);
    const call = ringing && exchange.register.call(ringing.callId);
    const end = ringing && call?.endOf(ringing);
    if (!call || !end || !taker || taker.dn.type === 'Wexternalline') {
      unreached('no-answer', 'system');
      return;
    }
    exchange.end(offer.call, 'system', 'picked up');
    exchange.seat(call, end, {
      dn: taker.dn,
      deviceId: taker.deviceId,
      directControl: taker.directControl,
      self: taker.self,
      path: { ...directPath, reason: 'picked-up', via: extension },
    });
  });
}
