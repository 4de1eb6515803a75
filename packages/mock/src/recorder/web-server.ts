import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { makeCertificate } from '../certificate';
import { trackSockets } from '../open-sockets';

export interface WebServerOptions {
  /** Address to listen on. Default `127.0.0.1`. */
  readonly host?: string | undefined;
  /** 0 (default) takes a free one. */
  readonly port?: number | undefined;
  /** HTTPS and WSS with a certificate made at start, or plain (default). */
  readonly tls?: boolean | undefined;
}

export interface WebServer {
  readonly server: Server;
  readonly url: string;
  readonly certificate: string | undefined;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
}

/** A web server that is listening. @throws the system error (`EADDRINUSE`…) when the port can't be had. */
export async function startWebServer(
  { host = '127.0.0.1', port = 0, tls = false }: WebServerOptions,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<WebServer> {
  const certificate = tls ? await makeCertificate() : undefined;
  // A POST stream lasts as long as its call.
  const options = { requestTimeout: 0 };
  const server = certificate
    ? createSecureServer({ ...options, ...certificate }, handle)
    : createServer(options, handle);
  const sockets = trackSockets(server);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return {
    server,
    url: `${tls ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${bound}`,
    certificate: certificate?.cert,
    async close() {
      sockets.cut();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
}
