import type { ServerResponse } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { createCallControlClient, createNodeTransport, createTokenSource } from '../index';
import { closed, listening, startLocalServer } from '../testing/local-server';

const DONE = JSON.stringify({ finalstatus: 'Success', reason: 'None', reasontext: '', result: null });
const TOKEN = JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'token' });

describe('with a pool of 5 and 50 audio streams open', () => {
  it('a drop goes out at once', async () => {
    const open = new Set<ServerResponse>();
    const local = await startLocalServer((request, response) => {
      if (request.url === '/connect/token') response.end(TOKEN);
      else if (request.url?.endsWith('/stream') === true) {
        open.add(response);
        if (request.method === 'GET') response.writeHead(200).write('audio');
      } else response.end(DONE);
    });
    const transport = createNodeTransport({ connectionPoolSize: 5 });
    const tokens = createTokenSource({
      serverUrl: local.origin,
      clientId: '999',
      clientSecret: 's',
      transport,
    });
    const api = createCallControlClient({ serverUrl: local.origin, tokens, transport });
    const streams = Array.from({ length: 25 }, (_, id) => id);
    const heard = await Promise.all(streams.map((id) => api.listen('999', id)));
    const spoken = await Promise.all(streams.map((id) => api.speak('999', id)));
    for (const upload of spoken) upload.write(new Uint8Array(320));
    while (open.size < 50) await new Promise((resolve) => local.server.once('request', resolve));

    // Nothing a stream does can end this: only the drop's own answer does.
    await expect(api.act('999', 1, 'drop')).resolves.toMatchObject({ finalstatus: 'success' });
    expect(open.size).toBe(50);

    for (const upload of spoken) upload.abort();
    await Promise.all(heard.map((stream) => stream.cancel()));
    transport.dispose();
    await local.close();
  });
});

describe('a kept connection that the server was just closing', () => {
  /** Answers the first request on each connection, and resets it at the second. */
  async function resettingServer() {
    const requests: string[] = [];
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      let first = true;
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        requests.push(bytes.toString('latin1').split(' ')[0] ?? '');
        if (first) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
        else socket.resetAndDestroy();
        first = false;
      });
    });
    const origin = `http://${await listening(server)}`;
    return { requests, sockets, server, origin };
  }

  it('costs a reading request nothing: it goes out again at once over a fresh one', async () => {
    const { requests, sockets, server, origin } = await resettingServer();
    const transport = createNodeTransport({ retry: { attempts: 1 } });
    await transport.fetch(new Request(origin));
    const again = await transport.fetch(new Request(origin));
    await expect(again.text()).resolves.toBe('ok');
    expect([requests, sockets.size]).toEqual([['GET', 'GET', 'GET'], 2]);
    transport.dispose();
    await closed(server);
  });

  it('never has an acting request sent twice', async () => {
    const { requests, server, origin } = await resettingServer();
    const transport = createNodeTransport();
    await transport.fetch(new Request(origin));
    await expect(transport.fetch(new Request(origin, { method: 'POST', body: '{}' }))).rejects.toMatchObject({
      code: 'CONNECTION_FAILED',
      problem: 'reset',
    });
    expect(requests).toEqual(['GET', 'POST']);
    transport.dispose();
    await closed(server);
  });
});

describe('connections that are idle', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date', 'hrtime'],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are used again, then dropped when nobody needs them', async () => {
    const local = await startLocalServer((_, response) => response.end('ok'));
    const sockets: Socket[] = [];
    local.server.on('connection', (socket) => sockets.push(socket));
    const transport = createNodeTransport();
    const ask = async () => (await transport.fetch(new Request(local.origin))).text();
    await ask();
    jest.advanceTimersByTime(30_000);
    await ask();
    jest.advanceTimersByTime(30_000);
    await ask();
    expect(sockets).toHaveLength(1);
    const dropped = new Promise((resolve) => sockets[0]?.once('close', resolve));
    jest.advanceTimersByTime(60_000);
    await dropped;
    jest.advanceTimersByTime(60_000);
    expect(jest.getTimerCount()).toBe(0);
    transport.dispose();
    await local.close();
  });

  it('are dropped after the time that is given', async () => {
    const local = await startLocalServer((_, response) => response.end('ok'));
    const sockets: Socket[] = [];
    local.server.on('connection', (socket) => sockets.push(socket));
    const transport = createNodeTransport({ idleConnectionMs: 2_000 });
    await (await transport.fetch(new Request(local.origin))).text();
    const dropped = new Promise((resolve) => sockets[0]?.once('close', resolve));
    jest.advanceTimersByTime(4_000);
    await dropped;
    transport.dispose();
    await local.close();
  });
});
