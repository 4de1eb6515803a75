import type { IvrConfiguration } from '../configuration/ivr';
import type { RouteTo } from '../configuration/route-to';
import type { Call } from './call';
import type { Exchange } from './exchange';
import type { Leg } from './leg';
import type { Offer } from './offer';
import { partyOf } from './party';
import type { Dn } from './party';
import { directPath } from './path';
import type { Path } from './path';

/** How long a destination of an IVR may ring, milliseconds. */
const ringMs = 120_000;

/** A digital receptionist takes the call, plays its prompt and waits for a key. */
export function reachIvr(exchange: Exchange, offer: Offer, dn: Dn, path: Path): void {
  const leg = exchange.connect(offer, { dn, deviceId: '', directControl: false, self: partyOf(dn), path });
  const ivr = exchange.configuration.ivrs.find(dn.number);
  if (ivr && leg) answerAs(exchange, offer.call, leg, ivr);
}

function answerAs(exchange: Exchange, call: Call, leg: Leg, ivr: IvrConfiguration): void {
  let cancelTimeout = (): void => undefined;
  let sendingOn = false;

  const prompt = (): void => {
    cancelTimeout();
    const lengthMs = exchange.legs.voiceOf(leg).say(ivr.promptFile);
    cancelTimeout = exchange.timers.after(lengthMs + ivr.timeoutSeconds * 1000, () => {
      sendOn(ivr.timeout);
    });
  };
  const sendOn = (route: RouteTo): void => {
    const destination = exchange.directory.routed(route);
    const end = call.endOf(leg);
    if (!destination || !end) {
      exchange.end(call, leg.dn.number, 'hung up');
      return;
    }
    cancelTimeout();
    sendingOn = true;
    exchange.legs.voiceOf(leg).stop();
    exchange.offer(call, {
      end,
      destination,
      timeoutMs: ringMs,
      path: { ...directPath, reason: 'ivr', via: leg.dn.number, onBehalfOf: leg.self },
      settled: (outcome) => {
        sendingOn = false;
        if (outcome.kind === 'failed' && !leg.removed) prompt();
      },
    });
  };

  leg.keyPressed = (key) => {
    if (sendingOn) return;
    const route = ivr.keys.find((assigned) => assigned.key === key)?.route ?? ivr.invalidKey;
    if (route) sendOn(route);
    else prompt();
  };
  exchange.legs.whenRemoved(leg, () => {
    cancelTimeout();
  });
  prompt();
}
