import { Readable } from 'node:stream';
import { encodeWav } from '@org/3cx-audio';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { MockContext } from '../mock-context';
import type { Call } from '../switch/call';
import { ControlError } from './control-error';
import { listenIn } from './live-heard';
import { LiveLog, startAfter } from './live-log';
import type { LiveMessage } from './live-log';
import { LiveSockets } from './live-sockets';
import { Timelines } from './live-timeline';
import { parsedBody } from './request-body';

const slowReaderBytes = 320_000;
const whole = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const logQuery = z.object({ after: whole.optional(), last: whole.default(0) });
const heardQuery = z.object({ fromMs: whole.optional() });

interface CallParams {
  readonly id: string;
}

/**
 * What happens, as it happens: `/live` (server-sent events), `/calls/:id/heard/live`
 * (a WAV file that grows) and `/calls/:id/timeline`. The first two are WebSockets
 * too, for those who ask for an upgrade, and so is `/calls/:id/speak/live`.
 */
export function liveRoutes(app: FastifyInstance, context: MockContext): void {
  const { exchange, trace } = context;
  const timelines = new Timelines(exchange);
  const sockets = new LiveSockets(app.server, context);
  const callOf = (id: string): Call => {
    const call = /^\d+$/.test(id) ? exchange.register.call(Number(id)) : undefined;
    if (call) return call;
    throw new ControlError(404, 'no-such-call', `There is no call ${id}; POST /calls returns the id.`);
  };

  app.get<{ Params: CallParams }>('/calls/:id/timeline', ({ params }) => timelines.of(callOf(params.id)));

  app.get<{ Params: CallParams }>('/calls/:id/heard/live', (request, reply) => {
    const { fromMs } = parsedBody(heardQuery, request.query);
    const ear = listenIn(callOf(request.params.id), context, fromMs);
    let stop = (): void => undefined;
    const wav = new Readable({
      read() {
        // Pushed by the play-out clock, whoever reads.
      },
      destroy(error, done) {
        stop();
        done(error);
      },
    });
    wav.push(endlessWavHeader());
    stop = ear.start({
      get full() {
        return wav.readableLength > slowReaderBytes;
      },
      heard: (pcm) => wav.push(pcm),
      skipped: () => undefined,
      ended: () => wav.push(null),
    });
    return reply.header('connection', 'close').type('audio/wav').send(wav);
  });

  app.get('/live', (request, reply) => {
    const query = parsedBody(logQuery, request.query);
    const lastEventId = whole.safeParse(request.headers['last-event-id']);
    const after =
      request.headers['last-event-id'] !== undefined && lastEventId.success ? lastEventId.data : query.after;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const log = new LiveLog(
      trace,
      sockets.mock,
      {
        get full() {
          return raw.writableLength > slowReaderBytes;
        },
        send: (message) => raw.write(serverSentEvent(message)),
      },
      startAfter(trace, after, query.last),
    );
    raw.on('drain', () => {
      log.flush();
    });
    raw.on('close', () => {
      log.stop();
    });
  });
}

function serverSentEvent(message: LiveMessage): string {
  const id = message.type === 'entry' ? `id: ${message.sequence}\n` : '';
  return `${id}event: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`;
}

/** The header of a WAV file whose length nobody knows yet. */
function endlessWavHeader(): Buffer {
  const header = Buffer.from(encodeWav(new Int16Array(), 8000));
  const unknown = 0xff_ff_ff_ff;
  header.writeUInt32LE(unknown, 4);
  header.writeUInt32LE(unknown, header.length - 4);
  return header;
}
