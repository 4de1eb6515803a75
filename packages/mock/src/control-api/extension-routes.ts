import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { MockContext } from '../mock-context';
import { ControlError } from './control-error';
import { parsedBody } from './request-body';

const phoneBody = z
  .strictObject({
    answer: z.enum(['auto', 'never', 'busy', 'reject']).optional(),
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

/** `/extensions/:dn`: how a phone behaves, an extension's or one outside (by its number). */
export function extensionRoutes(app: FastifyInstance, { directory, exchange }: MockContext): void {
  app.post<{ Params: { dn: string } }>('/extensions/:dn', (request) => {
    const phone = directory.resolve(request.params.dn);
    if (phone?.kind !== 'extension' && phone?.kind !== 'outside') {
      throw new ControlError(404, 'no-such-extension', 'Name an extension (100-105) or an outside number.');
    }
    const number = phone.kind === 'outside' ? phone.number : phone.dn.number;
    const { device, behaviour } = parsedBody(phoneBody, request.body);
    if (device === undefined) return { dn: number, ...exchange.phones.set(number, behaviour) };
    if (!phone.dn.devices.some(({ id }) => id === device)) {
      throw new ControlError(
        404,
        'no-such-device',
        'The extension has no device of that id; see GET /state.',
      );
    }
    return { dn: number, device, ...exchange.phones.setDevice(number, device, behaviour) };
  });
}
