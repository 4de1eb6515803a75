import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { EventFeed } from '../call-control/event-feed';
import type { MockContext } from '../mock-context';
import { pageRoutes } from '../web/page-routes';
import { webDirectory } from '../web-directory';
import { callRoutes } from './call-routes';
import { ControlError } from './control-error';
import { extensionRoutes } from './extension-routes';
import { faultRoutes } from './fault-routes';
import { licenseRoutes } from './license-routes';
import { scenarioRoutes } from './scenario-routes';
import { inspectionRoutes } from './inspection-routes';
import { liveRoutes } from './live-routes';

const largestWavBytes = 50_000_000;

/** The API tests and people drive the mock with: JSON over plain HTTP, no sign-in. */
export function controlApi(context: MockContext, feed: EventFeed): FastifyInstance {
  const app = fastify({ bodyLimit: largestWavBytes, forceCloseConnections: true });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error instanceof ControlError ? error.status : (error.statusCode ?? 500);
    const code = error instanceof ControlError ? error.code : status < 500 ? 'bad-request' : 'internal-error';
    return reply.code(status).send({ error: code, message: error.message });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({
      error: 'not-found',
      message:
        'Known: /, /calls, /calls/:id, /extensions/:dn, /agents/:dn, /faults, /license, /state, /metrics, /log, /clock, /changes, /files, /live.',
    }),
  );
  callRoutes(app, context);
  extensionRoutes(app, context);
  faultRoutes(app, context, feed);
  inspectionRoutes(app, context);
  scenarioRoutes(app, context);
  licenseRoutes(app, context);
  liveRoutes(app, context);
  pageRoutes(app, webDirectory);
  return app;
}
