import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { createMockPbx } from '../../mock-pbx';
import { EventLog } from '../../testing/event-log';
import { rawRequest } from '../../testing/raw-http';
import { RawClient } from '../../testing/raw-client';
import { createFaultProxy } from './fault-proxy';
import type { FaultProxy } from './fault-proxy';
import { toxicSchema } from './toxic';
import type { ToxicInput } from './toxic';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

/** A server that sends back what it gets, and keeps what it was told. */
class Echo implements AsyncDisposable {
  readonly received: Buffer[] = [];
  readonly ends: ('end' | 'error')[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #woken = (): void => undefined;

  private constructor() {
    this.#server = createServer({ allowHalfOpen: true }, (socket) => {
      this.#sockets.add(socket);
      socket.on('data', (bytes: Buffer) => {
        this.received.push(bytes);
        socket.write(bytes);
        this.#woken();
      });
      socket.on('end', () => {
        this.#tell('end');
        socket.end();
      });
      socket.on('error', () => {
        this.#tell('error');
      });
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async start(): Promise<Echo> {
    const echo = new Echo();
    echo.#server.listen(0, '127.0.0.1');
    await once(echo.#server, 'listening');
    return echo;
  }

  get address(): { readonly host: string; readonly port: number } {
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('not listening');
    return { host: '127.0.0.1', port: address.port };
  }

  /** Resolves when `bytes` bytes have come. */
  async has(bytes: number): Promise<void> {
    while (Buffer.concat(this.received).length < bytes) {
      await new Promise<void>((resolve) => (this.#woken = resolve));
    }
  }

  /** How the next connection to end ended. */
  async nextEnd(): Promise<'end' | 'error'> {
    while (this.ends.length === 0) await new Promise<void>((resolve) => (this.#woken = resolve));
    return this.ends.shift() ?? 'error';
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #tell(how: 'end' | 'error'): void {
    this.ends.push(how);
    this.#woken();
  }
}

async function open({ host, port }: FaultProxy): Promise<Socket> {
  const socket = connect({ host, port, allowHalfOpen: true });
  await once(socket, 'connect');
  return socket;
}

/** Resolves with the code of the error a connection ends with, or `closed` when it ends without one. */
async function endOf(socket: Socket): Promise<string> {
  let code = 'closed';
  socket.once('error', (error: NodeJS.ErrnoException) => (code = error.code ?? error.message));
  socket.once('end', () => socket.end());
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  return code;
}

/** What was written to a local socket has been read at its other end after a few turns of the event loop. */
async function fewTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const megabyte = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 31) % 251));

let echo: Echo;
let proxy: FaultProxy;
beforeEach(async () => {
  echo = await Echo.start();
  proxy = await createFaultProxy({ target: echo.address, seed: 4 });
});
afterEach(async () => {
  await proxy.dispose();
  await echo[Symbol.asyncDispose]();
});

async function echoed(bytes: Buffer, through = proxy): Promise<{ all: Buffer; ms: number }> {
  const socket = await open(through);
  const startedAt = performance.now();
  const back = buffer(socket);
  socket.end(bytes);
  return { all: await back, ms: performance.now() - startedAt };
}

test('without toxics every byte and every end comes through, both ways', async () => {
  const { all } = await echoed(megabyte);
  expect(all.equals(megabyte)).toBe(true);
  expect(await echo.nextEnd()).toBe('end');
});

test('latency: bytes come that much later, in either direction', async () => {
  proxy.add({ type: 'latency', attributes: { latency: 60 } });
  expect((await echoed(Buffer.from('hello'))).ms).toBeGreaterThanOrEqual(58);
  proxy.add({ type: 'latency', stream: 'upstream', attributes: { latency: 70 } });
  expect((await echoed(Buffer.from('hello'))).ms).toBeGreaterThanOrEqual(128);
  expect(proxy.toxics.map(({ name }) => name)).toEqual(['latency_downstream', 'latency_upstream']);
});

test('jitter: packets are later by different amounts and still in order', async () => {
  proxy.add({ type: 'latency', attributes: { latency: 40, jitter: 39 } });
  const { all } = await echoed(megabyte);
  expect(all.equals(megabyte)).toBe(true);
});

test('down: nobody gets in and everyone is cut; up again on the same port', async () => {
  const { port } = proxy;
  const socket = await open(proxy);
  const ended = endOf(socket);
  await proxy.disable();
  await ended;
  expect(proxy.enabled).toBe(false);
  await expect(open(proxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await proxy.enable();
  expect([proxy.enabled, proxy.port]).toEqual([true, port]);
  expect((await echoed(Buffer.from('again'))).all.toString()).toBe('again');
});

test('bandwidth: no faster than its rate', async () => {
  proxy.add({ type: 'bandwidth', attributes: { rate: 1000 } });
  const bytes = megabyte.subarray(0, 150_000);
  const { all, ms } = await echoed(bytes);
  expect(all.equals(bytes)).toBe(true);
  expect(ms).toBeGreaterThanOrEqual(148);
});

test('bandwidth: a sender that is too fast is held back instead of kept in memory', async () => {
  proxy.add({ type: 'bandwidth', stream: 'upstream', attributes: { rate: 1 } });
  const socket = await open(proxy);
  let sent = 0;
  // More than the proxy and every buffer of the system between take.
  while (sent < 64_000_000 && socket.write(megabyte)) sent += megabyte.length;
  for (let turn = 0; turn < 64; turn += 1) socket.write(megabyte);
  await echo.has(1);
  expect(socket.bytesWritten - socket.writableLength).toBeLessThan(64_000_000);
  socket.destroy();
});

test('slow_close: the end comes late, the bytes in time', async () => {
  proxy.add({ type: 'slow_close', attributes: { delay: 80 } });
  const socket = await open(proxy);
  socket.end('bye');
  expect(String((await once(socket, 'data'))[0])).toBe('bye');
  const saidAt = performance.now();
  await once(socket, 'end');
  expect(performance.now() - saidAt).toBeGreaterThanOrEqual(50);
});

test('timeout: nothing comes, and then the connection is closed', async () => {
  proxy.add({ type: 'timeout', stream: 'upstream', attributes: { timeout: 50 } });
  const socket = await open(proxy);
  socket.write('anyone?');
  await endOf(socket);
  expect(echo.received).toEqual([]);
});

test('timeout 0: nothing comes and nothing ends, until the toxic is taken away', async () => {
  proxy.add({ type: 'timeout', attributes: { timeout: 0 } });
  const socket = await open(proxy);
  let came = 0;
  socket.on('data', () => (came += 1));
  const ended = endOf(socket);
  socket.write('anyone?');
  await echo.has('anyone?'.length);
  await fewTurns();
  expect([came, proxy.connections]).toEqual([0, 1]);
  proxy.remove('timeout_downstream');
  await ended;
  expect(came).toBe(0);
  expect((await echoed(Buffer.from('yes'))).all.toString()).toBe('yes');
});

test('reset_peer: both sides see a reset', async () => {
  const socket = await open(proxy);
  socket.write('x');
  await echo.has(1);
  const ended = endOf(socket);
  proxy.add({ type: 'reset_peer', attributes: { timeout: 0 } });
  expect(await ended).toBe('ECONNRESET');
  expect(await echo.nextEnd()).toBe('error');
});

test('slicer: the same bytes in many small pieces', async () => {
  proxy.add({ type: 'slicer', stream: 'upstream', attributes: { average_size: 10, delay: 2000 } });
  const bytes = megabyte.subarray(0, 600);
  const { all } = await echoed(bytes);
  expect(all.equals(bytes)).toBe(true);
  expect(Buffer.concat(echo.received).equals(bytes)).toBe(true);
  expect(echo.received.length).toBeGreaterThan(6);
  expect(echo.received[0]?.length).toBe(10);
});

test('limit_data: exactly so many bytes, and then the end', async () => {
  proxy.add({ type: 'limit_data', attributes: { bytes: 777 } });
  const socket = await open(proxy);
  const got = buffer(socket);
  socket.write(megabyte.subarray(0, 5000));
  expect((await got).equals(megabyte.subarray(0, 777))).toBe(true);
});

test('toxicity strikes a share of the connections, the same ones for the same seed', async () => {
  const struck = async (seed: number): Promise<boolean[]> => {
    const toxics: ToxicInput[] = [{ type: 'limit_data', toxicity: 0.5, attributes: { bytes: 1 } }];
    await using half = await createFaultProxy({ target: echo.address, seed, toxics });
    const lengths: boolean[] = [];
    for (let turn = 0; turn < 24; turn += 1) {
      const socket = await open(half);
      const got = buffer(socket);
      socket.end('four');
      lengths.push((await got).length === 1);
    }
    return lengths;
  };
  const first = await struck(1);
  expect(first.filter(Boolean).length).toBeGreaterThan(4);
  expect(first.filter(Boolean).length).toBeLessThan(20);
  expect(await struck(1)).toEqual(first);
  expect(await struck(2)).not.toEqual(first);
});

test('a toxic of the same name takes the place of the former; reset takes all away', async () => {
  proxy.add({ name: 'slow', type: 'latency', attributes: { latency: 3_000_000 } });
  const socket = await open(proxy);
  proxy.add({ name: 'slow', type: 'latency', attributes: { latency: 1 } });
  socket.write('x');
  expect(String((await once(socket, 'data'))[0])).toBe('x');
  expect(proxy.remove('unheard of')).toBe(false);
  await proxy.disable();
  await proxy.reset();
  expect([proxy.toxics, proxy.enabled]).toEqual([[], true]);
});

test.each([
  { type: 'packet_loss', attributes: {} },
  { type: 'latency', toxicity: 2, attributes: {} },
  { type: 'slicer', attributes: { average_size: 5, size_variation: 5 } },
  { type: 'bandwidth', attributes: {} },
  { type: 'latency', attributes: { latency: -1 } },
])('refuses %j', (toxic) => {
  expect(toxicSchema.safeParse(toxic).success).toBe(false);
});

test('a server that is not there is a reset for the client', async () => {
  const { port } = echo.address;
  await echo[Symbol.asyncDispose]();
  await using orphan = await createFaultProxy({ target: { host: '127.0.0.1', port } });
  const socket = await open(orphan);
  expect(await endOf(socket)).toBe('ECONNRESET');
  echo = await Echo.start();
});

test('dispose cuts everything and frees the port', async () => {
  const socket = await open(proxy);
  socket.write('x');
  await echo.has(1);
  const ended = endOf(socket);
  await proxy.dispose();
  await proxy.dispose();
  await ended;
  expect(proxy.connections).toBe(0);
  await using again = await createFaultProxy({ target: echo.address, port: proxy.port });
  await expect(createFaultProxy({ target: echo.address, port: again.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('TLS and event sockets go through it: sliced to single bytes and late, nothing is lost', async () => {
  await using pbx = await createMockPbx();
  await using front = await createFaultProxy({
    target: pbx.url,
    toxics: [
      { type: 'slicer', attributes: { average_size: 1 } },
      { type: 'slicer', stream: 'upstream', attributes: { average_size: 3, size_variation: 2 } },
      { type: 'latency', attributes: { latency: 5, jitter: 5 } },
    ],
  });
  expect(front.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  const client = RawClient.of({ ...pbx, url: front.url });
  await client.signIn();
  const events = await EventLog.open(front.url, client.token, pbx.certificate);
  const id = await client.call('+15550100', '999');
  await events.next(0, /999/);
  await client.hangUp(id);
  await events.next(1, /999/);
  const { bytes } = await rawRequest(`${front.url}/prompts/welcome.wav`, { ca: pbx.certificate });
  const { bytes: direct } = await rawRequest(`${pbx.url}/prompts/welcome.wav`, { ca: pbx.certificate });
  expect(bytes.equals(direct)).toBe(true);
});
