import type { FastifyInstance } from 'fastify';
import type { MockContext } from './mock-context';

/** Answers 429 to requests in excess of the `rateLimit` option. */
export function limitRate(app: FastifyInstance, { settings, now }: MockContext): void {
  const limit = settings.rateLimit;
  if (!limit) return;
  let recent: number[] = [];
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.includes(limit.path)) return;
    const at = now();
    recent = recent.filter((earlier) => at - earlier < limit.windowMs);
    if (recent.length < limit.requests) {
      recent.push(at);
      return;
    }
    await reply
      .code(429)
      .header('Retry-After', limit.retryAfterSeconds)
      .send({ error: 'too_many_requests', error_description: 'Too many requests: wait for Retry-After.' });
  });
}
