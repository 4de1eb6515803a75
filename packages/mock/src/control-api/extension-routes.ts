import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { MockContext } from '../mock-context';
import { byHand, handActions } from './by-hand';
import { callView } from './call-view';
import { ControlError } from './control-error';
import { parsedBody } from './request-body';

const phoneBody = z
  .strictObject({
    answer: z.enum(['auto', 'never', 'busy', 'reject', 'manual']).optional(),
    afterMs: z.number().int().min(0).max(600_000).optional(),
    registered: z.boolean().optional(),
    /** Device id of one phone of several that behaves so. */
    device: z.string().optional(),
  })
  .refine(
    ({ answer, afterMs, registered }) => (answer ?? afterMs ?? registered) !== undefined,
    'Give answer, afterMs or registered.',
  )
  .transform(({ device, answer, afterMs, registered }) => ({
    device,
    behaviour: {
      ...(answer === undefined ? {} : { answer }),
      ...(afterMs === undefined ? {} : { afterMs }),
      ...(registered === undefined ? {} : { registered }),
    },
  }));

/** Which of several calls of that phone is meant. */
const whichCall = z.strictObject({ call: z.number().int().min(1).optional() });

interface PhoneParams {
  readonly dn: string;
}

/** `/extensions/:dn`: how a phone behaves, an extension's or one outside (by its number), and what is done on it by hand. */
export function extensionRoutes(app: FastifyInstance, context: MockContext): void {
  const { directory, exchange, now, trace } = context;
  const numberOf = (dn: string): string => {
    const phone = directory.resolve(dn);
    if (phone?.kind !== 'extension' && phone?.kind !== 'outside') {
      throw new ControlError(404, 'no-such-extension', 'Name an extension (100-105) or an outside number.');
    }
    return phone.kind === 'outside' ? phone.number : phone.dn.number;
  };

  app.post<{ Params: PhoneParams }>('/extensions/:dn', (request) => {
    const number = numberOf(request.params.dn);
    const { device, behaviour } = parsedBody(phoneBody, request.body);
    if (device === undefined) {
      const behaves = exchange.phones.set(number, behaviour);
      if (directory.find(number)) trace.add('phone', { dn: number, ...behaves });
      return { dn: number, ...behaves };
    }
    if (!directory.find(number)?.devices.some(({ id }) => id === device)) {
      throw new ControlError(
        404,
        'no-such-device',
        'The extension has no device of that id; see GET /state.',
      );
    }
    return { dn: number, device, ...exchange.phones.setDevice(number, device, behaviour) };
  });

  for (const action of handActions) {
    app.post<{ Params: PhoneParams }>(`/extensions/:dn/${action}`, (request) => {
      const { call } = parsedBody(whichCall, request.body ?? {});
      return callView(byHand(exchange, numberOf(request.params.dn), action, call), now());
    });
  }
}
