import { once } from 'node:events';
import type { Server } from 'node:http';
import { createMockPbx } from '../mock-pbx';
import type { MockPbx } from '../mock-pbx';
import { trackSockets } from '../open-sockets';
import { TenantsError } from './mock-server-options';
import type { MockServerOptions } from './mock-server-options';
import { sharedControlServer } from './shared-control-server';
import { sharedPbxServer } from './shared-pbx-server';
import { TenantHosts } from './tenant-hosts';

/** One PBX of a server with several. */
export interface MockTenant {
  readonly name: string;
  /** Origin by the tenant's own port. */
  readonly url: string;
  /** Origins by host name, on the port that all share. */
  readonly hostUrls: readonly string[];
  /** Where its control API begins: `<origin>/tenants/<name>`. */
  readonly controlUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** PEM to trust, for the host names as for the own port; undefined without TLS. */
  readonly certificate: string | undefined;
  readonly proxyUrl: string | undefined;
  /** The mock itself, to use in the same process. */
  readonly pbx: MockPbx;
}

/** Several PBXs on one server. Whoever made it disposes it. */
export interface MockServer extends AsyncDisposable {
  /** Origin by address; only with a tenant's host name does anybody answer. */
  readonly url: string;
  /** Origin of the control API: `GET /tenants`, and `/tenants/<name>/…` for each. */
  readonly controlUrl: string;
  readonly tenants: readonly MockTenant[];
  /** @throws TenantsError when there is no tenant of that name. */
  tenant(name: string): MockTenant;
  /** Ends every tenant and closes every port. */
  dispose(): Promise<void>;
}

/**
 * Starts several mock PBXs on one server, each with its own numbers, tokens, calls and faults. They
 * are told apart by host name (`Host` and SNI) on a port they share, and each has a port of its own.
 * @throws TenantsError when a name or host can't be; the system error when a port can't be had.
 */
export async function createMockServer(options: MockServerOptions): Promise<MockServer> {
  const { host = '127.0.0.1', port = 0, controlPort = 0, tls = true } = options;
  const hosts = new TenantHosts(options.tenants);
  const mocks = new Map<string, MockPbx>();
  const servers: Server[] = [];
  const sockets: ReturnType<typeof trackSockets>[] = [];

  let disposed: Promise<void> | undefined;
  const dispose = (): Promise<void> =>
    (disposed ??= (async () => {
      for (const open of sockets) open.cut();
      await Promise.all([...servers.map(close), ...[...mocks.values()].map((mock) => mock.dispose())]);
    })());
  const start = async (server: Server, wanted: number): Promise<number> => {
    servers.push(server);
    sockets.push(trackSockets(server));
    server.listen(wanted, host);
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address ? address.port : wanted;
  };

  try {
    for (const [name, tenant] of Object.entries(options.tenants)) {
      mocks.set(name, await createMockPbx({ ...tenant, host, tls, hostnames: hosts.of(name) }));
    }
    const shared = await start(sharedPbxServer(mocks, hosts, tls), port);
    const control = await start(
      sharedControlServer(mocks, () => tenants.map(({ pbx: _, ...shown }) => shown)),
      controlPort,
    );
    const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
    const address = reachable.includes(':') ? `[${reachable}]` : reachable;
    const scheme = tls ? 'https' : 'http';
    const controlUrl = `http://${address}:${control}`;
    const tenants: readonly MockTenant[] = [...mocks].map(([name, pbx]) => ({
      name,
      url: pbx.url,
      hostUrls: hosts.of(name).map((each) => `${scheme}://${each}:${shared}`),
      controlUrl: `${controlUrl}/tenants/${name}`,
      clientId: pbx.clientId,
      clientSecret: pbx.clientSecret,
      certificate: pbx.certificate,
      proxyUrl: pbx.proxyUrl,
      pbx,
    }));
    return {
      url: `${scheme}://${address}:${shared}`,
      controlUrl,
      tenants,
      tenant: (name) => {
        const tenant = tenants.find((each) => each.name === name);
        if (tenant) return tenant;
        throw new TenantsError(`There is no tenant ${name}; there are ${[...mocks.keys()].join(', ')}.`);
      },
      dispose,
      [Symbol.asyncDispose]: dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  await once(server, 'close');
}
