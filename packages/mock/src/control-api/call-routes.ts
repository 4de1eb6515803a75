import { AudioDecodeError, encodeWav } from '@org/3cx-audio';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { spokenSamples } from '../media/spoken-wav';
import type { MockContext } from '../mock-context';
import type { Call } from '../switch/call';
import { callView, heardSamples } from './call-view';
import { ControlError } from './control-error';
import { pressKeys } from './press-keys';
import { parsedBody } from './request-body';
import { startCall } from './start-call';
import { parseCondition, waitFor } from './wait-for';

const number = z.string().trim().min(1, 'Give a number.').max(64);
const newCall = z
  .strictObject({
    from: number,
    /** May be left out for a call from outside when `did` says what was dialled. */
    to: number.optional(),
    did: number.optional(),
    /** Display name of a caller from outside. */
    name: z.string().max(100).optional(),
  })
  .refine(({ to, did }) => to !== undefined || did !== undefined, 'Give to, or did for a call from outside.');
const dtmf = z.strictObject({
  digits: z.string().regex(/^[0-9*#A-D]{1,100}$/, 'digits are 1 to 100 keys of 0-9 * # A-D.'),
  gapMs: z.number().int().min(0).max(60_000).default(100),
});
const speaking = z.object({
  /** The person of the call, or whoever they talk to on a phone. */
  by: z.enum(['person', 'counterpart']).default('person'),
});
const waiting = z.object({
  waitFor: z.string().optional(),
  timeoutMs: z.coerce.number().int().min(1).max(600_000).default(30_000),
});
const samplesPerMs = 8;
const heardQuery = z.object({
  /** Leaves out what was heard before, milliseconds. */
  fromMs: z.coerce.number().int().min(0).default(0),
});

interface CallParams {
  readonly id: string;
}

/** `/calls…` of the control API: what people on telephones do. */
export function callRoutes(app: FastifyInstance, context: MockContext): void {
  const { exchange, now } = context;
  const callOf = (id: string): Call => {
    const call = /^\d+$/.test(id) ? exchange.register.call(Number(id)) : undefined;
    if (!call) {
      throw new ControlError(404, 'no-such-call', `There is no call ${id}; POST /calls returns the id.`);
    }
    return call;
  };
  const liveCall = (id: string): Call => {
    const call = callOf(id);
    if (call.ending) throw new ControlError(409, 'call-ended', `Call ${id} has ended; start another.`);
    return call;
  };

  const speakBack = (call: Call, samples: Int16Array): number => {
    const leg = call.counterpart;
    if (leg?.dn.type === 'Wextension' || leg?.dn.type === 'Wexternalline') {
      return exchange.legs.speak(leg, samples);
    }
    throw new ControlError(
      409,
      'not-a-phone',
      'The other end is no phone: route points speak through streams.',
    );
  };

  app.post('/calls', (request, reply) => {
    const call = startCall(context, parsedBody(newCall, request.body));
    return reply.code(201).send({ id: call.id });
  });

  app.get('/calls', () => exchange.register.all.map((call) => callView(call, now())));

  app.get<{ Params: CallParams }>('/calls/:id', async (request) => {
    const call = callOf(request.params.id);
    const query = parsedBody(waiting, request.query);
    if (query.waitFor !== undefined) {
      await waitFor(context, call, parseCondition(query.waitFor), query.timeoutMs);
    }
    return callView(call, now());
  });

  app.get<{ Params: CallParams }>('/calls/:id/heard.wav', (request, reply) => {
    const { fromMs } = parsedBody(heardQuery, request.query);
    const samples = heardSamples(callOf(request.params.id), now());
    const wav = encodeWav(samples.subarray(fromMs * samplesPerMs), 8000);
    return reply.type('audio/wav').send(Buffer.from(wav));
  });

  app.post<{ Params: CallParams }>('/calls/:id/dtmf', async (request) => {
    const call = liveCall(request.params.id);
    const { digits, gapMs } = parsedBody(dtmf, request.body);
    return { passedOn: await pressKeys(context, call, digits, gapMs) };
  });

  app.post<{ Params: CallParams }>('/calls/:id/speak', (request, reply) => {
    const call = liveCall(request.params.id);
    if (!(request.body instanceof Uint8Array)) {
      throw new ControlError(400, 'not-audio', 'Send a WAV file as the body, with Content-Type: audio/wav.');
    }
    if (call.state !== 'connected') {
      throw new ControlError(409, 'not-connected', 'Nobody is listening yet: wait for state connected.');
    }
    try {
      const samples = spokenSamples(request.body);
      const { by } = parsedBody(speaking, request.query);
      const endsAt = by === 'counterpart' ? speakBack(call, samples) : call.speech.say(samples, now());
      return reply.send({ durationMs: samples.length / 8, endsInMs: Math.ceil(endsAt - now()) });
    } catch (error) {
      if (!(error instanceof AudioDecodeError)) throw error;
      throw new ControlError(400, 'not-audio', error.message, { cause: error });
    }
  });

  app.post<{ Params: CallParams }>('/calls/:id/hangup', (request) => {
    const call = callOf(request.params.id);
    exchange.end(call, call.person === 'origin' ? 'caller' : 'callee', 'hung up');
    return callView(call, now());
  });
}
