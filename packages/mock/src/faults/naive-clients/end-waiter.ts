import { connect } from 'node:net';

/**
 * Believes that an answer is complete when the connection ends, and that one which hasn't ended a
 * while after the last byte was cut off.
 */
export function fetchUntilEnd(
  origin: string,
  path: string,
  patienceMs: number,
): Promise<'complete' | 'cut off'> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const done = (belief: 'complete' | 'cut off') => (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(belief);
    };
    socket.on('data', () => {
      clearTimeout(timer);
      timer = setTimeout(done('cut off'), patienceMs);
    });
    socket.once('end', done('complete'));
  });
}
