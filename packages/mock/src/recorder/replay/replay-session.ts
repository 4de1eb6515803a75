import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { EntryOf, SessionEntry } from '../session-entry';
import { refuseUpgrade } from '../../refuse-upgrade';
import { replayedBytes, replayedContent, requestIdOf, withRequestIds } from './replay-content';
import { ReplayScript } from './replay-script';
import type { ClientEntry, ServerEntry } from './replay-script';

export interface ReplayPace {
  /**
   * How long what the client did in the recording is waited for while it is connected, milliseconds;
   * then the replay goes on without it. Default 2000.
   */
  readonly patienceMs?: number | undefined;
  /** 1 keeps the time between what the server did as it was, 10 is ten times as fast. Default: without pauses. */
  readonly speed?: number | undefined;
}

interface Pending {
  readonly response?: ServerResponse;
  readonly upgrade?: { readonly request: IncomingMessage; readonly socket: Duplex; readonly head: Buffer };
}

const defaultPatienceMs = 2000;
const token = 'replayed-token';

/** Plays the server of a recorded session for a client, in the recorded order. */
export class ReplaySession {
  readonly #script: ReplayScript;
  readonly #patienceMs: number;
  readonly #speed: number;
  readonly #webSockets = new WebSocketServer({ noServer: true });
  readonly #pending = new Map<number, Pending>();
  readonly #sockets = new Map<number, WebSocket>();
  readonly #requestIds = new Map<string | number, string | number>();
  readonly unknownRequests: string[] = [];
  readonly missing: string[] = [];
  readonly finished: Promise<void>;
  #finish = (): void => undefined;
  #timer: NodeJS.Timeout | undefined;
  #clockMs = 0;
  #isPausing = false;
  #isOver = false;
  origin = '';

  constructor(
    entries: readonly SessionEntry[],
    { patienceMs = defaultPatienceMs, speed = Infinity }: ReplayPace,
  ) {
    this.#script = new ReplayScript(entries);
    this.#patienceMs = patienceMs;
    this.#speed = speed;
    this.finished = new Promise((resolve) => (this.#finish = resolve));
  }

  request(request: IncomingMessage, response: ServerResponse): void {
    const method = request.method ?? 'GET';
    const path = request.url ?? '/';
    const recorded = this.#script.request(method, path);
    if (recorded) {
      this.#pending.set(recorded.id, { response });
      response.once('close', () => this.#pending.delete(recorded.id));
      request.resume();
      request.once('end', () => {
        this.#script.end(recorded.id);
        this.#goOn();
      });
      this.#goOn();
      return;
    }
    request.resume();
    const late = this.#script.lateAnswer(method, path);
    if (late) this.#respond(response, late);
    else {
      this.unknownRequests.push(`${method} ${path}`);
      response.writeHead(501, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          error: 'not_recorded',
          error_description: `The recording has no answer to ${method} ${path}: record a session that asks it.`,
        }),
      );
    }
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => undefined);
    const path = request.url ?? '/';
    const upgrade = { request, socket, head };
    const recorded = this.#script.socket(path);
    const late = recorded ? undefined : this.#script.lateSocket(path);
    if (recorded) this.#pending.set(recorded.id, { upgrade });
    else if (late) this.#open(late.id, upgrade);
    else {
      this.unknownRequests.push(`upgrade ${path}`);
      refuseUpgrade(socket, 503, '');
    }
    this.#goOn();
  }

  dispose(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    for (const socket of this.#sockets.values()) socket.terminate();
  }

  /** Does all that can be done now. */
  #goOn(): void {
    if (this.#isPausing) return;
    clearTimeout(this.#timer);
    while (!this.#isOver) {
      const next = this.#script.next();
      if (next.kind === 'over') {
        this.#finish();
        return;
      }
      if (next.kind === 'await') {
        this.#await(next.entry);
        return;
      }
      const pauseMs = (next.entry.t - this.#clockMs) / this.#speed;
      this.#clockMs = next.entry.t;
      if (pauseMs < 1) {
        this.#do(next.entry);
        continue;
      }
      this.#isPausing = true;
      this.#timer = setTimeout(() => {
        this.#isPausing = false;
        this.#do(next.entry);
        this.#goOn();
      }, pauseMs);
      return;
    }
  }

  get #isConnected(): boolean {
    return this.#pending.size > 0 || this.#sockets.size > 0;
  }

  /** A client that isn't there has all the time in the world; one that waits for the server has not. */
  #await(entry: ClientEntry): void {
    if (!this.#isConnected) return;
    this.#timer = setTimeout(() => {
      if (!this.#isConnected) return;
      this.missing.push(entry.kind === 'request' ? `${entry.method} ${entry.path}` : entry.kind);
      this.#script.skip();
      this.#goOn();
    }, this.#patienceMs);
  }

  #do(entry: ServerEntry): void {
    const { response, upgrade } = this.#pending.get(entry.id) ?? {};
    if (upgrade) this.#pending.delete(entry.id);
    switch (entry.kind) {
      case 'response':
        if (response) this.#respond(response, entry);
        break;
      case 'audio':
        response?.write(replayedBytes(entry.bytes, entry.base64));
        break;
      case 'end':
        if (entry.how === 'complete') response?.end();
        else response?.socket?.destroySoon();
        break;
      case 'failure':
        response?.destroy();
        upgrade?.socket.destroy();
        break;
      case 'socket-open':
        if (upgrade) this.#open(entry.id, upgrade);
        break;
      case 'socket-refused':
        if (upgrade) refuseUpgrade(upgrade.socket, entry.status, this.#text(entry.body));
        break;
      case 'frame':
        this.#sendFrame(entry);
        break;
      case 'socket-closed':
        this.#closeSocket(entry);
        break;
    }
  }

  #respond(response: ServerResponse, { status, headers, body, isStreamed }: EntryOf<'response'>): void {
    const plain = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replaceAll('{origin}', this.origin)]),
    );
    if (isStreamed === true) {
      response.writeHead(status, plain);
      response.flushHeaders();
      return;
    }
    const bytes = replayedContent(body, this.origin, token);
    response.writeHead(status, { ...plain, 'content-length': bytes.length }).end(bytes);
  }

  #open(id: number, { request, socket, head }: NonNullable<Pending['upgrade']>): void {
    if (socket.destroyed) return;
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.#sockets.set(id, webSocket);
      webSocket.on('error', () => undefined);
      webSocket.once('close', () => this.#sockets.delete(id));
      webSocket.on('message', (data: Buffer) => {
        const recorded = this.#script.frame(id);
        if (recorded && 'json' in recorded.content) {
          const actual = requestIdOf(parsedJson(data.toString()));
          const before = requestIdOf(recorded.content.json);
          if (actual !== undefined && before !== undefined) this.#requestIds.set(before, actual);
        }
        this.#goOn();
      });
    });
  }

  #sendFrame({ id, content }: EntryOf<'frame'>): void {
    const socket = this.#sockets.get(id);
    if (socket?.readyState !== socket?.OPEN) return;
    if ('bytes' in content) {
      socket?.send(replayedBytes(content.bytes, content.base64), { binary: true });
      return;
    }
    socket?.send(
      this.#text('json' in content ? { json: withRequestIds(content.json, this.#requestIds) } : content),
    );
  }

  #closeSocket({ id, code }: EntryOf<'socket-closed'>): void {
    const socket = this.#sockets.get(id);
    if (code === 1006) socket?.terminate();
    else if (code === 1005) socket?.close();
    else socket?.close(code);
  }

  #text(content: Parameters<typeof replayedContent>[0]): string {
    return replayedContent(content, this.origin, token).toString();
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
