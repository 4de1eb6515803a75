import { WebSocket } from 'ws';
import * as z from 'zod';
import type { RawClient } from '../../testing/raw-client';
import type { RawResponse } from '../../testing/raw-http';

const message = z.object({
  event: z.object({
    event_type: z.number(),
    entity: z.string(),
    attached_data: z.looseObject({ dtmf_input: z.string().optional() }).nullable(),
  }),
});

export type NaiveEvent = z.infer<typeof message>['event'];

const responseType = 4;

/** What all naive clients talk through: an event socket that is opened once, and plain requests. */
export class NaiveConnection {
  readonly #raw: RawClient;
  readonly #socket: WebSocket;
  readonly #pending = new Set<Promise<unknown>>();
  #seen = 0;
  #woken = (): void => undefined;

  private constructor(raw: RawClient, socket: WebSocket, onEvent: (event: NaiveEvent) => void) {
    this.#raw = raw;
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      const parsed = message.safeParse(parseJson(data.toString()));
      if (!parsed.success) return;
      const { event } = parsed.data;
      if (event.event_type !== responseType) {
        this.#seen += 1;
        onEvent(event);
      }
      this.#woken();
    });
  }

  /** Opens the event socket, or doesn't: it is tried once. */
  static async open(raw: RawClient, onEvent: (event: NaiveEvent) => void): Promise<NaiveConnection> {
    const socket = new WebSocket(`${raw.pbx.url.replace(/^http/, 'ws')}/callcontrol/ws`, {
      headers: { authorization: `Bearer ${raw.token}` },
      ...(raw.pbx.certificate === undefined ? {} : { ca: raw.pbx.certificate }),
    });
    const connection = new NaiveConnection(raw, socket, onEvent);
    await new Promise<void>((resolve) => {
      socket.once('open', resolve);
      socket.once('error', () => {
        resolve();
      });
    });
    return connection;
  }

  /** A GET whose answer is waited for by `settled`. */
  get(path: string): Promise<RawResponse> {
    const answer = this.#raw.get(path);
    this.#pending.add(answer);
    const done = (): boolean => this.#pending.delete(answer);
    answer.then(done, done);
    return answer;
  }

  /** Resolves after everything sent to the socket before, and every answer to it, has been dealt with. */
  async settled(): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      this.#socket.on('message', (data: Buffer) => {
        if (data.toString().includes('"RequestID":"settled"')) resolve();
      });
    });
    this.#socket.send(JSON.stringify({ RequestID: 'settled', Path: '/callcontrol' }));
    await answered;
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending);
  }

  /** Resolves when that many events have come. */
  async seen(count: number): Promise<void> {
    while (this.#seen < count) await new Promise<void>((resolve) => (this.#woken = resolve));
  }

  close(): void {
    this.#socket.terminate();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
