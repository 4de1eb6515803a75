import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { liveStream } from '../media/live-stream';
import { ringback } from '../media/ringback';
import type { MockContext } from '../mock-context';
import type { Leg } from '../switch/leg';
import { unauthorizedBody } from '../tokens/bearer';
import type { Found } from './access';
import { refusal } from './call-control-result';
import { send } from './call-control-routes';
import type { ParticipantParams } from './call-control-routes';
import type { Clients } from './clients';

interface OpenStreams {
  listening?: { end(): void };
  speaking?: IncomingMessage;
}

const path = '/callcontrol/:dn/participants/:id/stream';
const notStreamable = refusal(424, 'Audio streams exist only for connected participants of the route point.');

/**
 * The audio of a route-point participant (3CX facts 6): GET is what the person
 * says, in real time; POST is what the person hears, taken at any rate. A second
 * GET is refused, a second POST replaces the first, or as the options say.
 * @returns a function that cuts every open stream of a client.
 */
export function streamRoutes(
  app: FastifyInstance,
  context: MockContext,
  clients: Clients,
): (clientId: string) => void {
  const { exchange, metrics, settings, timers, now, trace } = context;
  const streams = new Map<Leg, OpenStreams>();

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => {
    done(null, payload);
  });

  const cut = (leg: Leg): void => {
    const open = streams.get(leg);
    streams.delete(leg);
    watched.get(leg)?.();
    watched.delete(leg);
    open?.listening?.end();
    open?.speaking?.destroy();
  };
  exchange.listeners.add({ legRemoved: cut });

  const track = async (
    leg: Leg,
    direction: string,
    stream: Readable,
    closed: () => void,
  ): Promise<boolean> => {
    metrics.openStreams += 1;
    trace.add('stream', { direction, participant: leg.id, open: true });
    const whole = await finished(stream, { writable: false }).then(
      () => true,
      () => false,
    );
    metrics.openStreams -= 1;
    trace.add('stream', { direction, participant: leg.id, open: false });
    closed();
    return whole;
  };

  const watched = new Map<Leg, () => void>();
  const tellWhenHeard = (leg: Leg): void => {
    watched.get(leg)?.();
    const waitMs = leg.playOut?.leadMs(now()) ?? 0;
    const cancel = timers.after(waitMs, () => {
      watched.delete(leg);
      if (!leg.removed) exchange.listeners.promptFinished(leg);
    });
    watched.set(leg, cancel);
  };

  /** A participant whose audio the client may have: one of its own route point. */
  const ownLeg = ({ headers, params }: FastifyRequest<{ Params: ParticipantParams }>): Found<Leg> => {
    const client = clients.signedIn(headers.authorization);
    if (!client) return { refused: { status: 401, body: unauthorizedBody } };
    const leg = client.access.participant(params.dn, params.id);
    return 'refused' in leg || client.access.isOwn(leg.found) ? leg : { refused: notStreamable };
  };

  app.get<{ Params: ParticipantParams }>(path, (request, reply) => {
    const leg = ownLeg(request);
    if ('refused' in leg) return send(reply, leg.refused);
    const call = exchange.register.call(leg.found.callId);
    const open = streams.get(leg.found) ?? {};
    const ready = leg.found.status === 'Connected' || settings.earlyMedia;
    if (!call || !ready || (open.listening && settings.secondGetStream === 'refused')) {
      return send(reply, notStreamable);
    }
    open.listening?.end();
    const live = liveStream({
      pausesInSilence: settings.silence === 'pause',
      now,
      timers,
      read: (from, count) =>
        leg.found.status === 'Connected'
          ? exchange.hearing(call, leg.found, from, count)
          : ringback(from, count),
    });
    open.listening = live;
    streams.set(leg.found, open);
    void track(leg.found, 'from-caller', live.audio, () => {
      if (open.listening === live) delete open.listening;
    });
    return reply.header('connection', 'close').type('application/octet-stream').send(live.audio);
  });

  app.post<{ Params: ParticipantParams }>(path, async (request, reply) => {
    const leg = ownLeg(request);
    if ('refused' in leg) return send(reply, leg.refused);
    const open = streams.get(leg.found) ?? {};
    if (open.speaking && settings.secondPostStream === 'refused') return send(reply, notStreamable);
    open.speaking?.destroy();
    open.speaking = request.raw;
    streams.set(leg.found, open);
    request.raw.on('data', (chunk: Buffer) => {
      if (open.speaking !== request.raw) return;
      leg.found.playOut?.write(chunk, now());
      if (settings.promptPlaybackFinished) tellWhenHeard(leg.found);
    });
    const whole = await track(leg.found, 'to-caller', request.raw, () => {
      if (open.speaking === request.raw) delete open.speaking;
    });
    return whole ? reply.send() : reply.hijack();
  });

  return (clientId) => {
    for (const leg of [...streams.keys()]) if (leg.dn.number === clientId) cut(leg);
  };
}
