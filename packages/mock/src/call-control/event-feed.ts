import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { EventDelivery } from '../faults/event-delivery';
import type { MockContext } from '../mock-context';
import type { Leg } from '../switch/leg';
import type { Dn } from '../switch/party';
import { unauthorizedBody } from '../tokens/bearer';
import { notAllowed } from './call-control-result';
import type { Client, Clients } from './clients';
import { EventSocket, eventType } from './event-socket';
import type { SocketEvent } from './event-socket';
import { participantJson } from './participant-json';
import { answerSocketRequest } from './socket-request';
import { UpsetRepetition } from './upset-repetition';

const path = '/callcontrol/ws';
const longestMessageBytes = 65_536;

/** `GET /callcontrol/ws`: every change on a granted number, to every connected client (3CX facts 7). */
export class EventFeed {
  readonly #context: MockContext;
  readonly #clients: Clients;
  readonly #clientOf = new Map<EventSocket, Client>();
  readonly #lastSequences = new Map<string, number>();
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: longestMessageBytes });
  readonly #sockets = new Set<EventSocket>();
  readonly #repetition: UpsetRepetition;
  readonly #delivery: EventDelivery;

  constructor(server: Server, context: MockContext, clients: Clients) {
    this.#context = context;
    this.#clients = clients;
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
      promptFinished: (leg) => {
        if (context.settings.promptPlaybackFinished) this.#send(leg, eventType.promptPlaybackFinished, null);
      },
      deviceChanged: (dn, deviceId, present) => {
        if (context.settings.deviceEvents) this.#tellOfDevice(dn, deviceId, present);
      },
    });
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.#upgrade(request, socket, head);
    });
  }

  /** Cuts the sockets of one client. */
  cut(clientId: string): void {
    for (const [socket, { access }] of this.#clientOf) if (access.clientId === clientId) socket.cut();
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
    if (!this.#clients.anyMaySee(leg.dn)) return;
    const entity = `/callcontrol/${leg.dn.number}/participants/${leg.id}`;
    this.#context.trace.add('event', { type, entity, status: leg.status });
    this.#delivery.deliver(this.#watching(leg, type), {
      event_type: type,
      entity,
      attached_data: attachedData,
    });
  }

  /** The sockets of those who may see this leg; keys and prompts are for the owner of the route point alone. */
  #watching(leg: Leg, type: SocketEvent['event_type']): readonly EventSocket[] {
    const isPrivate = type === eventType.dtmf || type === eventType.promptPlaybackFinished;
    return [...this.#sockets].filter((socket) => {
      const access = this.#clientOf.get(socket)?.access;
      return access?.allowed === true && (isPrivate ? access.isOwn(leg) : access.isGranted(leg.dn));
    });
  }

  #tellOfDevice(dn: Dn, deviceId: string, present: boolean): void {
    const entity = `/callcontrol/${dn.number}/devices/${encodeURIComponent(deviceId)}`;
    const event_type = present ? eventType.upset : eventType.remove;
    for (const [socket, { access }] of this.#clientOf) {
      if (access.isGranted(dn)) socket.send({ event_type, entity, attached_data: null });
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const client = this.#clients.signedIn(request.headers.authorization);
    const wrongPath = request.url?.split('?')[0] !== path;
    const refusal = wrongPath ? 404 : this.#context.faults.takeUpgradeRefusal();
    if (refusal !== undefined) this.#refuse(socket, refusal, undefined);
    else if (!client) this.#refuse(socket, 401, unauthorizedBody);
    else if (!client.access.allowed) this.#refuse(socket, 403, notAllowed.body);
    else {
      this.#server.handleUpgrade(request, socket, head, (webSocket) => {
        this.#adopt(this.#socketOf(client, webSocket), webSocket, client);
      });
    }
  }

  #refuse(socket: Duplex, status: number, body: object | string | undefined): void {
    this.#context.metrics.count('GET', path, status);
    this.#context.trace.add('socket', { refused: status });
    const text = body ? JSON.stringify(body) : '';
    socket.on('error', () => undefined);
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\nConnection: close\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
  }

  #socketOf({ access }: Client, webSocket: WebSocket): EventSocket {
    const continues = this.#context.settings.sequenceNumbers === 'continuing';
    return new EventSocket(webSocket, continues ? this.#lastSequences.get(access.clientId) : 0);
  }

  #adopt(socket: EventSocket, webSocket: WebSocket, client: Client): void {
    const { metrics, trace } = this.#context;
    this.#sockets.add(socket);
    this.#delivery.opened(socket);
    this.#clientOf.set(socket, client);
    metrics.count('GET', path, 101);
    metrics.socketsOpened += 1;
    metrics.openSockets += 1;
    trace.add('socket', { open: true });
    webSocket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return;
      const { socketResponseKeys } = this.#context.settings;
      void answerSocketRequest(client.callControl, data.toString(), socketResponseKeys).then((response) => {
        if (response) socket.send(response);
      });
    });
    webSocket.on('error', () => undefined);
    webSocket.on('close', () => {
      this.#sockets.delete(socket);
      this.#clientOf.delete(socket);
      this.#lastSequences.set(client.access.clientId, socket.lastSequence);
      metrics.openSockets -= 1;
      trace.add('socket', { open: false });
    });
  }
}
