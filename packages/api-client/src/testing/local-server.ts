import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Server as TcpServer } from 'node:net';

/** Host and port once it listens on this machine. */
export async function listening(server: TcpServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

export function closed(server: TcpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** A plain HTTP server whose answers a test sets, with the requests it got. */
export interface LocalServer {
  readonly origin: string;
  readonly server: Server;
  answer: RequestListener;
  close(): Promise<void>;
}

export async function startLocalServer(answer: RequestListener): Promise<LocalServer> {
  const server = createServer((request, response) => {
    local.answer(request, response);
  });
  const origin = `http://${await listening(server)}`;
  const local: LocalServer = {
    origin,
    server,
    answer,
    close() {
      server.closeAllConnections();
      return closed(server);
    },
  };
  return local;
}
