import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { EventDelivery } from '../faults/event-delivery';
import type { MockContext } from '../mock-context';
import type { Leg } from '../switch/leg';
import { activeToken, unauthorizedBody } from '../tokens/bearer';
import type { Access } from './access';
import type { CallControl } from './call-control';
import { EventSocket, eventType } from './event-socket';
import type { SocketEvent } from './event-socket';
import { participantJson } from './participant-json';
import { answerSocketRequest } from './socket-request';
import { UpsetRepetition } from './upset-repetition';

const path = '/callcontrol/ws';
const longestMessageBytes = 65_536;

/** `GET /callcontrol/ws`: every change on a granted number, to every connected client (3CX facts 7). */
export class EventFeed {
  readonly #callControl: CallControl;
  readonly #context: MockContext;
  readonly #access: Access;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: longestMessageBytes });
  readonly #sockets = new Set<EventSocket>();
  readonly #repetition: UpsetRepetition;
  readonly #delivery: EventDelivery;

  constructor(server: Server, context: MockContext, access: Access, callControl: CallControl) {
    this.#callControl = callControl;
    this.#context = context;
    this.#access = access;
    this.#delivery = new EventDelivery(context);
    this.#repetition = new UpsetRepetition(context.timers, context.settings.upsetRepetitionMs, (leg) => {
      this.#upset(leg);
    });
    context.exchange.listeners.add({
      legChanged: (leg) => {
        this.#upset(leg);
        this.#repetition.changed(leg);
      },
      legRemoved: (leg) => {
        this.#repetition.removed(leg);
        this.#send(leg, eventType.remove, null);
      },
      keysPressed: (leg, keys) => {
        this.#send(leg, eventType.dtmf, { dtmf_input: keys });
      },
    });
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#upgrade(request, socket, head);
    });
  }

  cutAll(): void {
    for (const socket of this.#sockets) socket.cut();
  }

  closeAll(code: number): void {
    for (const socket of this.#sockets) socket.close(code);
  }

  /** Tells of a participant of the route point that never was. */
  tellOfGhost(): void {
    this.#delivery.tellOfGhost(this.#sockets);
  }

  playDead(): void {
    for (const socket of this.#sockets) socket.playDead();
  }

  #upset(leg: Leg): void {
    const { attachedDataOnUpset, presentDid } = this.#context.settings;
    this.#send(leg, eventType.upset, attachedDataOnUpset ? participantJson(leg, presentDid) : null);
  }

  #send(leg: Leg, type: SocketEvent['event_type'], attachedData: object | null): void {
    if (!this.#access.isGranted(leg.dn)) return;
    const entity = `/callcontrol/${leg.dn.number}/participants/${leg.id}`;
    this.#context.trace.add('event', { type, entity, status: leg.status });
    this.#delivery.deliver(this.#sockets, { event_type: type, entity, attached_data: attachedData });
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const token = activeToken(request.headers.authorization, this.#context);
    const wrongPath = request.url?.split('?')[0] !== path;
    const refusal = wrongPath ? 404 : this.#context.faults.takeUpgradeRefusal();
    if (refusal !== undefined) this.#refuse(socket, refusal, undefined);
    else if (token === undefined) this.#refuse(socket, 401, unauthorizedBody);
    else {
      this.#server.handleUpgrade(request, socket, head, (webSocket) => {
        this.#adopt(new EventSocket(webSocket), webSocket);
      });
    }
  }

  #refuse(socket: Duplex, status: number, body: object | undefined): void {
    this.#context.metrics.count('GET', path, status);
    this.#context.trace.add('socket', { refused: status });
    const text = body ? JSON.stringify(body) : '';
    socket.on('error', () => undefined);
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\nConnection: close\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
  }

  #adopt(socket: EventSocket, webSocket: WebSocket): void {
    const { metrics, trace } = this.#context;
    this.#sockets.add(socket);
    this.#delivery.opened(socket);
    metrics.count('GET', path, 101);
    metrics.socketsOpened += 1;
    metrics.openSockets += 1;
    trace.add('socket', { open: true });
    webSocket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return;
      void answerSocketRequest(this.#callControl, data.toString()).then((response) => {
        if (response) socket.send(response);
      });
    });
    webSocket.on('error', () => undefined);
    webSocket.on('close', () => {
      this.#sockets.delete(socket);
      metrics.openSockets -= 1;
      trace.add('socket', { open: false });
    });
  }
}
