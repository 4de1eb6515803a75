import { createHash } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { VirtualClock } from '../testing/virtual-clock';
import { eventSocketsOf, type EventSocketHandlers } from './event-socket';

/** A server that speaks WebSocket byte by byte, as the test says. */
async function rawServer(answer: (socket: Socket, handshake: string) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (data) => {
      const key = /sec-websocket-key: (.*)\r\n/i.exec(data.toString())?.[1] ?? '';
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      answer(
        socket,
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One unmasked WebSocket frame. */
function frame(payload: Buffer, opcode = 1): Buffer {
  const header =
    payload.length < 126
      ? Buffer.from([0x80 | opcode, payload.length])
      : Buffer.from([0x80 | opcode, 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([header, payload]);
}

/** The code of the close frame among short masked frames of a client. */
function closeCodeIn(bytes: Buffer): number | undefined {
  for (let at = 0; at < bytes.length;) {
    const length = bytes.readUInt8(at + 1) & 127;
    const mask = bytes.subarray(at + 2, at + 6);
    const payload = bytes
      .subarray(at + 6, at + 6 + length)
      .map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    if ((bytes.readUInt8(at) & 15) === 8) return Buffer.from(payload).readUInt16BE(0);
    at += 6 + length;
  }
  return undefined;
}

const MESSAGE = JSON.stringify({
  sequence: 17,
  event: { event_type: 0, entity: '/callcontrol/999/participants/325', attached_data: null },
});

/** What a client makes of a connection until it is over. */
function client(url: string, clock = new VirtualClock(), onMessage: () => void = () => undefined) {
  const messages: string[] = [];
  const ends: { reason: string; code: number | undefined }[] = [];
  let onEnd: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    onEnd = resolve;
  });
  const handlers: EventSocketHandlers = {
    onMessage: (text) => {
      messages.push(text);
      onMessage();
    },
    onClosed: (reason, code) => {
      ends.push({ reason, code });
      onEnd();
    },
  };
  const opening = eventSocketsOf(url, { rejectUnauthorized: true }, clock)('token', handlers);
  return { messages, ends, ended, opening, clock };
}

describe('the event socket', () => {
  it('cut at any byte of the upgrade or of a message ends once, without a half message', async () => {
    let cutAt = 0;
    const server = await rawServer((socket, handshake) => {
      const bytes = Buffer.concat([Buffer.from(handshake), frame(Buffer.from(MESSAGE))]);
      socket.end(bytes.subarray(0, cutAt));
    });
    const handshakeBytes = 129;
    const all = handshakeBytes + 2 + MESSAGE.length;
    for (cutAt = 0; cutAt <= all; cutAt += 1) {
      const { opening, messages, ends, ended, clock } = client(server.url);
      if (cutAt < handshakeBytes) await expect(opening).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
      else await opening;
      await ended;
      expect(ends).toHaveLength(1);
      expect(messages).toEqual(cutAt === all ? [MESSAGE] : []);
      expect(clock.pending).toBe(0);
    }
    await server.close();
  });

  it('that goes silent without a FIN is noticed within 10 s', async () => {
    const server = await rawServer((socket, handshake) => {
      socket.write(handshake);
      socket.pause();
    });
    const { opening, ends, ended, clock } = client(server.url);
    await opening;
    while (clock.pending > 0) await clock.advance(clock.untilNext());
    await ended;
    expect(ends).toEqual([{ reason: 'no answer to a ping', code: undefined }]);
    expect(clock.now()).toBeLessThanOrEqual(10_000);
    await server.close();
  });

  it('stays open for as long as its pings are answered', async () => {
    const server = await rawServer((socket, handshake) => {
      socket.write(handshake);
      // After each pong a message: when it is there, so was the pong.
      socket.on('data', () =>
        socket.write(Buffer.concat([frame(Buffer.alloc(0), 10), frame(Buffer.from('{}'))])),
      );
    });
    let onMessage: () => void = () => undefined;
    const { opening, ends, ended, clock } = client(server.url, new VirtualClock(), () => {
      onMessage();
    });
    const nextMessage = () =>
      new Promise<void>((resolve) => {
        onMessage = resolve;
      });
    let answered = nextMessage();
    const socket = await opening;
    for (let ping = 0; ping < 20; ping += 1) {
      await answered;
      answered = nextMessage();
      await clock.advance(4_000);
    }
    expect(ends).toEqual([]);
    socket.close();
    await ended;
    expect([ends, clock.pending]).toEqual([[{ reason: 'closed by us', code: undefined }], 0]);
    await server.close();
  });

  it('ends with 1009 at a message of more than a mebibyte', async () => {
    const received: Buffer[] = [];
    const server = await rawServer((socket, handshake) => {
      socket.write(handshake);
      const length = Buffer.alloc(8);
      length.writeBigUInt64BE(10n * 1024n * 1024n);
      socket.write(Buffer.concat([Buffer.from([0x81, 127]), length, Buffer.alloc(64)]));
      socket.on('data', (data) => received.push(data));
    });
    const { opening, ends, ended, messages } = client(server.url);
    await opening;
    await ended;
    expect(messages).toEqual([]);
    expect(ends).toHaveLength(1);
    expect(ends[0]?.reason).toMatch(/max payload/i);
    expect(closeCodeIn(Buffer.concat(received))).toBe(1009);
    await server.close();
  });

  it('takes no notice of a binary message', async () => {
    const server = await rawServer((socket, handshake) => {
      socket.write(handshake);
      socket.end(Buffer.concat([frame(Buffer.from([1, 2, 3]), 2), frame(Buffer.from(MESSAGE))]));
    });
    const { opening, ended, messages } = client(server.url);
    await opening;
    await ended;
    expect(messages).toEqual([MESSAGE]);
    await server.close();
  });

  it.each([1000, 1001, 1008, 1011, 1012, 4001])('hands on the close code %d', async (code) => {
    const server = await rawServer((socket, handshake) => {
      socket.write(handshake);
      socket.write(frame(Buffer.from([code >> 8, code & 255]), 8));
    });
    const { opening, ended, ends } = client(server.url);
    await opening;
    await ended;
    expect(ends.map((end) => end.code)).toEqual([code]);
    await server.close();
  });

  it.each([
    ['401 Unauthorized', '', 'AUTHENTICATION'],
    ['403 Forbidden', '', 'PERMISSION'],
    ['429 Too Many Requests', 'Retry-After: 7\r\n', 'RATE_LIMIT'],
    ['500 Internal Server Error', '', 'SERVER'],
    ['502 Bad Gateway', '', 'SERVER'],
    ['503 Service Unavailable', '', 'SERVER'],
    ['200 OK', 'Content-Type: text/html\r\n', 'UNEXPECTED_RESPONSE'],
  ])('an upgrade answered %s is refused with its own error', async (status, headers, code) => {
    const server = await rawServer((socket) => {
      socket.write(`HTTP/1.1 ${status}\r\n${headers}Content-Length: 15\r\n\r\n<html>no</html>`);
    });
    const { opening, clock, messages } = client(server.url);
    await expect(opening).rejects.toMatchObject(
      code === 'RATE_LIMIT' ? { code, retryAfterMs: 7_000 } : { code },
    );
    expect([clock.pending, messages]).toEqual([0, []]);
    await server.close();
  });
});
