import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { TLSSocket, createSecureContext } from 'node:tls';
import type { MockPbx } from '../mock-pbx';
import { serversOf } from '../servers-of';
import { routed } from './routed-server';
import type { Way } from './routed-server';
import type { TenantHosts } from './tenant-hosts';

/** As a PBX's own: streams last as long as their calls. */
const limits = { requestTimeout: 0, keepAliveTimeout: 65_000 };

/** The port that all tenants share: their host names, in SNI and `Host`, tell them apart. */
export function sharedPbxServer(
  tenants: ReadonlyMap<string, MockPbx>,
  hosts: TenantHosts,
  tls: boolean,
): Server {
  const wayOf = (request: IncomingMessage): Way => {
    const name = hosts.tenantOf(request.headers.host);
    const tenant = name === undefined ? undefined : tenants.get(name);
    if (!tenant) return misdirected(`Nobody is called that here. There are: ${hosts.all.join(', ')}.`);
    const called = serverNameOf(request);
    if (called !== undefined && hosts.tenantOf(called) !== name) {
      return misdirected('SNI and Host name different tenants.');
    }
    return { to: serversOf(tenant).pbx.server };
  };
  if (!tls) return routed(createServer(limits), wayOf);

  const certificates = [...tenants.values()].map((tenant) => serversOf(tenant).certificate);
  const contexts = new Map(
    [...tenants.keys()].map((name, index) => [name, createSecureContext(certificates[index])]),
  );
  const server = createSecureServer({
    ...limits,
    // For whoever calls by address: there is no tenant for them, and they are told so.
    ...certificates[0],
    SNICallback: (servername, done) => {
      done(null, contexts.get(hosts.tenantOf(servername) ?? ''));
    },
  });
  return routed(server, wayOf);
}

function misdirected(description: string): Way {
  return { status: 421, body: { error: 'misdirected_request', error_description: description } };
}

/** The name the client gave with SNI; undefined without TLS or a name. */
function serverNameOf({ socket }: IncomingMessage): string | undefined {
  const name: unknown = socket instanceof TLSSocket && 'servername' in socket ? socket.servername : undefined;
  return typeof name === 'string' ? name : undefined;
}
