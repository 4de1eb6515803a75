import type { EventSocket, SocketEvent } from '../call-control/event-socket';
import { eventType } from '../call-control/event-socket';
import type { MockContext } from '../mock-context';
import type { EventKind } from './fault-board';

/** An event that is being overtaken. */
interface Held {
  left: number;
  readonly release: () => void;
}

/** What the faults make of one event; the same for every socket. */
interface Fate {
  readonly lost: boolean;
  readonly garbled: boolean;
  readonly copies: number;
  readonly delayMs: number;
  /** By how many events it is overtaken, and how long it waits for them at most. */
  readonly held: { readonly by: number; readonly holdMs: number } | undefined;
}

/** Brings events to the event sockets, the way the faults in force want it. */
export class EventDelivery {
  readonly #context: MockContext;
  readonly #held = new WeakMap<EventSocket, Held[]>();
  /** Sockets that are to go dead, and after how many more events. */
  readonly #dying = new WeakMap<EventSocket, number>();
  #opened = 0;

  constructor(context: MockContext) {
    this.#context = context;
  }

  /** A socket has been opened. */
  opened(socket: EventSocket): void {
    this.#opened += 1;
    const fault = this.#context.faults.strikes('halfOpenSockets', `socket ${this.#opened}`);
    if (!fault) return;
    if (fault.afterEvents === 0) socket.playDead();
    else this.#dying.set(socket, fault.afterEvents);
  }

  deliver(sockets: Iterable<EventSocket>, event: SocketEvent): void {
    const { faults, metrics } = this.#context;
    const kind = kindOf(event);
    const subject = `${kind} ${event.entity}`;
    if (kind === 'remove' && faults.strikes('loseRemoves', subject)) return;
    const fate = this.#fateOf(kind, subject);
    for (const socket of sockets) {
      for (let copy = 0; copy < fate.copies; copy += 1) {
        this.#bring(socket, event, fate);
        metrics.eventsSent += 1;
      }
    }
    const ghost = faults.strikesEvent('ghostParticipant', kind, subject);
    if (ghost) this.tellOfGhost(sockets, ghost.removed);
    if (faults.strikesEvent('dropSockets', kind, subject)) for (const socket of sockets) socket.cut();
  }

  /** Tells of a participant of the route point that never was. */
  tellOfGhost(sockets: Iterable<EventSocket>, removed = true): void {
    const { directory, faults } = this.#context;
    const entity = `/callcontrol/${directory.routePoint.number}/participants/${faults.nextGhostId()}`;
    const types = removed ? [eventType.upset, eventType.remove] : [eventType.upset];
    for (const event_type of types) {
      for (const socket of sockets) socket.send({ event_type, entity, attached_data: null });
    }
  }

  #fateOf(kind: EventKind, subject: string): Fate {
    const { faults } = this.#context;
    const delay = faults.strikesEvent('delayEvents', kind, subject);
    const overtaken = faults.strikesEvent('reorderEvents', kind, subject);
    return {
      lost: faults.strikesEvent('loseEvents', kind, subject) !== undefined,
      garbled: faults.strikesEvent('garbleEvents', kind, subject) !== undefined,
      copies: faults.strikesEvent('duplicateEvents', kind, subject) ? 2 : 1,
      delayMs: delay ? delay.ms + faults.amount('delayEvents', subject, delay.jitterMs) : 0,
      held: overtaken && {
        by: 1 + faults.amount('reorderEvents', subject, overtaken.by - 1),
        holdMs: overtaken.holdMs,
      },
    };
  }

  #bring(socket: EventSocket, event: SocketEvent, { lost, garbled, delayMs, held }: Fate): void {
    const { timers } = this.#context;
    if (lost) {
      socket.skip();
      return;
    }
    const send = garbled ? socket.prepareGarbled(event) : socket.prepare(event);
    const sendInTurn = (): void => {
      send();
      this.#sent(socket);
    };
    if (held) this.#hold(socket, held, send);
    else if (delayMs > 0) timers.after(delayMs, sendInTurn);
    else sendInTurn();
  }

  #hold(socket: EventSocket, { by, holdMs }: { by: number; holdMs: number }, send: () => void): void {
    const queue = this.#held.get(socket) ?? [];
    this.#held.set(socket, queue);
    const held: Held = {
      left: by,
      release: () => {
        cancel();
        queue.splice(queue.indexOf(held), 1);
        send();
      },
    };
    const cancel = this.#context.timers.after(holdMs, held.release);
    queue.push(held);
  }

  /** An event went out: it has overtaken those held back, and the socket may have come to its end. */
  #sent(socket: EventSocket): void {
    for (const held of [...(this.#held.get(socket) ?? [])]) {
      held.left -= 1;
      if (held.left === 0) held.release();
    }
    const left = this.#dying.get(socket);
    if (left === undefined) return;
    this.#dying.set(socket, left - 1);
    if (left === 1) socket.playDead();
  }
}

function kindOf({ event_type }: SocketEvent): EventKind {
  if (event_type === eventType.remove) return 'remove';
  return event_type === eventType.dtmf ? 'dtmf' : 'upset';
}
