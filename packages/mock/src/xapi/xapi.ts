import type { FastifyInstance } from 'fastify';
import type { MockContext } from '../mock-context';
import { activeToken } from '../tokens/bearer';
import { activeCallJson } from './active-calls';
import { sendCollection, sendError, sendSingleton, version } from './odata';
import { systemStatusJson } from './system-status';

/** The thin part of /xapi/v1 that is served here: Defs, SystemStatus, ActiveCalls (3CX facts 9, 10.1, 10.2). */
export async function xapi(app: FastifyInstance, context: MockContext): Promise<void> {
  await app.register((scope, _options, done) => {
    routes(scope, context);
    done();
  });
}

function routes(app: FastifyInstance, context: MockContext): void {
  const { exchange, settings, wallNow } = context;
  const scheme = settings.tls ? 'https' : 'http';

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('X-3CX-Version', version);
    if (activeToken(request.headers.authorization, context) === undefined) {
      await sendError(reply, 401, 'Unauthorized', 'The token is missing, expired or replaced.');
    } else if (!settings.xapiEnabled) {
      await sendError(reply, 403, 'Forbidden', 'The client has no Configuration API access.');
    }
  });
  const base = (host: string) => `${scheme}://${host}`;

  app.get('/xapi/v1/Defs', (request, reply) =>
    sendSingleton(reply, base(request.host), 'Defs', { Id: 0 }, request.query),
  );
  app.get('/xapi/v1/SystemStatus', async (request, reply) =>
    sendSingleton(reply, base(request.host), 'SystemStatus', await systemStatusJson(context), request.query),
  );
  app.get('/xapi/v1/ActiveCalls', (request, reply) =>
    sendCollection(
      reply,
      base(request.host),
      'ActiveCalls',
      exchange.register.active.map((call) => activeCallJson(call, wallNow())),
      request.query,
    ),
  );
  app.all<{ Params: { '*': string } }>('/xapi/v1/*', (request, reply) => {
    const id = /^ActiveCalls\((\d+)\)\/Pbx\.DropCall$/.exec(request.params['*'])?.[1];
    if (id === undefined) return sendError(reply, 404, 'NotFound', 'This mock does not serve that resource.');
    if (request.method !== 'POST') {
      return sendError(reply, 405, 'MethodNotAllowed', 'Pbx.DropCall is an action: use POST.');
    }
    const call = exchange.register.call(Number(id));
    if (!call || call.ending) return sendError(reply, 404, 'NotFound', `There is no active call ${id}.`);
    exchange.end(call, 'xapi', 'dropped');
    return reply.code(200).send();
  });
}
