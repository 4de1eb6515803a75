import { once } from 'node:events';
import { connect } from 'node:net';

/** Believes that what is read at once is the whole answer. @returns the status and the length of the body. */
export async function fetchInOneRead(
  origin: string,
  path: string,
): Promise<{ status: string; body: number }> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  const text = String((await once(socket, 'data'))[0]);
  socket.destroy();
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: /^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? '', body: body.length };
}
