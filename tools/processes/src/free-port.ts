import { createServer } from 'node:net';

/** `preferred` when nothing listens there on the loopback interface, else a free port. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined) {
    const port = await tryToListen(preferred);
    if (port !== undefined) return port;
  }
  const port = await tryToListen(0);
  if (port === undefined) throw new Error('No port is free on 127.0.0.1');
  return port;
}

function tryToListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : undefined);
      });
    });
  });
}
