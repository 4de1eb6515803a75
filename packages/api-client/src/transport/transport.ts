import type { Agent } from 'node:http';
import type { PlainRequest, PlainResponse } from './plain-http';

/** One request's body, written piece by piece while the request stays open. */
export interface Upload {
  /** Hands bytes to the socket. After the upload has closed, they go nowhere. */
  write(bytes: Uint8Array): void;
  /** How many bytes wait in memory because the peer reads too slowly. */
  readonly pendingBytes: number;
  /** Settles when the connection is there, TLS included: from then on bytes leave at once. Also when it failed. */
  readonly opened: Promise<void>;
  /** Ends the body in good order. */
  end(): void;
  /** Breaks the connection off. */
  abort(): void;
  /** Settles when the request is over: with its status, or with the error that ended it. */
  readonly closed: Promise<UploadEnd>;
}

export type UploadEnd =
  | { readonly kind: 'answered'; readonly response: Response }
  | { readonly kind: 'broken'; readonly error: Error };

export interface RequestLimits {
  /** Milliseconds until one attempt's answer must be complete. */
  readonly timeoutMs?: number;
  /**
   * Milliseconds for all of it: waiting for a free connection, attempts, and the pauses
   * between them. Default: twice `timeoutMs`.
   */
  readonly totalTimeoutMs?: number;
  /** Takes a connection of its own, so that it can't hold up short requests. */
  readonly ownConnection?: boolean;
  /** Most bytes of an answer; a longer one ends in UnexpectedResponseError. Default 64 MiB. */
  readonly maxBytes?: number;
  /** What is asked, in words, for errors, logs and traces: `transferto on extension 999`. */
  readonly operation?: string;
  /**
   * Asked for the `authorization` header right before each attempt, so that no request
   * that waited goes out with a token that died meanwhile. Transports with `send` honour it.
   */
  readonly authorization?: () => string | Promise<string>;
}

/**
 * How requests reach the PBX. The default is `createNodeTransport`; tests and
 * proxies may bring their own.
 */
export interface Transport {
  /**
   * A request with an answer of moderate size.
   * @throws ConnectionFailedError, CertificateError, TimeoutError
   */
  fetch(request: Request, limits?: RequestLimits): Promise<Response>;
  /** As `fetch`, in plain data, at less cost. Without it the clients use `fetch`. */
  send?(request: PlainRequest, limits?: RequestLimits): Promise<PlainResponse>;
  /** An answer read as it arrives, without end and without a time limit. */
  download(url: string, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Response>;
  /** A chunked POST that stays open. */
  upload(url: string, headers: Readonly<Record<string, string>>, signal?: AbortSignal): Upload;
  /** TLS settings for connections opened elsewhere: the WebSocket. */
  readonly tls: TlsSettings;
  /** For connections opened elsewhere: the way through the proxy, where there is one. */
  readonly tunnel?: Agent;
  /** Closes every connection. */
  dispose(): void;
}

export interface TlsSettings {
  readonly rejectUnauthorized: boolean;
  readonly ca?: string[];
}
