import type { ClientRequest } from 'node:http';
import { TLSSocket } from 'node:tls';
import { abortErrorOf } from './aborted';
import type { Connections, Destination } from './connections';
import { errorOfConnection } from './error-of-connection';
import { ReceivedHeaders, responseOf } from './plain-http';
import type { Upload, UploadEnd } from './transport';

/** Longest answer to an upload that is kept; a real one is a line. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** A chunked POST over a connection of its own, written as audio comes, without a time limit. */
export function openUpload(
  connections: Connections,
  destination: Destination,
  path: string,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Upload {
  const outgoing = connections.open('own', destination, {
    method: 'POST',
    path,
    headers: { ...headers, 'transfer-encoding': 'chunked' },
    signal,
  });
  outgoing.setNoDelay(true);
  const closed = new Promise<UploadEnd>((resolve) => {
    outgoing.on('error', (error) => {
      const why =
        signal?.aborted === true ? abortErrorOf(signal) : errorOfConnection(error, destination.origin);
      resolve({ kind: 'broken', error: why });
    });
    outgoing.on('response', (message) => {
      const chunks: Buffer[] = [];
      let received = 0;
      const answered = () => {
        outgoing.destroy();
        const parts = { status: message.statusCode ?? 0, headers: new ReceivedHeaders(message.headers) };
        resolve({ kind: 'answered', response: responseOf(parts, Buffer.concat(chunks)) });
      };
      message.on('data', (chunk: Buffer) => {
        received += chunk.byteLength;
        if (received <= MAX_ANSWER_BYTES) chunks.push(chunk);
      });
      message.on('end', answered);
      message.on('error', answered);
    });
  });
  outgoing.flushHeaders();
  return {
    closed,
    opened: Promise.race([connected(outgoing), closed.then(() => undefined)]),
    get pendingBytes() {
      return outgoing.writableLength;
    },
    write(bytes) {
      if (!outgoing.destroyed && !outgoing.writableEnded) outgoing.write(bytes);
    },
    end() {
      if (!outgoing.destroyed) outgoing.end();
    },
    abort() {
      outgoing.destroy();
    },
  };
}

/** The lane of uploads makes a socket for each: its handshake is always still to come. */
function connected(outgoing: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    outgoing.on('socket', (socket) => {
      if (socket instanceof TLSSocket) socket.once('secureConnect', resolve);
      else if (socket.connecting) socket.once('connect', resolve);
      else resolve();
    });
  });
}
