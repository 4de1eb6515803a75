import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { MockContext } from '../mock-context';
import { formFields } from './form';

const clientCredentials = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.literal('client_credentials'),
});

/** `POST /connect/token`, as a multipart or a URL-encoded form (3CX facts 2.1). */
export function tokenRoute(app: FastifyInstance, { tokens, metrics, trace }: MockContext): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['multipart/form-data', 'application/x-www-form-urlencoded'],
    { parseAs: 'string' },
    (request, body, done) => {
      done(null, formFields(request.headers['content-type'] ?? '', body.toString()));
    },
  );

  app.post('/connect/token', (request, reply) => {
    const form = clientCredentials.safeParse(request.body);
    if (!form.success) {
      return reply.code(400).send({
        error: 'invalid_request',
        error_description: 'Send client_id, client_secret and grant_type=client_credentials as a form.',
      });
    }
    const grant = tokens.grant(form.data.client_id, form.data.client_secret);
    trace.add('token', { granted: grant !== undefined });
    if (!grant) {
      return reply.code(401).send({
        error: 'unauthorized',
        error_description: 'User authentication is required: the client id or the secret is wrong.',
      });
    }
    metrics.tokensMinted += 1;
    return reply.send(grant);
  });
}
