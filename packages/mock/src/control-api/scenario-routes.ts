import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { MockContext } from '../mock-context';
import { ControlError } from './control-error';
import { parsedBody } from './request-body';

const changesQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  timeoutMs: z.coerce.number().int().min(0).max(600_000).default(30_000),
});

const agentBody = z.strictObject({ loggedIn: z.boolean() });

/** What a scenario needs to know and do besides: the mock's time, its files, and when something changes. */
export function scenarioRoutes(app: FastifyInstance, context: MockContext): void {
  const { clock, configuration, exchange, files, timers, trace } = context;
  let version = 0;
  const waiting = new Set<() => void>();
  exchange.listeners.add({
    callChanged: () => {
      version += 1;
      for (const wake of [...waiting]) wake();
    },
  });

  app.get('/clock', () => ({ timeMs: clock.now() - trace.startedAt, date: clock.date().toISOString() }));

  app.get('/changes', async (request) => {
    const { after, timeoutMs } = parsedBody(changesQuery, request.query);
    if (after >= version && timeoutMs > 0) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          cancel();
          waiting.delete(wake);
          resolve();
        };
        const cancel = timers.after(timeoutMs, wake);
        waiting.add(wake);
      });
    }
    return { version };
  });

  app.get<{ Querystring: { path?: string } }>('/files', (request, reply) => {
    const { path } = request.query;
    if (path === undefined) return [...files.keys()];
    const file = files.get(path);
    if (!file)
      throw new ControlError(404, 'no-such-file', `The PBX has no file ${path}; GET /files lists them.`);
    return reply.type('application/octet-stream').send(Buffer.from(file));
  });

  app.post<{ Params: { dn: string } }>('/agents/:dn', (request) => {
    const { dn } = request.params;
    const { loggedIn } = parsedBody(agentBody, request.body);
    const extension = configuration.extensions.find(dn);
    if (!extension) {
      throw new ControlError(
        404,
        'no-such-extension',
        `There is no extension ${dn} that could work for a queue.`,
      );
    }
    configuration.extensions.change(extension.id, { queueStatus: loggedIn ? 'LoggedIn' : 'LoggedOut' });
    return { dn, loggedIn };
  });
}
