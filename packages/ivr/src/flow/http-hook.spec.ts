import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchHook } from './http-hook';

interface Seen {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let url: string;
const seen: Seen[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => (body += text));
    request.on('end', () => {
      seen.push({ method: request.method, headers: request.headers, body });
      if (request.url === '/never') return;
      response.statusCode = Number(/\/(\d+)$/.exec(request.url ?? '')?.[1] ?? 200);
      response.end(request.url === '/text' ? 'hello' : '{"name":"Pat"}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  seen.length = 0;
});

const ask = (path: string, changes: { body?: string; timeoutMs?: number } = {}, signal?: AbortSignal) =>
  fetchHook(
    {
      ...{ method: 'POST', url: url + path, headers: { 'x-own': 'yes' }, body: undefined, timeoutMs: 10_000 },
      ...changes,
    },
    { key: 'call-7-3:4', ...(signal && { signal }) },
  );

describe('a request of a flow', () => {
  it('carries its key, its headers and its body as JSON', async () => {
    expect(await ask('/', { body: '{"pin":1}' })).toEqual({ ok: true, status: 200, json: { name: 'Pat' } });
    expect(seen).toMatchObject([
      {
        method: 'POST',
        body: '{"pin":1}',
        headers: {
          ...{ 'idempotency-key': 'call-7-3:4', 'content-type': 'application/json', 'x-own': 'yes' },
        },
      },
    ]);
  });

  it.each([[401], [404], [503]])('that is answered with %d is not ok, and says so', async (status) => {
    expect(await ask(`/${String(status)}`)).toMatchObject({ ok: false, status });
  });

  it('may be answered with something other than JSON', async () => {
    expect(await ask('/text')).toEqual({ ok: true, status: 200, json: undefined });
  });

  it('that is late, or can not be sent, has failed', async () => {
    expect(await ask('/never', { timeoutMs: 50 })).toEqual({ ok: false, json: undefined });
    const lost = {
      method: 'GET',
      url: 'http://127.0.0.1:1',
      headers: {},
      body: undefined,
      timeoutMs: 10_000,
    };
    expect(await fetchHook(lost, { key: 'k' })).toEqual({ ok: false, json: undefined });
  });

  it('rejects with the reason when the flow is stopped', async () => {
    const stop = new AbortController();
    const answer = ask('/never', {}, stop.signal);
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });
});
