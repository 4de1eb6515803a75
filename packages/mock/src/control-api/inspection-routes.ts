import type { FastifyInstance } from 'fastify';
import type { MockContext } from '../mock-context';
import { callView } from './call-view';

/** `/state`, `/metrics`, `/log`: the truth, request counts, and a trace. */
export function inspectionRoutes(
  app: FastifyInstance,
  { configuration, directory, exchange, faults, metrics, now, settings, trace }: MockContext,
): void {
  app.get('/state', () => ({
    calls: exchange.register.active.map((call) => callView(call, now())),
    routePoint: directory.routePoint,
    extensions: directory.extensions.map((dn) => ({ ...dn, ...exchange.phones.of(dn.number) })),
    queues: directory.all
      .filter((dn) => dn.type === 'Wqueue')
      .map((dn) => ({ ...dn, waiting: exchange.register.legsOn(dn.number).length })),
    trunk: directory.trunk,
    numbers: directory.all.map(({ number, type, name }) => ({ number, type, name })),
    grantedExtensions: settings.grantedExtensions,
    faults,
    license: configuration.license.value,
  }));
  app.get('/metrics', () => metrics);
  app.get<{ Querystring: { sinceMs?: string } }>('/log', (request) => {
    const sinceMs = Number(request.query.sinceMs ?? 0);
    return trace.entries.filter(({ timeMs }) => timeMs >= sinceMs);
  });
}
