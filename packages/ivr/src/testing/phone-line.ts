import { setTimeout as delay } from 'node:timers/promises';
import { connect, type Call, type PhoneSystem } from '@org/3cx-core';
import { createMockPbx, type MockPbx } from '@org/3cx-mock';
import * as z from 'zod';

const placed = z.object({ id: z.union([z.string(), z.number()]).transform(String) });
const view = z.object({
  state: z.string(),
  connectedTo: z.string().nullable(),
  heardMs: z.number(),
  gaps: z.number(),
  endedBy: z.string().nullable(),
});

const listed = z.object({ id: z.number(), to: z.string(), direction: z.string(), state: z.string() });

function connectTo({ url, clientId, clientSecret }: MockPbx): Promise<PhoneSystem> {
  return connect({ serverUrl: url, clientId, clientSecret, allowUnauthorizedCerts: true });
}

const WAV_HEADER_BYTES = 44;
const SAMPLES_PER_MS = 8;

/** What the mock knows of a person on a telephone. */
export type CallerView = z.infer<typeof view>;

/** A mock 3CX and a phone system connected to it, and people who call it. */
export class PhoneLine implements AsyncDisposable {
  readonly #expected = new Map<string, (call: Call) => void>();
  #callers = 0;

  private constructor(
    readonly mock: MockPbx,
    readonly pbx: PhoneSystem,
  ) {
    pbx.incoming$.subscribe((call) => {
      this.#expected.get(call.fromNumber)?.(call);
    });
  }

  static async open(files: Readonly<Record<string, Uint8Array>> = {}): Promise<PhoneLine> {
    const mock = await createMockPbx({ dtmfGrouping: 'grouped', files });
    return new PhoneLine(mock, await connectTo(mock));
  }

  /** Somebody calls the route point, from a number of their own. */
  async callComes(): Promise<{ readonly call: Call; readonly caller: Caller }> {
    this.#callers += 1;
    const from = `+1612555${String(this.#callers).padStart(4, '0')}`;
    const arrived = new Promise<Call>((resolve) => this.#expected.set(from, resolve));
    const answer = await post(`${this.mock.controlUrl}/calls`, { from, to: this.mock.clientId });
    const { id } = placed.parse(await answer.json());
    return { call: await arrived, caller: new Caller(`${this.mock.controlUrl}/calls/${id}`) };
  }

  /** Somebody calls a number other than the route point. */
  async callsIn(to: string): Promise<void> {
    this.#callers += 1;
    const from = `+1612555${String(this.#callers).padStart(4, '0')}`;
    await post(`${this.mock.controlUrl}/calls`, { from, to });
  }

  /** How a telephone behaves, inside or outside. */
  async phone(
    number: string,
    behaviour: { readonly answer: 'auto' | 'never' | 'busy' | 'reject'; readonly afterMs?: number },
  ): Promise<void> {
    await post(`${this.mock.controlUrl}/extensions/${encodeURIComponent(number)}`, behaviour);
  }

  /** Whoever is called at this number, by the last call to it. */
  async called(number: string): Promise<Caller> {
    const last = (await this.callsTo(number)).at(-1);
    if (last === undefined) throw new Error('There is no call to that number');
    return new Caller(`${this.mock.controlUrl}/calls/${String(last.id)}`);
  }

  /** The calls to a number, ended ones too, by what the mock knows. */
  async callsTo(number: string): Promise<readonly z.output<typeof listed>[]> {
    const response = await fetch(`${this.mock.controlUrl}/calls`);
    const all = z.array(listed).parse(await response.json());
    return all.filter(({ to }) => to === number);
  }

  /** Another process that talks to the same PBX. */
  connectAgain(): Promise<PhoneSystem> {
    return connectTo(this.mock);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.pbx.dispose();
    await this.mock.dispose();
  }
}

/** A person on a telephone. */
export class Caller {
  constructor(private readonly url: string) {}

  async presses(digits: string): Promise<void> {
    await post(`${this.url}/dtmf`, { digits });
  }

  /** Says something; resolves when it has been said. */
  async speaks(wav: Uint8Array): Promise<void> {
    const response = await fetch(`${this.url}/speak`, {
      method: 'POST',
      headers: { 'content-type': 'audio/wav' },
      body: new Uint8Array(wav),
    });
    const { endsInMs } = z.object({ endsInMs: z.number() }).parse(await response.json());
    await delay(endsInMs);
  }

  async hangsUp(): Promise<void> {
    await post(`${this.url}/hangup`, {});
  }

  /** How much of what the caller has heard so far wasn't silence. */
  async soundMs(): Promise<number> {
    const response = await fetch(`${this.url}/heard.wav`);
    const bytes = new DataView(await response.arrayBuffer());
    let samples = 0;
    for (let at = WAV_HEADER_BYTES; at + 1 < bytes.byteLength; at += 2) {
      if (bytes.getInt16(at, true) !== 0) samples += 1;
    }
    return samples / SAMPLES_PER_MS;
  }

  /** How things are, at once or once `condition` holds: `connected`, `ended`, `connectedTo:<dn>`, `heardMs:<n>`. */
  async view(condition?: string): Promise<CallerView> {
    const query = condition === undefined ? '' : `?waitFor=${encodeURIComponent(condition)}&timeoutMs=20000`;
    const response = await fetch(this.url + query);
    if (!response.ok) throw new Error(`Waiting for ${condition ?? 'a caller'}: ${await response.text()}`);
    return view.parse(await response.json());
  }
}

async function post(url: string, body: object): Promise<Response> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`POST ${url}: ${String(response.status)} ${await response.text()}`);
  return response;
}
