import type { Destination } from './directory';
import type { Exchange } from './exchange';
import type { Offer } from './offer';
import { partyOf } from './party';
import type { Path } from './path';
import type { Unanswered } from './ringing';

const confirmation = '/system/default/beep.wav';

/** An agent who dials the code is logged into the queues, or out; a beep confirms it. */
export function reachQueueStatus(
  exchange: Exchange,
  offer: Offer,
  { dn, status }: Extract<Destination, { kind: 'queue-status' }>,
  path: Path,
  unreached: Unanswered,
): void {
  const agent = exchange.configuration.extensions.find(offer.peer.dn);
  if (!agent) {
    exchange.soon(offer, () => {
      unreached('rejected', 'system');
    });
    return;
  }
  const leg = exchange.connect(offer, { dn, deviceId: '', directControl: false, self: partyOf(dn), path });
  if (!leg) return;
  exchange.configuration.extensions.change(agent.id, { queueStatus: status });
  const cancel = exchange.timers.after(exchange.legs.voiceOf(leg).say(confirmation), () => {
    exchange.end(offer.call, dn.number, 'hung up');
  });
  exchange.legs.whenRemoved(leg, cancel);
}
