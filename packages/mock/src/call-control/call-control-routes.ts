import type { FastifyInstance, FastifyReply } from 'fastify';
import type { CallControl } from './call-control';
import type { Answer } from './call-control-result';

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

/** The GET half of /callcontrol. */
export function resourceRoutes(app: FastifyInstance, callControl: CallControl): void {
  app.get('/callcontrol', (_request, reply) => send(reply, callControl.all()));
  app.get<{ Params: DnParams }>('/callcontrol/:dn', ({ params }, reply) =>
    send(reply, callControl.dn(params.dn)),
  );
  app.get<{ Params: DnParams }>('/callcontrol/:dn/devices', ({ params }, reply) =>
    send(reply, callControl.devices(params.dn)),
  );
  app.get<{ Params: DeviceParams }>('/callcontrol/:dn/devices/:device', ({ params }, reply) =>
    send(reply, callControl.device(params.dn, params.device)),
  );
  app.get<{ Params: DnParams }>('/callcontrol/:dn/participants', ({ params }, reply) =>
    send(reply, callControl.participants(params.dn)),
  );
  app.get<{ Params: ParticipantParams }>('/callcontrol/:dn/participants/:id', ({ params }, reply) =>
    send(reply, callControl.participant(params.dn, params.id)),
  );
}

/** The POST half: makecall and participant actions, JSON only. */
export function commandRoutes(app: FastifyInstance, callControl: CallControl): void {
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

  app.post<{ Params: DnParams }>('/callcontrol/:dn/makecall', ({ params, body }, reply) =>
    send(reply, callControl.makeCall(params.dn, body)),
  );
  app.post<{ Params: DeviceParams }>('/callcontrol/:dn/devices/:device/makecall', ({ params, body }, reply) =>
    send(reply, callControl.makeCallFrom(params.dn, params.device, body)),
  );
  app.post<{ Params: ActionParams }>(
    '/callcontrol/:dn/participants/:id/:action',
    async ({ params, body }, reply) =>
      send(reply, await callControl.act(params.dn, params.id, params.action, body)),
  );
}
