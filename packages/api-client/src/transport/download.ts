import { Readable } from 'node:stream';
import { abortErrorOf } from './aborted';
import type { Connections, Destination } from './connections';
import { errorOfConnection, errorOfProxy, errorOfTimeout } from './error-of-connection';
import { ReceivedHeaders, responseOf } from './plain-http';

/**
 * An answer read as it arrives, over a connection of its own. Only connecting has a
 * time limit: a PBX may keep its first byte until somebody speaks.
 * @param connectMs milliseconds until the connection must be up
 */
export function openDownload(
  connections: Connections,
  destination: Destination,
  path: string,
  headers: Readonly<Record<string, string>>,
  connectMs: number,
  signal?: AbortSignal,
): Promise<Response> {
  const { origin } = destination;
  return new Promise((resolve, reject) => {
    const outgoing = connections.open('own', destination, {
      method: 'GET',
      path,
      headers: { ...headers },
      signal,
    });
    const timer = setTimeout(() => {
      reject(errorOfTimeout(origin, connectMs));
      outgoing.destroy();
    }, connectMs);
    outgoing.on('socket', (socket) => {
      const connected = () => {
        clearTimeout(timer);
      };
      if (!socket.connecting) connected();
      else socket.once(destination.secure ? 'secureConnect' : 'connect', connected);
    });
    outgoing.on('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode === 200) return;
      reject(errorOfProxy(statusCode));
      outgoing.destroy();
    });
    outgoing.on('error', (error) => {
      clearTimeout(timer);
      reject(signal?.aborted === true ? abortErrorOf(signal) : errorOfConnection(error, origin));
    });
    outgoing.on('response', (message) => {
      const parts = { status: message.statusCode ?? 0, headers: new ReceivedHeaders(message.headers) };
      resolve(responseOf(parts, Readable.toWeb(message) as ReadableStream<Uint8Array>));
    });
    outgoing.end();
  });
}
