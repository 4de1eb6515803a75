import type { RingOutcome } from './call';
import type { Destination } from './directory';
import type { Exchange } from './exchange';
import type { Leg } from './leg';

export interface Route {
  readonly destination: Destination;
  readonly timeoutMs: number;
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
  { destination, timeoutMs }: Route,
): Promise<RingOutcome> {
  const call = exchange.register.call(leg.callId);
  const end = call?.endOf(leg);
  if (!call || !end) return Promise.resolve({ kind: 'failed', reason: 'cancelled' });

  leg.routing = true;
  if (how === 'transferto') leg.playOut?.hold(exchange.now());
  return new Promise((resolve) => {
    exchange.ring(call, {
      end,
      destination,
      timeoutMs,
      reason: how,
      via: leg.dn.number,
      ...(how === 'transferto' ? { referredBy: leg.self } : { onBehalfOf: leg.self }),
      settled: (outcome) => {
        leg.routing = false;
        if (outcome.kind === 'failed' && how === 'transferto') leg.playOut?.resume(exchange.now());
        resolve(outcome);
      },
    });
  });
}

/** `divert`: a ringing leg gives way to another destination at once. @returns the new leg. */
export function divert(exchange: Exchange, leg: Leg, { destination, timeoutMs }: Route): Leg | undefined {
  const call = exchange.register.call(leg.callId);
  const attempt = call?.attempts.get(leg);
  if (!call || !attempt) return undefined;
  const next = exchange.ring(call, {
    end: attempt.end,
    destination,
    timeoutMs,
    onBehalfOf: leg.self,
    reason: 'divert',
    via: leg.dn.number,
    settled: () => undefined,
  });
  exchange.fail(call, attempt, 'cancelled');
  return next.leg;
}
