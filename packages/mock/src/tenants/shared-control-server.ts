import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { MockPbx } from '../mock-pbx';
import { serversOf } from '../servers-of';
import { routed } from './routed-server';

/** The control APIs of all tenants, each under `/tenants/<name>`; `GET /tenants` says what `list` returns. */
export function sharedControlServer(tenants: ReadonlyMap<string, MockPbx>, list: () => object): Server {
  return routed(createServer(), (request) => {
    const url = request.url ?? '/';
    const [, name = '', rest = ''] = /^\/tenants\/([^/?]+)(.*)$/.exec(url) ?? [];
    const tenant = tenants.get(name);
    if (tenant) {
      request.url = rest.startsWith('/') ? rest : `/${rest}`;
      return { to: serversOf(tenant).control.server };
    }
    if (request.method === 'GET' && /^\/tenants\/?$/.test(url)) return { status: 200, body: list() };
    const known = ['/tenants', ...[...tenants.keys()].map((each) => `/tenants/${each}/…`)].join(', ');
    return { status: 404, body: { error: 'not-found', message: `Known: ${known}.` } };
  });
}
