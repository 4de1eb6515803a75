import type { FastifyInstance } from 'fastify';
import { faultsSchema } from '../faults/fault-board';
import type { EventFeed } from '../call-control/event-feed';
import type { MockContext } from '../mock-context';
import { parsedBody } from './request-body';

/** `/faults`: breaks things on purpose. Each POST adds to the faults in force; DELETE ends them all. */
export function faultRoutes(
  app: FastifyInstance,
  { exchange, faults, timers, tokens, trace }: MockContext,
  feed: EventFeed,
): void {
  app.post('/faults', (request, reply) => {
    const wanted = parsedBody(faultsSchema, request.body);
    faults.set(wanted);
    if (wanted.revokeToken) tokens.revoke();
    if (wanted.halfOpenSockets) feed.playDead();
    if (wanted.dropSockets) feed.cutAll();
    if (wanted.closeSockets) feed.closeAll(wanted.closeSockets.code);
    if (wanted.ghostParticipant) feed.tellOfGhost();
    if (wanted.restart) {
      timers.after(wanted.restart.downMs, faults.beginOutage());
      feed.cutAll();
      tokens.revoke();
      exchange.restart();
    }
    for (const name of Object.keys(wanted)) trace.add('fault', { name });
    return reply.code(204).send();
  });

  app.delete('/faults', (_request, reply) => {
    faults.clear();
    trace.add('fault', { name: 'none' });
    return reply.code(204).send();
  });
}
