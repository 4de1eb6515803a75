import http from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import * as z from 'zod';
import { calls, stateOf, upset } from './scene';

const Request = z.object({
  upsets: z.number().optional(),
  keys: z.number().optional(),
  thenKey: z.boolean().default(false),
  calls: z.number(),
});

const now = (): number => Number(process.hrtime.bigint()) / 1e6;

function key(id: number, sequence: number): string {
  return `{"sequence":${String(sequence)},"event":{"event_type":2,"entity":"/callcontrol/999/participants/${String(id)}","attached_data":{"dtmf_input":"1"}}}`;
}

/** The other side of the benchmarks: a snapshot of 1000 calls, and events as asked for by the parent process. */
export function serve(): void {
  const snapshot = JSON.stringify(stateOf(calls(1_000)));
  const server = http.createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(snapshot);
  });
  const sockets = new Set<WebSocket>();
  const feed = new WebSocketServer({ server });
  feed.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  process.on('message', (message) => {
    const request = Request.parse(message);
    if (request.upsets !== undefined) void burst(sockets, request.upsets, request.calls, request.thenKey);
    if (request.keys !== undefined) trickle(sockets, request.keys, request.calls);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
  });
}

async function burst(sockets: Set<WebSocket>, count: number, live: number, thenKey: boolean): Promise<void> {
  for (let sent = 0; sent < count;) {
    for (let batch = 0; batch < 500 && sent < count; batch += 1) {
      sent += 1;
      const text = upset((sent % live) + 1, sent);
      for (const socket of sockets) socket.send(text);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (thenKey) for (const socket of sockets) socket.send(key(1, count + 1));
}

/** One key a millisecond; the sequence number is the time of sending, microseconds. */
function trickle(sockets: Set<WebSocket>, count: number, live: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    for (const socket of sockets) socket.send(key((sent % live) + 1, Math.round(now() * 1e3)));
    if (sent === count) clearInterval(timer);
  }, 1);
}
