import type { RingOutcome } from './call';
import type { Destination } from './directory';
import type { Exchange } from './exchange';
import type { Leg, LegStatus } from './leg';
import { directPath } from './path';
import type { Path } from './path';
import { reach } from './reach';

export interface Route {
  readonly destination: Destination;
  readonly timeoutMs: number;
  /** Straight to the destination's own rule for this case (3CX facts 4.4). */
  readonly skipTo?: Path['skipTo'];
}

/**
 * `routeto`: rings the destination besides this leg, which stays, and is heard,
 * until the destination takes the call. `transferto`: the same with the other
 * party on hold meanwhile; on failure it comes back (3CX facts 5).
 * @returns when the destination has answered or failed.
 */
export function route(
  exchange: Exchange,
  leg: Leg,
  how: 'routeto' | 'transferto',
  { destination, timeoutMs, skipTo }: Route,
): Promise<RingOutcome> {
  const call = exchange.register.call(leg.callId);
  const end = call?.endOf(leg);
  if (!call || !end) return Promise.resolve({ kind: 'failed', reason: 'cancelled' });

  leg.routing = true;
  if (how === 'transferto') {
    leg.playOut?.hold(exchange.now());
    show(exchange, leg, exchange.settings.statusDuringTransfer);
  }
  return new Promise((resolve) => {
    exchange.offer(call, {
      end,
      destination,
      timeoutMs,
      ...(how === 'transferto' ? { referredBy: leg.self } : {}),
      path: {
        ...directPath,
        reason: how,
        via: leg.dn.number,
        onBehalfOf: how === 'routeto' ? leg.self : undefined,
        skipTo,
      },
      settled: (outcome) => {
        leg.routing = false;
        if (outcome.kind === 'failed' && how === 'transferto') {
          leg.playOut?.resume(exchange.now());
          if (!leg.removed) show(exchange, leg, 'Connected');
        }
        resolve(outcome);
      },
    });
  });
}

function show(exchange: Exchange, leg: Leg, status: LegStatus): void {
  if (leg.status === status) return;
  leg.status = status;
  exchange.changed(leg);
}

/**
 * `divert`: a ringing leg, with every other phone of its extension, gives way to
 * another destination at once. @returns the new leg.
 */
export function divert(
  exchange: Exchange,
  leg: Leg,
  { destination, timeoutMs, skipTo }: Route,
): Leg | undefined {
  const call = exchange.register.call(leg.callId);
  const attempt = call?.attempts.get(leg);
  if (!attempt) return undefined;
  const { ringing } = attempt;
  const { offer } = ringing;
  ringing.over = true;
  const before = offer.newest;
  const path: Path = {
    ...directPath,
    reason: 'divert',
    via: leg.dn.number,
    onBehalfOf: leg.self,
    hops: 1,
    skipTo,
    ringMs: timeoutMs,
  };
  reach(exchange, offer, destination, path, ringing.unanswered);
  for (const replaced of [...ringing.attempts]) exchange.fail(replaced, 'cancelled');
  return offer.newest === before ? undefined : offer.newest;
}
