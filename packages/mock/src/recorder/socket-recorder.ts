import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { WebSocket, WebSocketServer } from 'ws';
import { maskedContent } from './content';
import { learnCredentials } from './masked-headers';
import type { Recording } from './recording';
import { refuseUpgrade } from '../refuse-upgrade';
import { socketUpstream } from './upstream';
import type { Target } from './upstream';

/** The code of a connection that ended without a close frame. */
const cutCode = 1006;
const noStatusCode = 1005;

/** Opens the same event socket at the PBX, passes frames, pings and the end on, and writes them down. */
export function recordSocket(
  { target, recording, server }: { target: Target; recording: Recording; server: WebSocketServer },
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const { masker } = recording;
  const id = recording.nextId();
  learnCredentials(request.headers, masker);
  recording.add({ kind: 'socket', id, path: masker.path(request.url ?? '/') });
  const upstream = socketUpstream(target, request);
  const giveUp = (): void => {
    upstream.terminate();
  };
  socket.on('error', giveUp);
  socket.once('close', giveUp);
  upstream.on('error', () => {
    if (upstream.readyState === upstream.OPEN || socket.destroyed) return;
    recording.add({ kind: 'failure', id });
    socket.destroy();
  });
  upstream.once('unexpected-response', (_request, answer) => {
    void buffer(answer).then((bytes) => {
      const status = answer.statusCode ?? 502;
      const { body } = maskedContent(bytes, answer.headers['content-type'] ?? '', masker);
      recording.add({ kind: 'socket-refused', id, status, ...(body ? { body } : {}) });
      refuseUpgrade(socket, status, bytes.toString());
    });
  });
  upstream.once('open', () => {
    server.handleUpgrade(request, socket, head, (client) => {
      recording.add({ kind: 'socket-open', id });
      passFrames(recording, id, client, upstream);
    });
  });
}

function passFrames(recording: Recording, id: number, client: WebSocket, server: WebSocket): void {
  let isOver = false;
  for (const [from, source, sink] of [
    ['client', client, server],
    ['server', server, client],
  ] as const) {
    source.on('message', (data: Buffer, isBinary) => {
      const { body } = maskedContent(data, isBinary ? 'application/octet-stream' : '', recording.masker);
      recording.add({ kind: 'frame', id, from, content: body ?? { text: '' } });
      if (sink.readyState === sink.OPEN) sink.send(data, { binary: isBinary });
    });
    source.on('error', () => undefined);
    source.on('close', (code: number, reason: Buffer) => {
      if (!isOver) recording.add({ kind: 'socket-closed', id, from, code });
      isOver = true;
      if (code === cutCode) sink.terminate();
      else if (code === noStatusCode) sink.close();
      else sink.close(code, reason);
    });
  }
  // A PBX that no longer answers pings must look dead to the client.
  client.on('ping', (data: Buffer) => {
    if (server.readyState === server.OPEN) server.ping(data);
  });
  server.on('pong', (data: Buffer) => {
    if (client.readyState === client.OPEN) client.pong(data);
  });
}
