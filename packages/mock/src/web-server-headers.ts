import type { FastifyInstance } from 'fastify';

/** Headers the PBX's web server puts on every answer (3CX facts 1). */
export function webServerHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers({
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'X-XSS-Protection': '0',
      'Content-Security-Policy': "default-src 'self'",
    });
    done();
  });
}
