import { X509Certificate } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { urlToHttpOptions } from 'node:url';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { ConfigurationError } from '../errors';
import { IdleConnections } from './idle-connections';
import type { TlsSettings } from './transport';

export interface ConnectionSettings {
  readonly tls: TlsSettings;
  readonly poolSize: number;
  readonly proxyUrl: string | undefined;
  /** Milliseconds that a kept connection may be idle, as `IdleConnections` takes it. */
  readonly idleMs?: number | undefined;
}

/** `short`: kept alive and shared by short requests. `own`: one for this request alone. */
export type Lane = 'short' | 'own';

/** Where an origin's requests go, worked out once. */
export interface Destination {
  readonly origin: string;
  /** The `host` header. */
  readonly host: string;
  readonly secure: boolean;
  readonly address: http.RequestOptions;
}

export interface OpenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The header of that name, where it isn't among the others. */
  readonly authorization?: string | undefined;
  /** Bytes of the body, where it is known. */
  readonly contentLength?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The connections of one transport. TLS settings stay within it: nothing global is
 * touched, and the authorities are parsed once rather than for each connection.
 */
export class Connections {
  /** The way through the proxy, for sockets opened elsewhere. */
  readonly tunnel: http.Agent | undefined;
  private disposed = false;
  private readonly agents: Readonly<Record<Lane, { http: http.Agent; https: http.Agent }>>;
  private readonly idle: { readonly http: IdleConnections; readonly https: IdleConnections };
  private readonly secureContext: SecureContext | undefined;
  private readonly rejectUnauthorized: boolean;

  constructor({ tls, poolSize, proxyUrl, idleMs }: ConnectionSettings) {
    this.rejectUnauthorized = tls.rejectUnauthorized;
    this.secureContext = tls.ca === undefined ? undefined : createSecureContext({ ca: tls.ca });
    const kept = { keepAlive: true, maxSockets: poolSize };
    const single = { keepAlive: false };
    if (proxyUrl === undefined) {
      this.agents = {
        short: { http: new http.Agent(kept), https: new https.Agent(kept) },
        own: { http: new http.Agent(single), https: new https.Agent(single) },
      };
      this.idle = {
        http: new IdleConnections(this.agents.short.http, idleMs),
        https: new IdleConnections(this.agents.short.https, idleMs),
      };
      return;
    }
    const short = proxyAgentOf(proxyUrl, kept);
    const own = proxyAgentOf(proxyUrl, single);
    this.agents = { short: { http: short, https: short }, own: { http: own, https: own } };
    this.tunnel = own;
    const idle = new IdleConnections(short, idleMs);
    this.idle = { http: idle, https: idle };
  }

  destinationOf(origin: string): Destination {
    const url = new URL(origin);
    const { protocol, hostname, port } = urlToHttpOptions(url);
    const secure = protocol === 'https:';
    return {
      origin,
      host: url.host,
      secure,
      address: {
        // A tunnel has to be told what it leads to.
        ...(this.tunnel === undefined ? {} : { protocol }),
        ...(hostname == null ? {} : { host: hostname }),
        // The default port isn't in the URL, but a tunnel needs to be told it.
        port: port ?? (secure ? 443 : 80),
        ...(secure ? { rejectUnauthorized: this.rejectUnauthorized } : {}),
        ...(secure && this.secureContext !== undefined ? { secureContext: this.secureContext } : {}),
      },
    };
  }

  open(lane: Lane, { address, secure, host }: Destination, request: OpenRequest): http.ClientRequest {
    const { method, path, authorization, contentLength, signal } = request;
    const agents = this.agents[lane];
    const agent = secure ? agents.https : agents.http;
    if (lane === 'short') (secure ? this.idle.https : this.idle.http).watch();
    // As a list they are written out as they are, which saves Node a good part of its work.
    const headers = ['host', host];
    for (const name in request.headers) headers.push(name, request.headers[name] ?? '');
    if (authorization !== undefined) headers.push('authorization', authorization);
    if (contentLength !== undefined) headers.push('content-length', String(contentLength));
    const options: http.RequestOptions = { ...address, method, path, headers, agent };
    if (signal !== undefined) options.signal = signal;
    return secure ? https.request(options) : http.request(options);
  }

  get isDisposed(): boolean {
    return this.disposed;
  }

  dispose(): void {
    this.disposed = true;
    this.idle.http.dispose();
    this.idle.https.dispose();
    for (const lane of Object.values(this.agents)) for (const agent of Object.values(lane)) agent.destroy();
  }
}

/**
 * The built-in authorities and the given one.
 * @throws ConfigurationError when it can't be read: TLS itself would only ignore it
 */
export function authoritiesOf(pem: string): string[] {
  try {
    new X509Certificate(pem);
  } catch (cause) {
    throw new ConfigurationError(
      'The CA certificate can\'t be read: give it as PEM text, from "-----BEGIN CERTIFICATE-----" to "-----END CERTIFICATE-----".',
      { cause },
    );
  }
  return [...rootCertificates, pem];
}

/** Name and password of the proxy travel as a header, so that its URL can't show them. */
function proxyAgentOf(proxyUrl: string, options: http.AgentOptions): http.Agent {
  const url = URL.canParse(proxyUrl) ? new URL(proxyUrl) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    // The text isn't repeated: it may hold a password.
    throw new ConfigurationError('The proxy URL is none: write it like http://proxy.example.com:3128.');
  }
  const { username, password } = url;
  url.username = '';
  url.password = '';
  if (username === '' && password === '') return new HttpsProxyAgent(url, options);
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const headers = { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
  return new HttpsProxyAgent(url, { ...options, headers });
}
