import type { Readable } from 'node:stream';
import type { ClientRequest, IncomingMessage } from 'node:http';
import * as z from 'zod';
import { createMockPbx } from '../mock-pbx';
import type { MockPbx } from '../mock-pbx';
import type { MockPbxOptions } from '../settings';
import { exemptDeparting } from './contract';
import { EventLog } from './event-log';
import { openRequest, rawRequest, responseOf } from './raw-http';
import type { RawResponse } from './raw-http';

const participant = z.looseObject({
  id: z.number(),
  status: z.string(),
  dn: z.string(),
  callid: z.number(),
  legid: z.number(),
  party_dn: z.string(),
});
const callView = z.looseObject({
  id: z.number(),
  state: z.string(),
  connectedTo: z.string().nullable(),
  heardMs: z.number(),
  gaps: z.number(),
  maxLeadMs: z.number(),
  endedBy: z.string().nullable(),
});

export type CallView = z.infer<typeof callView>;
export type Participant = z.infer<typeof participant>;

/** A client of the mock made of plain HTTP and a plain WebSocket, for specs only. */
export class RawClient implements AsyncDisposable {
  readonly pbx: MockPbx;
  readonly clientId: string;
  token = '';

  private constructor(pbx: MockPbx, clientId: string) {
    this.pbx = pbx;
    this.clientId = clientId;
  }

  /** A client of a mock that is already running, not signed in yet. */
  static of(pbx: MockPbx, clientId = pbx.clientId): RawClient {
    return new RawClient(pbx, clientId);
  }

  /** Starts a mock and signs in. */
  static async start(options: MockPbxOptions = {}): Promise<RawClient> {
    const client = RawClient.of(await createMockPbx(options));
    exemptDeparting(client.pbx.url, options);
    await client.signIn();
    return client;
  }

  async signIn(secret = this.pbx.clientSecret): Promise<RawResponse> {
    const response = await rawRequest(`${this.pbx.url}/connect/token`, {
      method: 'POST',
      ca: this.pbx.certificate,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: this.clientId,
        client_secret: secret,
        grant_type: 'client_credentials',
      }).toString(),
    });
    const granted = z.object({ access_token: z.string() }).safeParse(response.json);
    if (granted.success) this.token = granted.data.access_token;
    return response;
  }

  events(token = this.token): Promise<EventLog> {
    return EventLog.open(this.pbx.url, token, this.pbx.certificate);
  }

  get(path: string, token = this.token): Promise<RawResponse> {
    return rawRequest(`${this.pbx.url}${path}`, {
      ca: this.pbx.certificate,
      headers: { authorization: `Bearer ${token}` },
    });
  }

  post(path: string, body: object = {}): Promise<RawResponse> {
    return rawRequest(`${this.pbx.url}${path}`, {
      method: 'POST',
      ca: this.pbx.certificate,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    });
  }

  act(leg: Participant, action: string, body: object = {}): Promise<RawResponse> {
    return this.post(`/callcontrol/${leg.dn}/participants/${leg.id}/${action}`, body);
  }

  async participants(dn: string): Promise<readonly Participant[]> {
    return z.array(participant).parse((await this.get(`/callcontrol/${dn}/participants`)).json);
  }

  /** The only participant there is on this number. */
  async onlyParticipant(dn: string): Promise<Participant> {
    const [only, ...others] = await this.participants(dn);
    if (!only || others.length > 0)
      throw new Error(`${others.length + (only ? 1 : 0)} participants on ${dn}`);
    return only;
  }

  /** Makes a call from the route point. */
  async makeCall(destination: string, more: object = {}): Promise<Participant> {
    const { json } = await this.post('/callcontrol/999/makecall', { destination, ...more });
    return z.object({ result: participant }).parse(json).result;
  }

  async listen(leg: Participant): Promise<IncomingMessage> {
    const request = this.#stream(leg, 'GET');
    request.end();
    return responseOf(request);
  }

  /** Opens the audio towards the caller; whoever opened it ends it. */
  speak(leg: Participant): ClientRequest {
    const request = this.#stream(leg, 'POST');
    request.on('error', () => undefined);
    request.flushHeaders();
    return request;
  }

  async control(method: string, path: string, body?: object | Uint8Array): Promise<RawResponse> {
    const isBytes = body instanceof Uint8Array;
    return rawRequest(`${this.pbx.controlUrl}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : {
            headers: { 'content-type': isBytes ? 'audio/wav' : 'application/json' },
            body: isBytes ? body : JSON.stringify(body),
          }),
    });
  }

  /** Someone calls; returns the call's id. */
  async call(from: string, to: string | undefined, more: object = {}): Promise<number> {
    const { json } = await this.control('POST', '/calls', {
      from,
      ...(to === undefined ? {} : { to }),
      ...more,
    });
    return z.object({ id: z.number() }).parse(json).id;
  }

  async view(id: number, waitFor?: string): Promise<CallView> {
    const query = waitFor === undefined ? '' : `?waitFor=${encodeURIComponent(waitFor)}`;
    const response = await this.control('GET', `/calls/${id}${query}`);
    if (response.status !== 200) throw new Error(`${response.status} ${response.bytes.toString()}`);
    return callView.parse(response.json);
  }

  hangUp(id: number): Promise<RawResponse> {
    return this.control('POST', `/calls/${id}/hangup`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.pbx.dispose();
  }

  #stream(leg: Participant, method: string): ClientRequest {
    return openRequest(`${this.pbx.url}/callcontrol/${leg.dn}/participants/${leg.id}/stream`, {
      method,
      ca: this.pbx.certificate,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(method === 'POST' ? { 'content-type': 'application/octet-stream' } : {}),
      },
    });
  }
}

/** Reads until `bytes` bytes are there. */
export async function readBytes(stream: Readable, bytes: number): Promise<{ chunks: Buffer[]; all: Buffer }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    const part = z.instanceof(Buffer).parse(chunk);
    chunks.push(part);
    length += part.length;
    if (length >= bytes) break;
  }
  return { chunks, all: Buffer.concat(chunks) };
}
