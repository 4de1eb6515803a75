import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';
import { liveStream } from '../media/live-stream';
import { ringback } from '../media/ringback';
import type { MockContext } from '../mock-context';
import type { Leg } from '../switch/leg';
import type { Access } from './access';
import { refusal } from './call-control-result';
import { send } from './call-control-routes';
import type { ParticipantParams } from './call-control-routes';

interface OpenStreams {
  listening?: { end(): void };
  speaking?: IncomingMessage;
}

const path = '/callcontrol/:dn/participants/:id/stream';
const notStreamable = refusal(424, 'Audio streams exist only for connected participants of the route point.');

/**
 * The audio of a route-point participant (3CX facts 6): GET is what the person
 * says, in real time; POST is what the person hears, taken at any rate. A second
 * GET is refused, a second POST replaces the first.
 * @returns a function that cuts every open stream.
 */
export function streamRoutes(app: FastifyInstance, context: MockContext, access: Access): () => void {
  const { exchange, metrics, settings, timers, now, trace } = context;
  const streams = new Map<Leg, OpenStreams>();

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => {
    done(null, payload);
  });

  const cut = (leg: Leg): void => {
    const open = streams.get(leg);
    streams.delete(leg);
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

  app.get<{ Params: ParticipantParams }>(path, (request, reply) => {
    const leg = access.participant(request.params.dn, request.params.id);
    if ('refused' in leg) return send(reply, leg.refused);
    const call = exchange.register.call(leg.found.callId);
    const open = streams.get(leg.found) ?? {};
    const ready = leg.found.status === 'Connected' || settings.earlyMedia;
    if (!call || leg.found.dn.type !== 'Wroutepoint' || !ready || open.listening) {
      return send(reply, notStreamable);
    }
    const live = liveStream({
      now,
      timers,
      read: (from, count) =>
        leg.found.status === 'Connected' ? call.speech.read(from, count) : ringback(from, count),
    });
    open.listening = live;
    streams.set(leg.found, open);
    void track(leg.found, 'from-caller', live.audio, () => {
      delete open.listening;
    });
    return reply.header('connection', 'close').type('application/octet-stream').send(live.audio);
  });

  app.post<{ Params: ParticipantParams }>(path, async (request, reply) => {
    const leg = access.participant(request.params.dn, request.params.id);
    if ('refused' in leg) return send(reply, leg.refused);
    if (leg.found.dn.type !== 'Wroutepoint') return send(reply, notStreamable);
    const open = streams.get(leg.found) ?? {};
    open.speaking?.destroy();
    open.speaking = request.raw;
    streams.set(leg.found, open);
    request.raw.on('data', (chunk: Buffer) => {
      if (open.speaking === request.raw) leg.found.playOut?.write(chunk, now());
    });
    const whole = await track(leg.found, 'to-caller', request.raw, () => {
      if (open.speaking === request.raw) delete open.speaking;
    });
    return whole ? reply.send() : reply.hijack();
  });

  return () => {
    for (const leg of [...streams.keys()]) cut(leg);
  };
}
