import type http from 'node:http';
import { ThreeCxError } from '../errors';
import { abortErrorOf } from './aborted';
import type { Connections, Destination, Lane } from './connections';
import {
  errorOfConnection,
  errorOfProxy,
  errorOfSize,
  errorOfTimeout,
  errorOfUnsendable,
} from './error-of-connection';
import { ReceivedHeaders, type PlainRequest, type PlainResponse } from './plain-http';

export interface ExchangeLimits {
  readonly lane: Lane;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** The request in words. */
  readonly operation: string;
}

const RESET = new Set(['ECONNRESET', 'EPIPE']);
const NOTHING = Buffer.alloc(0);

/**
 * One request and its complete answer. A reading request that meets a kept connection
 * which the server was just closing goes out once more at once, over a fresh one.
 * @param path path and query
 * @param authorization the header of that name, where it isn't among the request's own
 * @throws ConnectionFailedError, CertificateError, TimeoutError, UnexpectedResponseError; AbortError
 */
export function exchange(
  connections: Connections,
  destination: Destination,
  path: string,
  request: PlainRequest,
  authorization: string | undefined,
  limits: ExchangeLimits,
): Promise<PlainResponse> {
  const { origin } = destination;
  const { method, body, signal } = request;
  const { timeoutMs, maxBytes, operation } = limits;
  const mayRepeat = method === 'GET' || method === 'HEAD';
  const contentLength = body === undefined ? undefined : Buffer.byteLength(body);

  return new Promise<PlainResponse>((resolve, reject) => {
    let outgoing: http.ClientRequest;
    const timer = setTimeout(() => {
      outgoing.destroy(errorOfTimeout(origin, timeoutMs, operation));
    }, timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      if (signal?.aborted === true) reject(abortErrorOf(signal));
      else reject(error instanceof ThreeCxError ? error : errorOfConnection(error, origin, operation));
    };

    const start = (lane: Lane) => {
      let answered = false;
      outgoing = connections.open(lane, destination, {
        method,
        path,
        headers: request.headers,
        authorization,
        contentLength,
        signal,
      });
      const mine = outgoing;
      if (connections.tunnel !== undefined) {
        mine.on('proxyConnect', ({ statusCode }: { statusCode: number }) => {
          if (statusCode !== 200) mine.destroy(errorOfProxy(statusCode, operation));
        });
      }
      mine.on('error', (error: NodeJS.ErrnoException) => {
        const closedMeanwhile = mine.reusedSocket && !answered && RESET.has(error.code ?? '');
        const over = signal?.aborted === true || connections.isDisposed;
        if (closedMeanwhile && mayRepeat && lane === 'short' && !over) start('own');
        else fail(error);
      });
      mine.on('response', (message) => {
        answered = true;
        readAll(message, maxBytes, errorOfSize, origin, fail, (bytes) => {
          clearTimeout(timer);
          resolve({
            status: message.statusCode ?? 0,
            headers: new ReceivedHeaders(message.headers),
            body: bytes,
          });
        });
      });
      mine.end(body);
    };
    try {
      start(limits.lane);
    } catch (error) {
      clearTimeout(timer);
      reject(errorOfUnsendable(error, operation));
    }
  });
}

function readAll(
  message: http.IncomingMessage,
  maxBytes: number,
  tooLong: (origin: string, maxBytes: number) => Error,
  origin: string,
  fail: (error: Error) => void,
  done: (bytes: Buffer) => void,
): void {
  let first: Buffer = NOTHING;
  let more: Buffer[] | undefined;
  let received = 0;
  message.on('data', (chunk: Buffer) => {
    if (received === 0) first = chunk;
    else (more ??= [first]).push(chunk);
    received += chunk.byteLength;
    if (received <= maxBytes) return;
    fail(tooLong(origin, maxBytes));
    message.destroy();
  });
  message.on('error', fail);
  message.on('end', () => {
    done(more === undefined ? first : Buffer.concat(more));
  });
}
