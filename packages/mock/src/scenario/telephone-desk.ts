import { decodeWav } from '@org/3cx-audio';
import * as z from 'zod';
import type { ControlAnswer, ControlApiPort } from './control-api-port';
import { ScenarioError } from './scenario-error';

const samplesPerMs = 8;
const fullScale = 32_768;
/** The control API keeps a question open ten minutes at most. */
const longestPollMs = 300_000;

const callView = z.object({
  id: z.number(),
  state: z.enum(['ringing', 'connected', 'ended']),
  direction: z.enum(['inbound', 'outbound']),
  from: z.string(),
  to: z.string(),
  connectedTo: z.string().nullable(),
  heardMs: z.number(),
  gaps: z.number(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  legs: z.array(z.object({ dn: z.string(), status: z.string(), party_caller_id: z.string() })),
});

export type CallView = z.infer<typeof callView>;

const logEntry = z.object({
  timeMs: z.number(),
  kind: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export type LogEntry = z.infer<typeof logEntry>;

/** What someone has heard so far. */
export interface Heard {
  readonly samples: Int16Array;
  /** Nothing more will be heard. */
  readonly complete: boolean;
}

export interface PhoneSetting {
  readonly answer?: 'auto' | 'never' | 'busy' | 'reject';
  readonly afterMs?: number;
  readonly registered?: boolean;
}

/** A pause has ended because the scenario has. */
export class ScenarioOver extends Error {
  override readonly name = 'ScenarioOver';
}

/** What people on telephones do, by way of the control API. Ids are call ids; times are milliseconds. */
export class TelephoneDesk {
  readonly #api: ControlApiPort;
  readonly #over: AbortSignal;
  readonly #heard = new Map<number, Int16Array>();

  /** @param over ends every pause. */
  constructor(api: ControlApiPort, over: AbortSignal) {
    this.#api = api;
    this.#over = over;
  }

  now(): number {
    return this.#api.now();
  }

  /** Resolves when so much of the mock's time has passed. @throws ScenarioOver when the scenario is over. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const over = (): void => {
        cancel();
        reject(new ScenarioOver());
      };
      const cancel = this.#api.after(ms, () => {
        this.#over.removeEventListener('abort', over);
        resolve();
      });
      if (this.#over.aborted) over();
      else this.#over.addEventListener('abort', over, { once: true });
    });
  }

  /** @returns whether it came to pass in time. */
  within(happening: Promise<void>, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = this.#api.after(ms, () => {
        resolve(false);
      });
      const end = (came: boolean) => (): void => {
        cancel();
        resolve(came);
      };
      happening.then(end(true), end(false));
      this.#over.addEventListener('abort', end(false), { once: true });
    });
  }

  async place(call: { from: string; to?: string | undefined; did?: string | undefined }): Promise<number> {
    return z.object({ id: z.number() }).parse(json(await this.#asked('POST', '/calls', call))).id;
  }

  async press(id: number, digits: string, gapMs: number | undefined): Promise<void> {
    await this.#asked('POST', `/calls/${id}/dtmf`, { digits, ...(gapMs === undefined ? {} : { gapMs }) });
  }

  /** @returns how long until the last word has been said. */
  async speak(id: number, wav: Uint8Array): Promise<number> {
    const answer = await this.#asked('POST', `/calls/${id}/speak`, wav);
    return z.object({ endsInMs: z.number() }).parse(json(answer)).endsInMs;
  }

  async hangUp(id: number): Promise<void> {
    await this.#asked('POST', `/calls/${id}/hangup`);
  }

  async setPhone(number: string, setting: PhoneSetting): Promise<void> {
    await this.#asked('POST', `/extensions/${encodeURIComponent(number)}`, setting);
  }

  /** The telephone puts its receiver down. */
  async hangUpPhone(number: string): Promise<void> {
    await this.#asked('POST', `/extensions/${encodeURIComponent(number)}/hangup`);
  }

  async setAgent(number: string, loggedIn: boolean): Promise<void> {
    await this.#asked('POST', `/agents/${encodeURIComponent(number)}`, { loggedIn });
  }

  async call(id: number): Promise<CallView> {
    return callView.parse(json(await this.#asked('GET', `/calls/${id}`)));
  }

  /** Calls in progress in which a number takes part, be it rung. */
  async callsAt(number: string): Promise<readonly CallView[]> {
    const state = z.object({ calls: z.array(callView) }).parse(json(await this.#asked('GET', '/state')));
    return state.calls.filter(({ legs, from, to }) =>
      [from, to, ...legs.map(({ dn }) => dn)].includes(number),
    );
  }

  /** @returns `over` when the call has ended and it can no longer happen. */
  async waitFor(id: number, condition: string, withinMs: number): Promise<'happened' | 'late' | 'over'> {
    for (let left = withinMs; ; left -= longestPollMs) {
      const timeoutMs = Math.max(1, Math.ceil(Math.min(left, longestPollMs)));
      const query = new URLSearchParams({ waitFor: condition, timeoutMs: String(timeoutMs) });
      const answer = await this.#api.request('GET', `/calls/${id}?${query.toString()}`);
      if (answer.status === 409) return 'over';
      if (answer.status !== 408) {
        checked(answer);
        return 'happened';
      }
      if (left <= longestPollMs) return 'late';
    }
  }

  /**
   * Resolves when anything about calls has changed since `version`, after `timeoutMs` at
   * the latest, or earlier. @returns the version now.
   */
  async changed(version: number, timeoutMs: number): Promise<number> {
    const longest = Math.ceil(Math.min(timeoutMs, longestPollMs));
    const query = new URLSearchParams({ after: String(version), timeoutMs: String(longest) });
    const answer = await this.#asked('GET', `/changes?${query.toString()}`);
    return z.object({ version: z.number() }).parse(json(answer)).version;
  }

  async heard(id: number): Promise<Heard> {
    const { state, heardMs } = await this.call(id);
    const known = this.#heard.get(id) ?? new Int16Array();
    const fromMs = Math.floor(known.length / samplesPerMs);
    const complete = state === 'ended';
    if (heardMs <= fromMs) return { samples: known, complete };
    const { bytes } = await this.#asked('GET', `/calls/${id}/heard.wav?fromMs=${fromMs}`);
    const more = (decodeWav(bytes).channels[0] ?? new Float32Array()).map((sample) => sample * fullScale);
    const samples = new Int16Array(fromMs * samplesPerMs + more.length);
    samples.set(known.subarray(0, fromMs * samplesPerMs));
    samples.set(more, fromMs * samplesPerMs);
    this.#heard.set(id, samples);
    return { samples, complete };
  }

  /** Paths of the files that the PBX's web server has. */
  async files(): Promise<readonly string[]> {
    return z.array(z.string()).parse(json(await this.#asked('GET', '/files')));
  }

  async file(path: string): Promise<Uint8Array> {
    return (await this.#asked('GET', `/files?${new URLSearchParams({ path }).toString()}`)).bytes;
  }

  async log(sinceMs: number): Promise<readonly LogEntry[]> {
    return z.array(logEntry).parse(json(await this.#asked('GET', `/log?sinceMs=${Math.floor(sinceMs)}`)));
  }

  async #asked(method: 'GET' | 'POST', path: string, body?: object | Uint8Array): Promise<ControlAnswer> {
    return checked(await this.#api.request(method, path, body));
  }
}

/** @throws ScenarioError with what the control API says to do. */
function checked(answer: ControlAnswer): ControlAnswer {
  if (answer.status < 400) return answer;
  const refusal = z.object({ message: z.string() }).safeParse(json(answer));
  throw new ScenarioError('refused', refusal.data?.message ?? `The control API answered ${answer.status}.`);
}

function json({ bytes }: ControlAnswer): unknown {
  return JSON.parse(Buffer.from(bytes).toString());
}
