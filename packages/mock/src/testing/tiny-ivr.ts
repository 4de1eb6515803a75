import type { ClientRequest } from 'node:http';
import type { EventLog } from './event-log';
import type { Participant, RawClient } from './raw-client';
import { rawRequest } from './raw-http';
import { pcmOf } from './telephone-audio';

export interface TinyIvrScript {
  /** File of the PBX played to a caller, from its web server. */
  readonly prompt: string;
  /** What each key does. */
  readonly keys: Readonly<
    Record<string, { readonly transferTo: string } | { readonly play: string } | 'drop'>
  >;
  /** Where the prompt is interrupted, samples: the rest comes this much later, by the given pause. */
  readonly hole?: { readonly atMs: number; readonly pause: () => Promise<void> };
  /** Leaves so much of the prompt's end out, milliseconds. */
  readonly cutMs?: number;
}

/** An application on the route point, made of raw requests: plays a prompt and does what keys say. */
export class TinyIvr {
  readonly #client: RawClient;
  readonly #script: TinyIvrScript;
  readonly #events: EventLog;
  readonly #streams = new Map<string, ClientRequest>();

  private constructor(client: RawClient, events: EventLog, script: TinyIvrScript) {
    this.#client = client;
    this.#events = events;
    this.#script = script;
  }

  static async start(client: RawClient, script: TinyIvrScript): Promise<TinyIvr> {
    const ivr = new TinyIvr(client, await client.events(), script);
    ivr.#events.onMessage = ({ event }) => {
      const id = /^\/callcontrol\/999\/participants\/(\d+)$/.exec(event.entity)?.[1];
      if (id === undefined) return;
      if (event.event_type === 0) void ivr.#greet(id);
      if (event.event_type === 1) ivr.#streams.get(id)?.destroy();
      if (event.event_type === 2) void ivr.#press(id, String(event.attached_data?.dtmf_input));
    };
    return ivr;
  }

  async stop(): Promise<void> {
    for (const stream of this.#streams.values()) stream.destroy();
    this.#events.socket.terminate();
    await this.#events.closed;
  }

  async #greet(id: string): Promise<void> {
    if (this.#streams.has(id)) return;
    const leg = await this.#leg(id);
    if (leg?.status !== 'Connected' || this.#streams.has(id)) return;
    const stream = this.#client.speak(leg);
    this.#streams.set(id, stream);
    const { hole, cutMs = 0 } = this.#script;
    const audio = await this.#audio(this.#script.prompt);
    const prompt = audio.subarray(0, audio.length - cutMs * 16);
    if (hole === undefined) {
      stream.write(prompt);
      return;
    }
    stream.write(prompt.subarray(0, hole.atMs * 16));
    await hole.pause();
    stream.write(prompt.subarray(hole.atMs * 16));
  }

  async #press(id: string, key: string): Promise<void> {
    const todo = this.#script.keys[key];
    const leg = await this.#leg(id);
    if (todo === undefined || !leg) return;
    if (todo === 'drop') await this.#client.act(leg, 'drop');
    else if ('play' in todo) this.#streams.get(id)?.write(await this.#audio(todo.play));
    else await this.#client.act(leg, 'transferto', { destination: todo.transferTo });
  }

  async #leg(id: string): Promise<Participant | undefined> {
    const legs = await this.#client.participants('999');
    return legs.find((leg) => leg.id === Number(id));
  }

  async #audio(path: string): Promise<Buffer> {
    const { bytes } = await rawRequest(`${this.#client.pbx.url}${path}`, {
      ca: this.#client.pbx.certificate,
    });
    return pcmOf(bytes);
  }
}
