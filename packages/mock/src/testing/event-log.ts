import { WebSocket } from 'ws';
import * as z from 'zod';
import { checkFrame } from './contract';

const message = z.strictObject({
  sequence: z.number().int(),
  event: z.strictObject({
    event_type: z.number().int(),
    entity: z.string(),
    attached_data: z.record(z.string(), z.unknown()).nullable(),
  }),
});

export type Message = z.infer<typeof message>;

/** An event socket that keeps everything it was sent and lets a test await the next match. */
export class EventLog {
  readonly messages: Message[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  /** Told of every message as it comes. */
  onMessage: (message: Message) => void = () => undefined;
  #read = 0;
  #woken = (): void => undefined;

  private constructor(socket: WebSocket, origin: string) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      const frame: unknown = JSON.parse(data.toString());
      checkFrame(origin, frame);
      const parsed = message.parse(frame);
      this.messages.push(parsed);
      this.onMessage(parsed);
      this.#woken();
    });
  }

  /** @throws Error with the HTTP status when the upgrade is refused. */
  static open(
    url: string,
    token: string,
    ca: string | undefined,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<EventLog> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/callcontrol/ws`, {
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(ca === undefined ? {} : { ca }),
    });
    const log = new EventLog(socket, url);
    return new Promise((resolve, reject) => {
      socket.once('open', () => {
        resolve(log);
      });
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        reject(new Error(String(response.statusCode)));
      });
    });
  }

  /** The next message, after those already returned, that matches; skips the others. */
  async next(type: number, entity: RegExp | string): Promise<Message> {
    for (;;) {
      const candidate = this.messages[this.#read];
      if (!candidate) {
        await new Promise<void>((resolve) => {
          this.#woken = resolve;
        });
        continue;
      }
      this.#read += 1;
      const { event } = candidate;
      const matches = typeof entity === 'string' ? event.entity === entity : entity.test(event.entity);
      if (event.event_type === type && matches) return candidate;
    }
  }
}
