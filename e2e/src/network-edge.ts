import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';

/** A request that left n8n for somebody else's service. */
export interface OutsideRequest {
  readonly method: string;
  /** Host and path, e.g. `slack.com/api/chat.postMessage`. */
  readonly address: string;
  readonly body: string;
}

const DNS_NAME = 2;

type Answer = (request: OutsideRequest) => object;

/**
 * Stands where the network of other services begins: a proxy that answers for all of them,
 * so that a workflow runs with all its steps and nothing leaves the machine.
 */
export class NetworkEdge implements AsyncDisposable {
  readonly requests: OutsideRequest[] = [];
  readonly url: string;
  /** PEM that whoever uses the edge has to trust. */
  readonly certificate: string;
  readonly #servers: readonly (Server | TlsServer)[];
  readonly #tunnels: ReadonlySet<Duplex>;

  private constructor(
    url: string,
    certificate: string,
    servers: readonly (Server | TlsServer)[],
    tunnels: ReadonlySet<Duplex>,
  ) {
    this.#tunnels = tunnels;
    this.url = url;
    this.certificate = certificate;
    this.#servers = servers;
  }

  static async open(hosts: readonly string[], answer: Answer): Promise<NetworkEdge> {
    const pems = await generate([{ name: 'commonName', value: 'network edge' }], {
      keyType: 'ec',
      curve: 'P-256',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: DNS_NAME, value })) },
      ],
    });
    const take = async (message: IncomingMessage): Promise<string> => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of message) chunks.push(Buffer.from(chunk as Uint8Array));
      const { method = '', url = '', headers } = message;
      const path = url.startsWith('http') ? new URL(url).pathname : url;
      const request = {
        method,
        address: `${headers.host ?? ''}${path}`,
        body: Buffer.concat(chunks).toString(),
      };
      edge.requests.push(request);
      return JSON.stringify(answer(request));
    };
    const respond: ConstructorParameters<typeof Server>[1] = (message, response) => {
      void take(message).then((body) => {
        response.setHeader('content-type', 'application/json').end(body);
      });
    };
    const secure = createTlsServer({ key: pems.private, cert: pems.cert }, respond);
    const plain = createServer(respond);
    // A tunnel to wherever ends here.
    const tunnels = new Set<Duplex>();
    plain.on('connect', (_request, socket, head) => {
      tunnels.add(socket);
      socket.on('close', () => tunnels.delete(socket));
      const inner = connect(portOf(secure), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        inner.write(head);
        inner.pipe(socket).pipe(inner);
      });
      inner.on('error', () => socket.destroy());
      socket.on('error', () => inner.destroy());
    });
    await Promise.all([secure, plain].map(listening));
    const edge = new NetworkEdge(
      `http://127.0.0.1:${String(portOf(plain))}`,
      pems.cert,
      [secure, plain],
      tunnels,
    );
    return edge;
  }

  /** The bodies sent to an address that begins so. */
  sentTo(address: string): string[] {
    return this.requests.filter((request) => request.address.startsWith(address)).map(({ body }) => body);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const tunnel of this.#tunnels) tunnel.destroy();
    for (const server of this.#servers) server.closeAllConnections();
    await Promise.all(
      this.#servers.map(
        (server) =>
          new Promise<void>((resolve) =>
            server.close(() => {
              resolve();
            }),
          ),
      ),
    );
  }
}

function listening(server: Server | TlsServer): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}

function portOf(server: Server | TlsServer): number {
  return (server.address() as AddressInfo).port;
}
