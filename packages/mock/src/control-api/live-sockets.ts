import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { MockContext } from '../mock-context';
import type { Call } from '../switch/call';
import { listenIn } from './live-heard';
import { LiveLog, startAfter } from './live-log';
import type { LiveMessage } from './live-log';
import { LiveSpeech } from './live-speech';

const longestMessageBytes = 1_000_000;
/** More than this on its way to a reader and it counts as slow: a second of audio is 16,000 bytes. */
const slowReaderBytes = 320_000;
/** Our own close codes, after the HTTP status each stands for. */
const noSuchCall = 4404;
const callEnded = 4409;
const replaced = 4410;

/**
 * The WebSockets of the control API: `/live`, `/calls/:id/heard/live` and
 * `/calls/:id/speak/live`. Pages of other origins are refused.
 */
export class LiveSockets {
  /** Another one each time the mock starts. */
  readonly mock = randomUUID();
  readonly #context: MockContext;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: longestMessageBytes });
  readonly #speakers = new WeakMap<Call, WebSocket>();

  constructor(server: Server, context: MockContext) {
    this.#context = context;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#upgrade(request, socket, head);
    });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, id, what] = /^\/calls\/(\d+)\/(heard|speak)\/live$/.exec(pathname) ?? [];
    const refusal = isForeign(request) ? 403 : pathname !== '/live' && id === undefined ? 404 : undefined;
    if (refusal !== undefined) {
      refuse(socket, refusal);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => undefined);
      if (id === undefined) this.#log(webSocket, searchParams);
      else this.#call(webSocket, Number(id), what === 'heard', searchParams);
    });
  }

  #log(socket: WebSocket, query: URLSearchParams): void {
    const { trace } = this.#context;
    const reader = {
      get full() {
        return socket.bufferedAmount > slowReaderBytes;
      },
      send: (message: LiveMessage) => {
        socket.send(JSON.stringify(message), () => {
          if (message.type === 'entry') log.flush();
        });
      },
    };
    const after = startAfter(trace, wholeNumber(query.get('after')), wholeNumber(query.get('last')) ?? 0);
    const log = new LiveLog(trace, this.mock, reader, after);
    socket.on('close', () => {
      log.stop();
    });
  }

  #call(socket: WebSocket, id: number, hear: boolean, query: URLSearchParams): void {
    const call = this.#context.exchange.register.call(id);
    if (!call) {
      socket.close(noSuchCall, `There is no call ${id}.`);
    } else if (call.ending) {
      socket.close(callEnded, `Call ${id} has ended.`);
    } else if (hear) {
      this.#heard(socket, call, wholeNumber(query.get('fromMs')));
    } else {
      this.#speak(socket, call);
    }
  }

  #heard(socket: WebSocket, call: Call, fromMs: number | undefined): void {
    const ear = listenIn(call, this.#context, fromMs);
    socket.send(JSON.stringify({ format: 's16le', sampleRate: 8000, fromSample: ear.fromSample }));
    const stop = ear.start({
      get full() {
        return socket.bufferedAmount > slowReaderBytes;
      },
      heard: (pcm) => {
        socket.send(pcm);
      },
      skipped: (samples) => {
        socket.send(JSON.stringify({ skippedSamples: samples }));
      },
      ended: () => {
        socket.close(1000, 'The call has ended.');
      },
    });
    socket.on('close', stop);
  }

  #speak(socket: WebSocket, call: Call): void {
    this.#speakers.get(call)?.close(replaced, 'Someone else speaks in this call now.');
    this.#speakers.set(call, socket);
    const speech = new LiveSpeech(call, this.#context.now);
    socket.send(JSON.stringify({ format: 's16le', sampleRate: 8000 }));
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) speech.say(data);
    });
    const stopListening = this.#context.exchange.listeners.add({
      callChanged: (changed) => {
        if (changed === call && call.ending) socket.close(1000, 'The call has ended.');
      },
    });
    socket.on('close', () => {
      stopListening();
      if (this.#speakers.get(call) === socket) this.#speakers.delete(call);
    });
  }
}

/** Whether a page that another server has sent asks. Programs send no origin. */
function isForeign({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return false;
  const origin = URL.canParse(headers.origin) ? new URL(headers.origin).host : '';
  return origin !== headers.host;
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function refuse(socket: Duplex, status: number): void {
  socket.on('error', () => undefined);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
