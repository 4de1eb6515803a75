import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { createNodeTransport } from '../index';

async function listening(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const closed = (server: { close(done: () => void): void }) =>
  new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });

describe('the transport over real sockets', () => {
  const transport = createNodeTransport({ requestTimeoutMs: 200 });
  let server: Server;
  let answer: RequestListener;
  let origin: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      answer(request, response);
    });
    origin = `http://${await listening(server)}`;
  });
  afterAll(async () => {
    transport.dispose();
    await closed(server);
  });

  it('reads status, headers and body', async () => {
    answer = (_, response) => response.writeHead(404, { 'x-3cx-version': '20.0.10' }).end('gone');
    const response = await transport.fetch(new Request(`${origin}/a`));
    expect([response.status, response.headers.get('x-3cx-version'), await response.text()]).toEqual([
      404,
      '20.0.10',
      'gone',
    ]);
  });

  it('gives up on an answer that does not come, as a timeout', async () => {
    answer = () => undefined;
    await expect(transport.fetch(new Request(`${origin}/slow`))).rejects.toMatchObject({
      code: 'TIMEOUT',
      retryable: true,
    });
  });

  it('gives up on an answer that is too long', async () => {
    answer = (_, response) => response.end(Buffer.alloc(4096));
    await expect(transport.fetch(new Request(`${origin}/big`), { maxBytes: 1024 })).rejects.toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
    });
  });

  it('refuses what HTTP can not write, and forgets it', async () => {
    const line = { method: 'GET', url: `${origin}/a`, headers: { authorization: 'two\nlines' } };
    await expect(transport.send?.(line)).rejects.toMatchObject({ code: 'CONFIGURATION' });
    await expect(transport.send?.({ ...line, url: `${origin}/a b`, headers: {} })).rejects.toMatchObject({
      code: 'CONFIGURATION',
    });
  });

  it('can be called off', async () => {
    answer = () => undefined;
    const controller = new AbortController();
    const pending = transport.fetch(new Request(`${origin}/slow`, { signal: controller.signal }));
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('writes an upload as it goes and tells the answer at its end', async () => {
    const received: Buffer[] = [];
    answer = (request, response) => {
      request.on('data', (chunk: Buffer) => received.push(chunk));
      request.on('end', () => response.writeHead(202).end());
    };
    const upload = transport.upload(`${origin}/stream`, {});
    upload.write(Buffer.from('one'));
    upload.write(Buffer.from('two'));
    upload.end();
    await expect(upload.closed).resolves.toMatchObject({ kind: 'answered', response: { status: 202 } });
    expect(Buffer.concat(received).toString()).toBe('onetwo');
  });

  it('tells when the connection of an upload is there, or has failed', async () => {
    answer = (request) => request.resume();
    const upload = transport.upload(`${origin}/stream`, {});
    await upload.opened;
    upload.abort();

    // Takes the connection, and answers the handshake only with its end.
    const silent = createTcpServer((socket) => socket.resume());
    const accepted = once(silent, 'connection');
    const secure = transport.upload(`https://${await listening(silent)}/stream`, {});
    let opened = false;
    const opening = secure.opened.then(() => {
      opened = true;
    });
    const [socket] = (await accepted) as [Socket];
    expect(opened).toBe(false);
    socket.destroy();
    await opening;
    await expect(secure.closed).resolves.toMatchObject({ kind: 'broken' });
    await closed(silent);
  });

  it('tells an upload that the other side breaks off', async () => {
    answer = (request) => request.socket.destroy();
    const upload = transport.upload(`${origin}/stream`, {});
    upload.write(Buffer.from('one'));
    await expect(upload.closed).resolves.toMatchObject({
      kind: 'broken',
      error: { code: 'CONNECTION_FAILED' },
    });
  });

  it('leaves no connection after dispose', async () => {
    answer = () => undefined;
    const mine = createNodeTransport();
    const upload = mine.upload(`${origin}/stream`, {});
    upload.write(Buffer.from('x'));
    await new Promise<void>((resolve) =>
      server.once('request', () => {
        resolve();
      }),
    );
    mine.dispose();
    await expect(upload.closed).resolves.toMatchObject({ kind: 'broken' });
  });
});

describe('a server that can not be talked to', () => {
  const transport = createNodeTransport({ requestTimeoutMs: 2000 });
  afterAll(() => {
    transport.dispose();
  });

  it('says that nothing answers', async () => {
    const unused = createTcpServer();
    const host = await listening(unused);
    await closed(unused);
    await expect(transport.fetch(new Request(`https://${host}/`))).rejects.toMatchObject({
      code: 'CONNECTION_FAILED',
      message: expect.stringContaining('Nothing answers') as string,
    });
  });

  it('says that https was used on a plain port', async () => {
    const plain = createServer((_, response) => response.end());
    const host = await listening(plain);
    await expect(transport.fetch(new Request(`https://${host}/`))).rejects.toMatchObject({
      code: 'CONNECTION_FAILED',
      message: expect.stringContaining('begin with http://') as string,
    });
    await closed(plain);
  });
});
