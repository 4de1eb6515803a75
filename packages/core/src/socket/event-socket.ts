import {
  AuthenticationError,
  ConnectionFailedError,
  errorOfConnection,
  errorOfResponse,
  PermissionError,
  ThreeCxError,
  type TlsSettings,
  type Transport,
} from '@org/3cx-api-client';
import { WebSocket } from 'ws';
import type { Clock, Timer } from '../clock';
import { meaningOfClose } from './close-codes';

/** An open event socket. It is over when `onClosed` has been called, once. */
export interface EventSocket {
  close(): void;
}

export interface EventSocketHandlers {
  onMessage(text: string): void;
  /** `code` is the WebSocket close code, where the end came from the other side. */
  onClosed(reason: string, code?: number): void;
}

export type OpenEventSocket = (token: string, handlers: EventSocketHandlers) => Promise<EventSocket>;

/** Larger messages end the connection (close code 1009). Real ones are a few hundred bytes. */
const MAX_MESSAGE_BYTES = 1024 * 1024;
const HANDSHAKE_TIMEOUT_MS = 10_000;
/** A ping every 4 s that must be answered before the next one: a dead socket is noticed within 8 s. */
const PING_EVERY_MS = 4_000;

/**
 * Opens WebSockets to one PBX. The promise rejects with the typed error of the
 * refused upgrade: AuthenticationError (401), PermissionError (403),
 * RateLimitError, ServerError, ConnectionFailedError, CertificateError.
 */
export function eventSocketsOf(
  serverUrl: string,
  tls: TlsSettings,
  clock: Clock,
  tunnel?: Transport['tunnel'],
): OpenEventSocket {
  const url = `${serverUrl.replace(/^http/, 'ws')}/callcontrol/ws`;

  return (token, handlers) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(url, {
        ...tls,
        ...(tunnel === undefined ? {} : { agent: tunnel }),
        headers: { authorization: `Bearer ${token}` },
        handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
        maxPayload: MAX_MESSAGE_BYTES,
        followRedirects: false,
      });
      let liveness: Timer | undefined;
      let reason = '';

      const expectPong = () => {
        let answered = false;
        socket.once('pong', () => {
          answered = true;
        });
        socket.ping();
        liveness = clock.after(PING_EVERY_MS, () => {
          if (answered) {
            expectPong();
            return;
          }
          reason = 'no answer to a ping';
          socket.terminate();
        });
      };

      socket.on('open', () => {
        expectPong();
        resolve({
          close() {
            reason = 'closed by us';
            liveness?.cancel();
            socket.terminate();
          },
        });
      });
      socket.on('message', (data, isBinary) => {
        if (!isBinary && Buffer.isBuffer(data)) handlers.onMessage(data.toString('utf8'));
      });
      socket.on('unexpected-response', (request, answer) => {
        request.destroy();
        const response = new Response(null, {
          status: answer.statusCode ?? 500,
          headers:
            answer.headers['retry-after'] === undefined
              ? {}
              : { 'retry-after': answer.headers['retry-after'] },
        });
        reject(errorOfResponse(response, undefined, 'the event socket'));
      });
      socket.on('error', (error) => {
        reason ||= error.message;
        reject(error instanceof ThreeCxError ? error : errorOfConnection(error, serverUrl));
      });
      socket.on('close', (code, text) => {
        liveness?.cancel();
        const ours = reason !== '';
        const words = reason || text.toString('utf8') || meaningOfClose(code).text;
        reject(new ConnectionFailedError(`The event socket was closed before it opened: ${words}.`));
        if (ours) handlers.onClosed(words);
        else handlers.onClosed(words, code);
      });
    });
}

/**
 * Whether the PBX refused us for good, so that trying again later can't help. A sign-in
 * that another program keeps ending is not: that program may stop.
 */
export function isFinal(error: unknown): error is AuthenticationError | PermissionError {
  return (error instanceof AuthenticationError && !error.retryable) || error instanceof PermissionError;
}
