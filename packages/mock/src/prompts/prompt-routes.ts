import type { FastifyInstance } from 'fastify';

/** The files of the PBX's web root, open to everyone (`/prompts/…`, `/system/default/…`). */
export function promptRoutes(app: FastifyInstance, files: ReadonlyMap<string, Uint8Array>): void {
  for (const folder of ['/prompts/', '/system/default/']) {
    app.get<{ Params: { '*': string } }>(`${folder}*`, (request, reply) => {
      const path = `${folder}${request.params['*']}`;
      const file = files.get(path);
      if (!file) return reply.code(404).type('text/html').send('<html><body>404 Not Found</body></html>');
      return reply
        .type(path.endsWith('.wav') ? 'audio/wav' : 'application/octet-stream')
        .send(Buffer.from(file));
    });
  }
}
