import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { errorOfConnection, errorOfSize, errorOfTimeout } from './error-of-connection';
import { ThreeCxError } from '../errors';
import type { RequestLimits, TlsSettings, Transport, Upload, UploadEnd } from './transport';

export interface NodeTransportOptions {
  /** Accept any certificate, on this transport alone. Default false. */
  readonly allowUnauthorizedCerts?: boolean;
  /** PEM of an authority to trust besides the built-in ones. */
  readonly caCertificate?: string;
  /** Connections kept for short requests. Default 5. */
  readonly connectionPoolSize?: number;
  /** Milliseconds for a short request. Default 15 000. */
  readonly requestTimeoutMs?: number;
}

const MAX_BYTES = 64 * 1024 * 1024;
const NO_BODY = new Set([204, 205, 304]);

function toResponse(
  message: http.IncomingMessage,
  body: ConstructorParameters<typeof Response>[0],
): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  }
  const status = message.statusCode ?? 500;
  return new Response(NO_BODY.has(status) ? null : body, { status, headers });
}

/**
 * HTTP over Node's own client: one pool per transport, certificate settings per
 * transport (the global `fetch` takes neither), connections apart for streams and
 * blocking actions.
 */
export function createNodeTransport(options: NodeTransportOptions = {}): Transport {
  const timeoutByDefault = options.requestTimeoutMs ?? 15_000;
  const tls: TlsSettings = {
    rejectUnauthorized: options.allowUnauthorizedCerts !== true,
    ...(options.caCertificate === undefined ? {} : { ca: [...rootCertificates, options.caCertificate] }),
  };
  const pool = { keepAlive: true, maxSockets: options.connectionPoolSize ?? 5 };
  const agents = {
    short: { http: new http.Agent(pool), https: new https.Agent({ ...pool, ...tls }) },
    own: { http: new http.Agent({ keepAlive: false }), https: new https.Agent({ keepAlive: false, ...tls }) },
  };

  const open = (
    method: string,
    url: string,
    headers: Record<string, string>,
    own: boolean,
    signal?: AbortSignal,
  ) => {
    const agent = own ? agents.own : agents.short;
    const common = { method, headers, ...(signal === undefined ? {} : { signal }) };
    return url.startsWith('https:')
      ? https.request(url, { ...common, agent: agent.https })
      : http.request(url, { ...common, agent: agent.http });
  };

  async function fetchOnce(request: Request, limits: RequestLimits): Promise<Response> {
    const { origin } = new URL(request.url);
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    const headers = Object.fromEntries(request.headers);
    if (body !== undefined) headers['content-length'] = String(body.byteLength);
    const timeoutMs = limits.timeoutMs ?? timeoutByDefault;
    const maxBytes = limits.maxBytes ?? MAX_BYTES;
    return new Promise<Response>((resolve, reject) => {
      const outgoing = open(
        request.method,
        request.url,
        headers,
        limits.ownConnection === true,
        request.signal,
      );
      const timer = setTimeout(() => outgoing.destroy(errorOfTimeout(origin, timeoutMs)), timeoutMs);
      const fail = (error: Error) => {
        clearTimeout(timer);
        if (request.signal.aborted) reject(error);
        else reject(error instanceof ThreeCxError ? error : errorOfConnection(error, origin));
      };
      outgoing.on('error', fail);
      outgoing.on('response', (message) => {
        const chunks: Buffer[] = [];
        let received = 0;
        message.on('data', (chunk: Buffer) => {
          received += chunk.byteLength;
          chunks.push(chunk);
          if (received <= maxBytes) return;
          fail(errorOfSize(origin, maxBytes));
          message.destroy();
        });
        message.on('error', fail);
        message.on('end', () => {
          clearTimeout(timer);
          resolve(toResponse(message, Buffer.concat(chunks)));
        });
      });
      outgoing.end(body);
    });
  }

  return {
    tls,
    fetch: (request, limits = {}) => fetchOnce(request, limits),

    download(url, headers, signal) {
      return new Promise((resolve, reject) => {
        const outgoing = open('GET', url, { ...headers }, true, signal);
        outgoing.on('error', (error) => {
          reject(signal?.aborted === true ? error : errorOfConnection(error, new URL(url).origin));
        });
        outgoing.on('response', (message) => {
          resolve(toResponse(message, Readable.toWeb(message) as ReadableStream<Uint8Array>));
        });
        outgoing.end();
      });
    },

    upload(url, headers): Upload {
      const outgoing = open('POST', url, { ...headers, 'transfer-encoding': 'chunked' }, true);
      outgoing.setNoDelay(true);
      const closed = new Promise<UploadEnd>((resolve) => {
        outgoing.on('error', (error) => {
          resolve({ kind: 'broken', error: errorOfConnection(error, new URL(url).origin) });
        });
        outgoing.on('response', (message) => {
          const chunks: Buffer[] = [];
          const answered = () => {
            outgoing.destroy();
            resolve({ kind: 'answered', response: toResponse(message, Buffer.concat(chunks)) });
          };
          message.on('data', (chunk: Buffer) => chunks.push(chunk));
          message.on('end', answered);
          message.on('error', answered);
        });
      });
      outgoing.flushHeaders();
      return {
        closed,
        get pendingBytes() {
          return outgoing.writableLength;
        },
        write(bytes) {
          if (!outgoing.destroyed && !outgoing.writableEnded) outgoing.write(bytes);
        },
        end() {
          if (!outgoing.destroyed) outgoing.end();
        },
        abort() {
          outgoing.destroy();
        },
      };
    },

    dispose() {
      for (const lane of Object.values(agents)) for (const agent of Object.values(lane)) agent.destroy();
    },
  };
}
