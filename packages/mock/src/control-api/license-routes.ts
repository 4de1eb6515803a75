import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { MockContext } from '../mock-context';
import { parsedBody } from './request-body';

const license = z
  .strictObject({ callControl: z.boolean(), xapi: z.boolean() })
  .partial()
  .refine((body) => Object.keys(body).length > 0, 'Give callControl or xapi.')
  .transform(({ callControl, xapi }) => ({
    ...(callControl === undefined ? {} : { callControl }),
    ...(xapi === undefined ? {} : { xapi }),
  }));

/** `/license`: what the licence of the phone system covers, from now on. */
export function licenseRoutes(app: FastifyInstance, { configuration }: MockContext): void {
  app.post('/license', (request) => configuration.license.change(parsedBody(license, request.body)));
}
