import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import type { MockProcess } from '@org/processes';
import { WebSocket } from 'ws';
import * as z from 'zod';

const Token = z.object({ access_token: z.string() });
const Participant = z.object({ id: z.number(), status: z.string() });
const Event = z.object({
  event: z.object({
    event_type: z.number(),
    entity: z.string(),
    attached_data: z.looseObject({ dtmf_input: z.string().optional() }).nullable(),
  }),
});
const KEYS_PRESSED = 2;

/**
 * What somebody who has never heard of our libraries might write: answers the
 * route point with plain HTTP and a plain WebSocket. For a mock without TLS.
 */
export class SmallProgram implements Disposable {
  readonly #url: string;
  readonly #token: string;
  readonly #socket: WebSocket;
  readonly #streams: ClientRequest[] = [];
  readonly #events: z.infer<typeof Event>['event'][] = [];
  #woken = (): void => undefined;

  private constructor(url: string, token: string, socket: WebSocket) {
    this.#url = url;
    this.#token = token;
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      const event = Event.safeParse(JSON.parse(data.toString()));
      if (event.success) this.#events.push(event.data.event);
      this.#woken();
    });
  }

  static async start({ url, clientId, clientSecret }: MockProcess): Promise<SmallProgram> {
    const body = new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'client_credentials',
    });
    const granted = await fetch(`${url}/connect/token`, { method: 'POST', body });
    const { access_token } = Token.parse(await granted.json());
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/callcontrol/ws`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    const program = new SmallProgram(url, access_token, socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return program;
  }

  /** The id of the only participant of the route point, once there is one. */
  async participant(): Promise<number> {
    await this.#next(({ entity }) => entity.startsWith('/callcontrol/999/participants/'));
    const response = await fetch(`${this.#url}/callcontrol/999/participants`, { headers: this.#headers });
    const [only] = z.array(Participant).parse(await response.json());
    if (!only) throw new Error('The participant had gone again.');
    return only.id;
  }

  /** The next keys that the caller presses. */
  async keys(): Promise<string> {
    const { attached_data } = await this.#next(({ event_type }) => event_type === KEYS_PRESSED);
    return attached_data?.dtmf_input ?? '';
  }

  /** Sends telephone audio to the caller; the stream stays open. */
  play(participant: number, samples: Int16Array): void {
    const stream = request(`${this.#url}/callcontrol/999/participants/${participant}/stream`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/octet-stream' },
    });
    stream.on('error', () => undefined);
    stream.write(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
    this.#streams.push(stream);
  }

  /** What the caller says in the next so many milliseconds. */
  async hear(participant: number, ms: number): Promise<Int16Array> {
    const response = await fetch(`${this.#url}/callcontrol/999/participants/${participant}/stream`, {
      headers: this.#headers,
    });
    const bytes = Buffer.alloc(ms * 16);
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += Buffer.from(z.instanceof(Uint8Array).parse(chunk)).copy(bytes, length);
      if (length === bytes.length) break;
    }
    return Int16Array.from({ length: ms * 8 }, (_, index) => bytes.readInt16LE(index * 2));
  }

  /** Resolves with the status once the other has answered, or not. */
  async transfer(participant: number, destination: string): Promise<number> {
    const response = await fetch(`${this.#url}/callcontrol/999/participants/${participant}/transferto`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/json' },
      body: JSON.stringify({ destination, timeout: 60 }),
    });
    return response.status;
  }

  [Symbol.dispose](): void {
    for (const stream of this.#streams) stream.destroy();
    this.#socket.terminate();
  }

  get #headers(): { readonly authorization: string } {
    return { authorization: `Bearer ${this.#token}` };
  }

  /** The next event, after those already returned, that matches; others are skipped. */
  async #next(
    matches: (event: z.infer<typeof Event>['event']) => boolean,
  ): Promise<z.infer<typeof Event>['event']> {
    for (;;) {
      const event = this.#events.shift();
      if (event && matches(event)) return event;
      if (!event) {
        await new Promise<void>((resolve) => {
          this.#woken = resolve;
        });
      }
    }
  }
}
