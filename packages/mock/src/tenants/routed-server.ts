import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuseUpgrade } from '../refuse-upgrade';

/** Who answers a request: another server, as if the request had come to it, or nobody, and with what. */
export type Way = { readonly to: Server } | { readonly status: number; readonly body: object };

/** Has a server pass everything on. @returns the server. */
export function routed(server: Server, wayOf: (request: IncomingMessage) => Way): Server {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const way = wayOf(request);
    if ('to' in way) way.to.emit('request', request, response);
    else {
      response
        .writeHead(way.status, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify(way.body));
    }
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const way = wayOf(request);
    if (!('to' in way)) refuseUpgrade(socket, way.status, JSON.stringify(way.body));
    else if (!way.to.emit('upgrade', request, socket, head)) socket.destroy();
  });
  return server;
}
