import * as z from 'zod';

const CallTruth = z.looseObject({
  id: z.coerce.string(),
  state: z.enum(['ringing', 'connected', 'ended']),
  from: z.string(),
  to: z.string(),
  /** DN whose leg the caller is talking to. */
  connectedTo: z.string().nullish(),
  /** How long the caller has been listening, milliseconds. */
  heardMs: z.number(),
  /** How many silences there were in the middle of continuous audio. */
  gaps: z.number(),
  endedBy: z.string().nullish(),
});

/** What the mock's switch knows about a call: the truth that our side is measured by. */
export type CallTruth = z.infer<typeof CallTruth>;

/** What the control API can wait for. */
export type CallCondition = 'connected' | 'ended' | `connectedTo:${string}` | `heardMs:${number}`;

const Metrics = z.looseObject({ openSockets: z.number(), openStreams: z.number() });

export type MockMetrics = z.infer<typeof Metrics>;

/** The mock didn't do what was asked. */
export class MockControlError extends Error {
  override readonly name = 'MockControlError';
  readonly code = 'MOCK_CONTROL';
}

/** The people around the mock 3CX: callers and phones, through its control API. */
export class MockControl {
  readonly url: string;

  constructor(url: string) {
    this.url = url.replace(/\/$/, '');
  }

  /** Somebody calls; resolves with the call's id while it still rings. */
  async placeCall(call: {
    readonly from: string;
    readonly to: string;
    readonly did?: string;
  }): Promise<string> {
    return z.object({ id: z.coerce.string() }).parse(await this.#json('POST', '/calls', call)).id;
  }

  async press(callId: string, digits: string, gapMs?: number): Promise<void> {
    await this.#json('POST', `/calls/${callId}/dtmf`, { digits, ...(gapMs === undefined ? {} : { gapMs }) });
  }

  async hangUp(callId: string): Promise<void> {
    await this.#json('POST', `/calls/${callId}/hangup`, {});
  }

  async call(callId: string): Promise<CallTruth> {
    return CallTruth.parse(await this.#json('GET', `/calls/${callId}`));
  }

  async calls(): Promise<readonly CallTruth[]> {
    const answer = await this.#json('GET', '/calls');
    return z
      .array(CallTruth)
      .parse(Array.isArray(answer) ? answer : z.object({ calls: z.unknown() }).parse(answer).calls);
  }

  /** The call once it is so. @throws MockControlError when it isn't within the time */
  async waitFor(callId: string, condition: CallCondition, timeoutMs = 30_000): Promise<CallTruth> {
    const query = new URLSearchParams({ waitFor: condition, timeoutMs: String(timeoutMs) });
    return CallTruth.parse(await this.#json('GET', `/calls/${callId}?${query.toString()}`));
  }

  /** Exactly what the caller has heard from Connected on, as a WAV file. */
  async heard(callId: string): Promise<Uint8Array> {
    const response = await this.#request('GET', `/calls/${callId}/heard.wav`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async setPhone(
    dn: string,
    behaviour: { readonly answer: 'auto' | 'never' | 'busy' | 'reject'; readonly afterMs?: number },
  ): Promise<void> {
    await this.#json('POST', `/extensions/${dn}`, behaviour);
  }

  async metrics(): Promise<MockMetrics> {
    return Metrics.parse(await this.#json('GET', '/metrics'));
  }

  async #json(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.#request(method, path, body);
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  }

  async #request(method: string, path: string, body?: unknown): Promise<Response> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (response.ok) return response;
    throw new MockControlError(
      `${method} ${path} on the mock's control API: ${response.status} ${await response.text()}`,
    );
  }
}
