import * as z from 'zod/mini';
import { callSchema, placedSchema, refusalSchema, stateSchema, timelineSchema } from './mock-data';
import type { AnswerMode, Call, PbxState, Timeline } from './mock-data';

/** The mock won't do it; the message is the mock's own. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Nobody answers at the address the page came from. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface NewCall {
  readonly from: string;
  readonly to: string;
  readonly did?: string;
  readonly name?: string;
}

/** Longer than this and the mock counts as gone, milliseconds. */
const patienceMs = 10_000;

/** The control API, asked from the page: everything relative to where the page lies. */
export class MockClient {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  state(): Promise<PbxState> {
    return this.#ask('GET', 'state', stateSchema);
  }

  calls(): Promise<readonly Call[]> {
    return this.#ask('GET', 'calls', z.array(callSchema));
  }

  call(id: number): Promise<Call> {
    return this.#ask('GET', `calls/${id}`, callSchema);
  }

  timeline(id: number): Promise<Timeline> {
    return this.#ask('GET', `calls/${id}/timeline`, timelineSchema);
  }

  /** @returns the id of the call. */
  async place(call: NewCall): Promise<number> {
    return (await this.#ask('POST', 'calls', placedSchema, call)).id;
  }

  async press(id: number, digits: string): Promise<void> {
    await this.#ask('POST', `calls/${id}/dtmf`, z.unknown(), { digits });
  }

  hangUp(id: number): Promise<Call> {
    return this.#ask('POST', `calls/${id}/hangup`, callSchema);
  }

  async setPhone(dn: string, answer: AnswerMode): Promise<void> {
    await this.#ask('POST', `extensions/${encodeURIComponent(dn)}`, z.unknown(), { answer });
  }

  async byHand(dn: string, action: 'answer' | 'reject' | 'hangup', call: number): Promise<void> {
    await this.#ask('POST', `extensions/${encodeURIComponent(dn)}/${action}`, z.unknown(), { call });
  }

  socket(path: string): WebSocket {
    const url = new URL(path, this.#base);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    return socket;
  }

  /** @throws Refusal, Unreachable */
  async #ask<Schema extends z.ZodMiniType>(
    method: string,
    path: string,
    schema: Schema,
    body?: object,
  ): Promise<z.infer<Schema>> {
    const response = await this.#reach(method, path, body);
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return schema.parse(answer);
    const refusal = refusalSchema.safeParse(answer);
    throw new Refusal(
      response.status,
      refusal.success ? refusal.data.message : `It answered ${response.status}.`,
    );
  }

  async #reach(method: string, path: string, body: object | undefined): Promise<Response> {
    try {
      return await fetch(new URL(path, this.#base), {
        method,
        signal: AbortSignal.timeout(patienceMs),
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new Unreachable('The mock does not answer.', { cause: error });
    }
  }
}
