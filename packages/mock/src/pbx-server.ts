import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { Certificate } from './certificate';
import type { MockContext } from './mock-context';
import type { TraceEntry } from './trace/trace';

const participantAction = z.object({ dn: z.string(), id: z.string(), action: z.string() });

/** As the PBX's own web server: long enough for every pause of a client. */
const keepAliveMs = 65_000;

/** The web server of the PBX: counts and traces every request, and fails those it was told to fail. */
export function pbxServer(context: MockContext, certificate: Certificate | undefined): FastifyInstance {
  const { faults, metrics, tokens, trace } = context;
  const app = fastify({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    serverFactory: (handler) => {
      // A POST stream lasts as long as its call: Node's limit on a request's duration must not cut it.
      const options = { requestTimeout: 0, keepAliveTimeout: keepAliveMs };
      return certificate
        ? createSecureServer({ ...options, ...certificate }, handler)
        : createServer(options, handler);
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.url !== '/connect/token' && faults.strikes('revokeToken', request.url)) tokens.revoke();
    const status = faults.takeRequestFailure(request.url);
    if (status !== undefined)
      await reply.code(status).send({ error: 'injected', error_description: 'A fault.' });
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    metrics.count(request.method, route, reply.statusCode);
    trace.add('request', {
      method: request.method,
      route,
      status: reply.statusCode,
      ...named(request.params),
    });
    done();
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send());
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ error: 'bad_request', error_description: error.message }),
  );
  return app;
}

/** Which participant was asked to do what: numbers inside only, and no more of the path than that. */
function named(params: unknown): TraceEntry['detail'] {
  const target = participantAction.safeParse(params);
  return target.success ? target.data : {};
}
