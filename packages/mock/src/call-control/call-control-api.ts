import type { FastifyInstance } from 'fastify';
import { requestFaults } from '../faults/request-faults';
import type { MockContext } from '../mock-context';
import { unauthorizedBody } from '../tokens/bearer';
import { notAllowed } from './call-control-result';
import { commandRoutes, resourceRoutes, send } from './call-control-routes';
import { Clients } from './clients';
import { EventFeed } from './event-feed';
import { streamRoutes } from './stream-routes';

export interface CallControlApi {
  readonly feed: EventFeed;
  /** Cuts every socket and stream of one client. */
  cut(clientId: string): void;
}

/** Everything under /callcontrol, behind the bearer check. */
export async function callControlApi(app: FastifyInstance, context: MockContext): Promise<CallControlApi> {
  const clients = new Clients(context);
  const streams = { cut: (_clientId: string): void => undefined };
  await app.register((scope, _options, done) => {
    scope.addHook('onRequest', async (request, reply) => {
      const client = clients.signedIn(request.headers.authorization);
      if (!client) await reply.code(401).send(unauthorizedBody);
      else if (!client.access.allowed) await send(reply, notAllowed);
    });
    requestFaults(scope, context);
    void scope.register((gets, _, ready) => {
      resourceRoutes(gets, clients);
      ready();
    });
    void scope.register((posts, _, ready) => {
      commandRoutes(posts, clients);
      ready();
    });
    void scope.register((audio, _, ready) => {
      streams.cut = streamRoutes(audio, context, clients);
      ready();
    });
    done();
  });
  const feed = new EventFeed(app.server, context, clients);
  return {
    feed,
    cut: (clientId) => {
      feed.cut(clientId);
      streams.cut(clientId);
    },
  };
}
