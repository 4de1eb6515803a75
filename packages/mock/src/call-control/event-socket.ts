import type { WebSocket } from 'ws';

/** Event types on the wire (3CX facts 7.3). Type 3 was never observed and is off by default. */
export const eventType = { upset: 0, remove: 1, dtmf: 2, promptPlaybackFinished: 3, response: 4 } as const;

export interface SocketEvent {
  readonly event_type: (typeof eventType)[keyof typeof eventType];
  readonly entity: string;
  readonly attached_data: object | null;
}

/** One client's event socket: numbers its messages. */
export class EventSocket {
  readonly #socket: WebSocket;
  #sequence: number;
  #dead = false;

  /** @param lastSequence Number of the last message before this connection. */
  constructor(socket: WebSocket, lastSequence = 0) {
    this.#socket = socket;
    this.#sequence = lastSequence;
  }

  get lastSequence(): number {
    return this.#sequence;
  }

  send(event: SocketEvent): void {
    this.prepare(event)();
  }

  /** Counts a message that is never sent. */
  skip(): void {
    this.#sequence += 1;
  }

  /** Counts a message now; the returned function sends it. */
  prepare(event: SocketEvent): () => void {
    return this.#prepared(event, (json) => json);
  }

  /** The same, but what is sent is no JSON. */
  prepareGarbled(event: SocketEvent): () => void {
    return this.#prepared(event, (json) => json.slice(0, Math.floor(json.length / 2)));
  }

  /** Closes in good order, with a code. */
  close(code: number): void {
    this.#socket.close(code);
  }

  /** Stops reading and writing without closing: pings stay unanswered. */
  playDead(): void {
    this.#dead = true;
    this.#socket.pause();
  }

  /** Cuts the connection without a close frame. */
  cut(): void {
    this.#socket.terminate();
  }

  #prepared(event: SocketEvent, asSent: (json: string) => string): () => void {
    this.#sequence += 1;
    const text = asSent(JSON.stringify({ sequence: this.#sequence, event }));
    return () => {
      if (!this.#dead && this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text);
    };
  }
}
