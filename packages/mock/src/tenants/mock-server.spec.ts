import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import { connect } from 'node:tls';
import { anyString } from '../testing/any-value';
import { EventLog } from '../testing/event-log';
import { RawClient } from '../testing/raw-client';
import { rawRequest } from '../testing/raw-http';
import { createMockServer } from './mock-server';
import type { MockServer, MockTenant } from './mock-server';
import type { MockServerOptions } from './mock-server-options';
import { parseTenants } from './parse-tenants';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

const clientOf = async (tenant: MockTenant): Promise<RawClient> => {
  const client = RawClient.of({ ...tenant.pbx, controlUrl: tenant.controlUrl });
  await client.signIn();
  return client;
};

/** The status of a GET that calls its server by `host`, wherever it is. */
function statusAs(
  url: string,
  path: string,
  host: string,
  more: { headers?: Record<string, string>; ca?: string; servername?: string } = {},
): Promise<number> {
  const { port, protocol } = new URL(url);
  const options = {
    host: '127.0.0.1',
    port,
    path,
    agent: false,
    ...more,
    headers: { ...more.headers, host: `${host}:${port}` },
  };
  return new Promise((resolve, reject) => {
    const request = protocol === 'https:' ? httpsGet({ servername: host, ...options }) : httpGet(options);
    request.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', reject);
  });
}

describe('two tenants', () => {
  let server: MockServer;
  let acme: RawClient;
  let globex: RawClient;
  beforeEach(async () => {
    server = await createMockServer({
      tls: false,
      tenants: { acme: {}, globex: { clientSecret: 'other-secret', hosts: ['pbx.globex.example'] } },
    });
    acme = await clientOf(server.tenant('acme'));
    globex = await clientOf(server.tenant('globex'));
  });
  afterEach(() => server.dispose());

  test('have numbers, secrets and ports of their own', () => {
    expect(server.tenants.map(({ name, clientSecret }) => [name, clientSecret])).toEqual([
      ['acme', 'mock-secret'],
      ['globex', 'other-secret'],
    ]);
    const urls = server.tenants.flatMap(({ url, hostUrls }) => [url, ...hostUrls]);
    expect(new Set(urls).size).toBe(4);
  });

  test('have tokens of their own, even for the same client id', async () => {
    expect((await acme.get('/callcontrol')).status).toBe(200);
    expect((await globex.get('/callcontrol')).status).toBe(200);
    expect((await globex.get('/callcontrol', acme.token)).status).toBe(401);
    expect((await globex.signIn('mock-secret')).status).toBe(401);
    await expect(globex.events(acme.token)).rejects.toThrow('401');
    await globex.control('POST', '/faults', { revokeToken: true });
    expect((await acme.get('/callcontrol')).status).toBe(200);
  });

  test('have calls and events of their own, under the same ids', async () => {
    const [heard, quiet] = [await acme.events(), await globex.events()];
    const id = await acme.call('+15550100', '999');
    await heard.next(0, /999/);
    expect((await globex.control('GET', `/calls/${id}`)).status).toBe(404);
    expect((await globex.control('GET', '/calls')).json).toEqual([]);
    expect(await globex.participants('999')).toEqual([]);
    const other = await globex.call('+15550199', '999');
    expect(other).toBe(id);
    await quiet.next(0, /999/);
    await acme.hangUp(id);
    await heard.next(1, /999/);
    expect((await globex.view(other)).state).toBe('connected');
    expect(quiet.messages).toHaveLength(1);
  });

  test('have faults of their own', async () => {
    const socket = await globex.events();
    await acme.control('POST', '/faults', {
      failRequests: { path: '/callcontrol', status: 500, count: 100 },
      rejectUpgrades: { status: 503, count: 100 },
      dropSockets: true,
      restart: { downMs: 60_000 },
    });
    expect((await acme.get('/callcontrol')).status).toBe(503);
    expect((await globex.get('/callcontrol')).status).toBe(200);
    await globex.events();
    expect(socket.socket.readyState).toBe(socket.socket.OPEN);
    expect((await globex.control('GET', '/state')).json).toMatchObject({
      faults: { inForce: {}, down: false },
    });
    expect((await globex.control('GET', '/log')).bytes.toString()).not.toContain('"fault"');
  });

  test('are reached by host name on the port they share', async () => {
    const as = (host: string, token: string) =>
      statusAs(server.url, '/callcontrol', host, { headers: { authorization: `Bearer ${token}` } });
    expect(await as('acme.localhost', acme.token)).toBe(200);
    expect(await as('ACME.localhost', acme.token)).toBe(200);
    expect(await as('pbx.globex.example', globex.token)).toBe(200);
    expect(await as('pbx.globex.example', acme.token)).toBe(401);
    expect(await as('globex.localhost', globex.token)).toBe(421);
    expect(await rawRequest(`${server.url}/callcontrol`)).toMatchObject({
      status: 421,
      json: { error: 'misdirected_request', error_description: anyString },
    });
  });

  test('event sockets too', async () => {
    const host = { host: 'pbx.globex.example' };
    const events = await EventLog.open(server.url, globex.token, undefined, host);
    await globex.call('+15550100', '999');
    await events.next(0, /999/);
    await expect(EventLog.open(server.url, acme.token, undefined, host)).rejects.toThrow('401');
    await expect(EventLog.open(server.url, acme.token, undefined)).rejects.toThrow('421');
  });

  test('are listed by the control API, which says what else there is', async () => {
    const list = await rawRequest(`${server.controlUrl}/tenants`);
    expect(list).toMatchObject({
      status: 200,
      json: [
        { name: 'acme', url: server.tenant('acme').url, controlUrl: `${server.controlUrl}/tenants/acme` },
        { name: 'globex', clientSecret: 'other-secret' },
      ],
    });
    for (const path of ['/', '/tenants/none/calls', '/calls']) {
      expect(await rawRequest(`${server.controlUrl}${path}`)).toMatchObject({
        status: 404,
        json: { error: 'not-found', message: anyString },
      });
    }
    expect((await rawRequest(`${server.controlUrl}/tenants/acme?x`)).status).not.toBe(500);
    expect((await rawRequest(`${server.controlUrl}/tenants/acme/metrics`)).status).toBe(200);
  });

  test('end together', async () => {
    const sockets = [
      await acme.events(),
      await globex.events(),
      await EventLog.open(server.url, acme.token, undefined, { host: 'acme.localhost' }),
    ];
    await server.dispose();
    await server.dispose();
    await Promise.all(sockets.map(({ closed }) => closed));
    for (const url of [server.url, server.controlUrl, ...server.tenants.map((tenant) => tenant.url)]) {
      await expect(rawRequest(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  });
});

test('with TLS each tenant shows its own certificate, and SNI and Host must agree', async () => {
  await using server = await createMockServer({ tenants: { acme: {}, globex: {} } });
  const status = (host: string, ca: string | undefined, servername = host) =>
    statusAs(server.url, '/prompts/welcome.wav', host, { ...(ca === undefined ? {} : { ca }), servername });
  const [acme, globex] = server.tenants;
  expect(await status('acme.localhost', acme?.certificate)).toBe(200);
  expect(await status('globex.localhost', globex?.certificate)).toBe(200);
  await expect(status('globex.localhost', acme?.certificate)).rejects.toThrow(/self-signed/);
  expect(await status('acme.localhost', globex?.certificate, 'globex.localhost')).toBe(421);
  const { port } = new URL(server.url);
  const socket = connect({
    host: '127.0.0.1',
    port: Number(port),
    servername: 'globex.localhost',
    ca: globex?.certificate ?? '',
  });
  await new Promise((resolve) => socket.once('secureConnect', resolve));
  expect(socket.getPeerCertificate().subjectaltname).toContain('DNS:globex.localhost');
  socket.destroy();
});

test.each<[MockServerOptions['tenants'], RegExp]>([
  [{}, /name at least one/],
  [{ 'no spaces': {} }, /use letters/],
  [{ one: { hosts: ['same.example'] }, two: { hosts: ['Same.example'] } }, /give each its own/],
])('refuses %j', async (tenants, message) => {
  await expect(createMockServer({ tenants, tls: false })).rejects.toThrow(message);
});

test('a start that fails leaves no tenant running', async () => {
  await using first = await createMockServer({ tls: false, tenants: { a: {} } });
  const taken = Number(new URL(first.url).port);
  const free = await createMockServer({ tls: false, tenants: { b: {} } });
  const port = Number(new URL(free.tenant('b').url).port);
  await free.dispose();
  const failing = createMockServer({ tls: false, port: taken, tenants: { b: { port } } });
  await expect(failing).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(rawRequest(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(() => first.tenant('c')).toThrow(/there are a/);
});

describe('tenants from a file', () => {
  test('are what they say', () => {
    expect(
      parseTenants('{"a":{},"b":{"hosts":["b.example"],"clientSecret":"s","tokenLifetimeMs":5}}'),
    ).toEqual({
      a: {},
      b: { hosts: ['b.example'], clientSecret: 's', tokenLifetimeMs: 5 },
    });
  });

  test.each([
    ['{', /not JSON/],
    ['[]', /record/],
    ['{"a":{"secret":"x"}}', /no option secret/],
    ['{"a":{"tls":false}}', /no option tls/],
    ['{"a":{"discardFirstMs":"400"}}', /discardFirstMs is a number, not a string/],
    ['{"a":{"grantedExtensions":"100"}}', /grantedExtensions is a list, not a string/],
    ['{"a":{"expiresIn":"hours"}}', /expiresIn/],
    ['{"a":{"hosts":[]}}', /hosts/],
  ])('%s is refused', (json, message) => {
    expect(() => parseTenants(json)).toThrow(message);
  });
});
