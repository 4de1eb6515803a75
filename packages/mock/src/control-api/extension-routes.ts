import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { MockContext } from '../mock-context';
import { ControlError } from './control-error';
import { parsedBody } from './request-body';

const behaviour = z
  .strictObject({
    answer: z.enum(['auto', 'never', 'busy', 'reject']).optional(),
    afterMs: z.number().int().min(0).max(600_000).optional(),
    registered: z.boolean().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'Give answer, afterMs or registered.')
  .transform(({ answer, afterMs, registered }) => ({
    ...(answer === undefined ? {} : { answer }),
    ...(afterMs === undefined ? {} : { afterMs }),
    ...(registered === undefined ? {} : { registered }),
  }));

/** `/extensions/:dn`: how a phone behaves, an extension's or one outside (by its number). */
export function extensionRoutes(app: FastifyInstance, { directory, exchange }: MockContext): void {
  app.post<{ Params: { dn: string } }>('/extensions/:dn', (request) => {
    const phone = directory.resolve(request.params.dn);
    if (phone?.kind !== 'extension' && phone?.kind !== 'outside') {
      throw new ControlError(404, 'no-such-extension', 'Name an extension (100-105) or an outside number.');
    }
    const number = phone.kind === 'outside' ? phone.number : phone.dn.number;
    return { dn: number, ...exchange.phones.set(number, parsedBody(behaviour, request.body)) };
  });
}
