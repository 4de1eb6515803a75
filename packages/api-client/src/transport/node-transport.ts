import type { CircuitBreakerSettings } from './circuit-breaker';
import { authoritiesOf, Connections } from './connections';
import { openDownload } from './download';
import { exchange } from './exchange';
import type { ObservationOptions } from './observation';
import { plainRequestOf, responseOf } from './plain-http';
import { ResilientSender } from './resilient-send';
import type { TlsSettings, Transport } from './transport';
import { openUpload } from './upload';
import type { RetrySettings } from './when-to-repeat';

export interface NodeTransportOptions extends ObservationOptions {
  /** Accept any certificate, on this transport alone. Default false. */
  readonly allowUnauthorizedCerts?: boolean;
  /** PEM of an authority to trust besides the built-in ones. */
  readonly caCertificate?: string;
  /** `http://` or `https://` URL of a proxy to tunnel through; may hold user name and password. */
  readonly proxyUrl?: string;
  /** Connections kept for short requests to one PBX. Default 5. */
  readonly connectionPoolSize?: number;
  /** Milliseconds for one attempt at a short request. Default 15 000. */
  readonly requestTimeoutMs?: number;
  /** Milliseconds that a kept connection may be idle; it is dropped within twice that. Default 30 000. */
  readonly idleConnectionMs?: number;
  readonly retry?: RetrySettings;
  /** `false` turns it off. */
  readonly circuitBreaker?: CircuitBreakerSettings | false;
}

/**
 * HTTP over Node's own client: one pool per transport, certificate settings and proxy
 * per transport (the global `fetch` takes neither), connections apart for streams and
 * blocking actions.
 * @throws ConfigurationError for a CA certificate or proxy URL that can't be read
 */
export function createNodeTransport(options: NodeTransportOptions = {}): Transport {
  const requestTimeoutMs = options.requestTimeoutMs ?? 15_000;
  const connectionPoolSize = options.connectionPoolSize ?? 5;
  const tls: TlsSettings = {
    rejectUnauthorized: options.allowUnauthorizedCerts !== true,
    ...(options.caCertificate === undefined ? {} : { ca: authoritiesOf(options.caCertificate) }),
  };
  const connections = new Connections({
    tls,
    poolSize: connectionPoolSize,
    proxyUrl: options.proxyUrl,
    idleMs: options.idleConnectionMs,
  });
  const sender = new ResilientSender({
    ...options,
    connectionPoolSize,
    requestTimeoutMs,
    retry: options.retry ?? {},
    circuitBreaker: options.circuitBreaker ?? {},
    destinationOf: (origin) => connections.destinationOf(origin),
    exchange: (destination, path, request, authorization, limits) =>
      exchange(connections, destination, path, request, authorization, limits),
    now: () => performance.now(),
  });

  return {
    tls,
    ...(connections.tunnel === undefined ? {} : { tunnel: connections.tunnel }),
    send: (request, limits) => sender.send(request, limits),
    async fetch(request, limits) {
      const response = await sender.send(await plainRequestOf(request), limits);
      return responseOf(response, response.body);
    },
    download(url, headers, signal) {
      const { origin, pathname, search } = new URL(url);
      return openDownload(
        connections,
        connections.destinationOf(origin),
        pathname + search,
        headers,
        requestTimeoutMs,
        signal,
      );
    },
    upload(url, headers, signal) {
      const { origin, pathname, search } = new URL(url);
      return openUpload(connections, connections.destinationOf(origin), pathname + search, headers, signal);
    },
    dispose() {
      sender.dispose();
      connections.dispose();
    },
  };
}
