import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { MockContext } from '../mock-context';
import { signedIn } from '../tokens/bearer';
import { DescribedTable } from './described/described-table';
import { DownloadTickets } from './entities/download-tickets';
import { EventLog } from './entities/event-log';
import { addPrompt } from './entities/custom-prompts';
import type { WebFiles } from './entities/custom-prompts';
import { multipartFile } from './entities/multipart-file';
import { version } from './entities/system-status';
import { ODataError } from './odata/odata-error';
import { pbxResources } from './pbx-resources';
import { checkAccess } from './service/access';
import type { Caller, Resource } from './service/resource';
import { XapiService } from './service/xapi-service';
import type { XapiAnswer } from './service/xapi-service';

const root = '/xapi/v1';

/** `/xapi/v1`: the Configuration API over OData (3CX facts 9 to 11). */
export async function xapi(app: FastifyInstance, context: MockContext, files: WebFiles): Promise<void> {
  await app.register((scope, _options, done) => {
    routes(scope, context, files);
    done();
  });
}

function routes(app: FastifyInstance, context: MockContext, files: WebFiles): void {
  const { settings, configuration, now, wallNow } = context;
  const scheme = settings.tls ? 'https' : 'http';
  const lastUsed = new Map<string, string>();
  const eventLog = new EventLog(configuration, wallNow);
  const tickets = new DownloadTickets(now);
  const original = new Set(files.keys());
  let own: ReadonlyMap<string, Resource> | undefined;
  /** Made on first use: a mock whose XAPI nobody asks starts faster. */
  const ownResources = (): ReadonlyMap<string, Resource> =>
    (own ??= new Map(
      pbxResources(context, files, { eventLog, tickets, original, lastUsed }).map((resource) => [
        resource.name,
        resource,
      ]),
    ));
  const described = settings.xapiSpec === undefined ? undefined : new DescribedTable(settings.xapiSpec);
  const service = new XapiService(
    {
      names: async () => [...new Set([...ownResources().keys(), ...((await described?.names()) ?? [])])],
      find: async (name) => ownResources().get(name) ?? (await described?.find(name)),
    },
    { defaultTop: settings.xapiDefaultTop, maxTop: settings.xapiMaxTop },
  );

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    sendError(
      reply,
      error instanceof ODataError ? error : new ODataError(error.statusCode ?? 500, error.message),
    ),
  );

  /** @throws ODataError 401 or 403 */
  const callerOf = (authorization: string | undefined): Caller => {
    const principal = signedIn(authorization, context);
    if (!principal) throw new ODataError(401, 'The token is missing, expired or replaced.');
    if (!principal.xapiEnabled) throw new ODataError(403, 'The client has no Configuration API access.');
    lastUsed.set(principal.number, new Date(wallNow()).toISOString());
    return { clientId: principal.number, role: principal.role };
  };

  /** Who each request comes from: found out before its body is read. */
  const callers = new WeakMap<object, Caller>();
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('X-3CX-Version', version);
    const ticket = new URL(request.url, 'http://pbx').searchParams.get('ticket');
    const byTicket = ticket !== null && request.method === 'GET' ? tickets.take(ticket) : undefined;
    callers.set(request, byTicket ?? callerOf(request.headers.authorization));
    await Promise.resolve();
  });
  const callerBehind = (request: object): Caller => {
    const caller = callers.get(request);
    if (!caller) throw new ODataError(401, 'The token is missing, expired or replaced.');
    return caller;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const caller = callerBehind(request);
    const [path = '', ...query] = request.url.split('?');
    const answered = await eventLog.as(caller.clientId, () =>
      service.answer({
        method: request.method,
        path: path.slice(root.length + 1),
        query: new URLSearchParams(query.join('?')),
        body: Buffer.isBuffer(request.body) ? request.body.toString() : '',
        origin: `${scheme}://${request.host}`,
        caller,
      }),
    );
    return send(reply, answered);
  };

  // The console sends prompts here; the operation is in no description (3CX facts 10.9).
  for (const path of [`${root}/CustomPrompts`, `${root}/customPrompts`]) {
    app.post(path, (request, reply) => {
      checkAccess(callerBehind(request), 'administrators', true);
      const file = Buffer.isBuffer(request.body)
        ? multipartFile(request.headers['content-type'] ?? '', request.body)
        : undefined;
      if (!file) throw new ODataError(400, 'Send the prompt as a file in a multipart form.');
      addPrompt(files, file.name, file.bytes);
      return reply.code(200).send();
    });
  }
  if (described) {
    app.get(`${root}/swagger.yaml`, async (_request, reply) =>
      reply.type('application/yaml').send(await described.text()),
    );
  }
  app.all(root, answer);
  app.all(`${root}/*`, answer);
}

function send(reply: FastifyReply, answer: XapiAnswer): FastifyReply {
  if ('bytes' in answer) {
    return reply
      .code(answer.status)
      .header('Content-Disposition', `attachment; filename="${answer.name}"`)
      .type(answer.contentType)
      .send(Buffer.from(answer.bytes));
  }
  if ('text' in answer) return reply.code(answer.status).type('text/plain').send(answer.text);
  return answer.json ? reply.code(answer.status).send(answer.json) : reply.code(answer.status).send();
}

function sendError(reply: FastifyReply, error: ODataError): FastifyReply {
  return reply.code(error.status).send(error.body);
}
