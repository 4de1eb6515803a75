import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page by the path it is asked for. Nothing else of the folder can be. */
const files: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/page.css': 'page.css',
  '/page.js': 'page.js',
  '/player-worklet.js': 'player-worklet.js',
  '/microphone-worklet.js': 'microphone-worklet.js',
  '/icon.svg': 'icon.svg',
};

/** Nothing from elsewhere, nothing inline, and in nobody's frame. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const notBuilt =
  'The page has not been built: run `npm run build` once. The control API works without it; see GET /state.\n';

/** The web page of the mock, read from `folder` when it is asked for. */
export function pageRoutes(app: FastifyInstance, folder: string): void {
  for (const [path, file] of Object.entries(files)) {
    app.get(path, async (_request, reply) => {
      void reply.headers({
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      });
      try {
        const content = await readFile(join(folder, file));
        return await reply.type(types[extname(file)] ?? 'application/octet-stream').send(content);
      } catch (error) {
        if (!isMissing(error)) throw error;
        return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
      }
    });
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
