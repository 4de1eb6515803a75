import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { forbidden, notFound } from '../call-control/call-control-result';
import type { MockContext } from '../mock-context';
import type { Leg } from '../switch/leg';
import { ParticipantLooks } from './participant-looks';

/** `/callcontrol/{dn}/participants/{id}` and what is below it. */
const participantPath = /^\/callcontrol\/([^/?]+)\/participants\/(\d+)(\/[^?]*)?/;

/** Makes requests under /callcontrol late, stale or refused, as the faults in force want it. */
export function requestFaults(app: FastifyInstance, context: MockContext): void {
  const { exchange, faults, timers } = context;
  const looks = new ParticipantLooks(context);
  const lateAnswers = new WeakMap<FastifyRequest, number>();
  const farLegs = new WeakMap<Leg, boolean>();

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      timers.after(ms, resolve);
    });
  const isFarLeg = (leg: Leg): boolean => {
    if (!faults.isInForce('forbidParticipants')) return false;
    const known = farLegs.get(leg);
    if (known !== undefined) return known;
    const decided =
      faults.strikes('forbidParticipants', `participant ${leg.dn.number}/${leg.id}`) !== undefined;
    farLegs.set(leg, decided);
    return decided;
  };

  app.addHook('onSend', async (request) => {
    const delayMs = lateAnswers.get(request);
    if (delayMs !== undefined) await pause(delayMs);
  });

  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const isGet = request.method === 'GET';
    const delay = isGet ? faults.strikes('delayGets', request.url) : undefined;
    if (delay) {
      const delayMs = delay.ms + faults.amount('delayGets', request.url, delay.jitterMs);
      if (delay.asAsked) lateAnswers.set(request, delayMs);
      else await pause(delayMs);
    }

    const [path = '', dn = '', id = '', below] = participantPath.exec(request.url) ?? [];
    const leg = exchange.register.leg(decodeURIComponent(dn), Number(id));
    if (!leg) return;
    if (isFarLeg(leg)) {
      const { status, body } = forbidden('The participant is the far leg of a call and not controlled.');
      await reply.code(status).send(body);
      return;
    }
    if (!isGet || below !== undefined) return;
    const late = faults.strikes('late404', path);
    if (late) {
      if (late.ms > 0) await pause(late.ms);
      await reply.code(notFound.status).send();
      return;
    }
    const before = looks.before(leg);
    if (before !== undefined && faults.strikes('staleGets', path)) {
      await reply.type('application/json; charset=utf-8').send(before);
    }
  });
}
