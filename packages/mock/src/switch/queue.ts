import type { Call } from './call';
import type { Exchange } from './exchange';
import type { Leg } from './leg';
import { partyOf } from './party';

/** How long the agents ring in one round, and how long the queue waits before the next. Milliseconds. */
const roundMs = 20_000;
const pauseMs = 1_500;

/**
 * Keeps a call that has reached the queue there, on hold, and rings all agents at
 * once, round after round, until one answers or the call leaves (3CX facts 8.12).
 */
export function queueUp(exchange: Exchange, call: Call, queueLeg: Leg): void {
  const round = (): void => {
    const end = call.endOf(queueLeg);
    if (queueLeg.removed || !end) return;
    const agents = exchange.configuration.queues.find(queueLeg.dn.number)?.agents ?? [];
    const destinations = agents
      .map(({ number }) => exchange.directory.resolve(number))
      .filter((destination) => destination !== undefined);
    let ringing = destinations.length;
    for (const destination of destinations) {
      exchange.ring(call, {
        end,
        destination,
        timeoutMs: roundMs,
        onBehalfOf: partyOf(queueLeg.dn),
        reason: 'queue',
        via: queueLeg.dn.number,
        settled: () => {
          ringing -= 1;
          if (ringing === 0 && !queueLeg.removed) exchange.timers.after(pauseMs, round);
        },
      });
    }
  };
  round();
}
