import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { unauthorizedBody } from '../tokens/bearer';
import type { CallControl } from './call-control';
import type { Answer } from './call-control-result';
import type { Clients } from './clients';

interface DnParams {
  readonly dn: string;
}
interface DeviceParams extends DnParams {
  readonly device: string;
}
export interface ParticipantParams extends DnParams {
  readonly id: string;
}
interface ActionParams extends ParticipantParams {
  readonly action: string;
}

export function send(reply: FastifyReply, { status, body }: Answer): FastifyReply {
  return body === undefined ? reply.code(status).send() : reply.code(status).send(body);
}

/** Answers as the client sees it whose token the request carries. */
async function answer(
  clients: Clients,
  request: FastifyRequest,
  reply: FastifyReply,
  ask: (callControl: CallControl) => Answer | Promise<Answer>,
): Promise<FastifyReply> {
  const client = clients.signedIn(request.headers.authorization);
  return client ? send(reply, await ask(client.callControl)) : reply.code(401).send(unauthorizedBody);
}

/** The GET half of /callcontrol. */
export function resourceRoutes(app: FastifyInstance, clients: Clients): void {
  app.get('/callcontrol', (request, reply) =>
    answer(clients, request, reply, (callControl) => callControl.all()),
  );
  app.get<{ Params: DnParams }>('/callcontrol/:dn', (request, reply) =>
    answer(clients, request, reply, (callControl) => callControl.dn(request.params.dn)),
  );
  app.get<{ Params: DnParams }>('/callcontrol/:dn/devices', (request, reply) =>
    answer(clients, request, reply, (callControl) => callControl.devices(request.params.dn)),
  );
  app.get<{ Params: DeviceParams }>('/callcontrol/:dn/devices/:device', (request, reply) =>
    answer(clients, request, reply, (callControl) =>
      callControl.device(request.params.dn, request.params.device),
    ),
  );
  app.get<{ Params: DnParams }>('/callcontrol/:dn/participants', (request, reply) =>
    answer(clients, request, reply, (callControl) => callControl.participants(request.params.dn)),
  );
  app.get<{ Params: ParticipantParams }>('/callcontrol/:dn/participants/:id', (request, reply) =>
    answer(clients, request, reply, (callControl) =>
      callControl.participant(request.params.dn, request.params.id),
    ),
  );
}

/** The POST half: makecall and participant actions, JSON only. */
export function commandRoutes(app: FastifyInstance, clients: Clients): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      const parsed: unknown = body.length === 0 ? {} : JSON.parse(body.toString());
      done(null, parsed);
    } catch {
      done(Object.assign(new Error('The body is not JSON.'), { statusCode: 400 }));
    }
  });
  app.addHook('preValidation', async (request, reply) => {
    if (request.headers['content-type']?.startsWith('application/json')) return;
    await reply.code(415).send({
      error: 'unsupported_media_type',
      error_description: 'Send Content-Type: application/json, with {} when there is nothing to say.',
    });
  });

  app.post<{ Params: DnParams }>('/callcontrol/:dn/makecall', (request, reply) =>
    answer(clients, request, reply, (callControl) => callControl.makeCall(request.params.dn, request.body)),
  );
  app.post<{ Params: DeviceParams }>('/callcontrol/:dn/devices/:device/makecall', (request, reply) =>
    answer(clients, request, reply, (callControl) =>
      callControl.makeCallFrom(request.params.dn, request.params.device, request.body),
    ),
  );
  app.post<{ Params: ActionParams }>('/callcontrol/:dn/participants/:id/:action', (request, reply) => {
    const { dn, id, action } = request.params;
    return answer(clients, request, reply, (callControl) => callControl.act(dn, id, action, request.body));
  });
}
