import type { FastifyInstance } from 'fastify';
import { requestFaults } from '../faults/request-faults';
import type { MockContext } from '../mock-context';
import { activeToken, unauthorizedBody } from '../tokens/bearer';
import { Access } from './access';
import { CallControl } from './call-control';
import { commandRoutes, resourceRoutes } from './call-control-routes';
import { EventFeed } from './event-feed';
import { streamRoutes } from './stream-routes';

export interface CallControlApi {
  readonly feed: EventFeed;
  cutStreams(): void;
}

/** Everything under /callcontrol, behind the bearer check. */
export async function callControlApi(app: FastifyInstance, context: MockContext): Promise<CallControlApi> {
  const access = new Access(context);
  const callControl = new CallControl(context, access);
  const streams = { cut: (): void => undefined };
  await app.register((scope, _options, done) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (activeToken(request.headers.authorization, context) !== undefined) return;
      await reply.code(401).send(unauthorizedBody);
    });
    requestFaults(scope, context);
    void scope.register((gets, _, ready) => {
      resourceRoutes(gets, callControl);
      ready();
    });
    void scope.register((posts, _, ready) => {
      commandRoutes(posts, callControl);
      ready();
    });
    void scope.register((audio, _, ready) => {
      streams.cut = streamRoutes(audio, context, access);
      ready();
    });
    done();
  });
  return {
    feed: new EventFeed(app.server, context, access, callControl),
    cutStreams: () => {
      streams.cut();
    },
  };
}
