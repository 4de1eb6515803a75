import type { FastifyInstance } from 'fastify';
import { faultsSchema } from '../faults/faults-schema';
import type { Faults } from '../faults/faults-schema';
import type { EventFeed } from '../call-control/event-feed';
import type { MockContext } from '../mock-context';
import { ControlError } from './control-error';
import { parsedBody } from './request-body';

/** `/faults`: breaks things on purpose. Each POST adds to the faults in force; DELETE ends them all. */
export function faultRoutes(
  app: FastifyInstance,
  { exchange, faults, timers, tokens, trace }: MockContext,
  feed: EventFeed,
): void {
  app.post('/faults', async (request, reply) => {
    const wanted = parsedBody(faultsSchema, request.body);
    if (wanted.proxy) await setProxy(wanted.proxy, wanted.seed);
    faults.set(wanted);
    if (wanted.revokeToken === true) tokens.revoke();
    if (wanted.halfOpenSockets === true) feed.playDead();
    if (wanted.dropSockets === true) feed.cutAll();
    if (wanted.closeSockets) feed.closeAll(wanted.closeSockets.code);
    if (wanted.ghostParticipant === true) feed.tellOfGhost();
    if (wanted.restart) {
      timers.after(wanted.restart.downMs, faults.beginOutage());
      feed.cutAll();
      tokens.revoke();
      exchange.restart();
    }
    for (const name of Object.keys(wanted)) trace.add('fault', { name });
    return reply.code(204).send();
  });

  app.delete('/faults', async (_request, reply) => {
    faults.clear();
    await faults.proxy?.reset();
    trace.add('fault', { name: 'none' });
    return reply.code(204).send();
  });

  async function setProxy(toxics: NonNullable<Faults['proxy']>, seed: number | undefined): Promise<void> {
    const { proxy } = faults;
    if (!proxy) {
      throw new ControlError(409, 'no-proxy', 'There is no proxy: start the mock with a proxy port.');
    }
    if (seed !== undefined) proxy.restartCounting(seed);
    for (const toxic of toxics) {
      if (toxic.type === 'down') await proxy.disable();
      else proxy.add(toxic);
    }
  }
}
