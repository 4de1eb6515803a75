import createClient from 'openapi-fetch';
import * as z from 'zod';
import { fetchAuthenticated } from './authenticated-fetch';
import { checkedAnswer, type Answer } from './checked-answer';
import { errorOfResponse } from './error-of-response';
import { UnexpectedResponseError } from './errors';
import type { components, paths } from './generated/call-control';
import type { TokenSource } from './tokens/token-source';
import type { RequestLimits, Transport, Upload } from './transport/transport';
import {
  CallControlResultSchema,
  DeviceSchema,
  DnStateSchema,
  ParticipantSchema,
  type CallControlResult,
  type Device,
  type DnState,
  type Participant,
} from './wire';

export type ParticipantAction = components['schemas']['ParticipantAction'];
export type ActionRequest = components['schemas']['ActionRequest'];
export type MakeCallRequest = components['schemas']['MakeCallRequest'];

/**
 * The Call Control API. Every method may throw AuthenticationError (401),
 * PermissionError (403), NotFoundError (404), UnprocessableError (422),
 * FailedDependencyError (424), RateLimitError (429), ServerError (5xx),
 * ConnectionFailedError, CertificateError, TimeoutError or UnexpectedResponseError.
 */
export interface CallControlClient {
  /** Every extension granted to this client. */
  getState(): Promise<DnState[]>;
  getDn(dn: string): Promise<DnState>;
  getDevices(dn: string): Promise<Device[]>;
  getParticipant(dn: string, id: number): Promise<Participant>;
  /**
   * Acts on a participant. `routeto` and `transferto` answer when the target has
   * answered or the attempt has failed; they may take the request's `timeout`
   * (seconds, 30 when left out) and get 15 s more.
   */
  act(dn: string, id: number, action: ParticipantAction, request?: ActionRequest): Promise<CallControlResult>;
  /** Places a call; answers when it exists, not when it is answered. Without a device, the PBX chooses. */
  makeCall(dn: string, request: MakeCallRequest, deviceId?: string): Promise<CallControlResult>;
  /** Opens the audio towards the caller: telephone PCM, kept open for the whole call. */
  speak(dn: string, id: number): Promise<Upload>;
  /** The caller's audio as it arrives; ends when the participant leaves. Chunks may hold half a sample. */
  listen(dn: string, id: number, signal?: AbortSignal): Promise<ReadableStream<Uint8Array>>;
}

export interface CallControlClientOptions {
  /** Origin of the PBX, e.g. `https://pbx.example.com:5001`. */
  readonly serverUrl: string;
  readonly tokens: TokenSource;
  readonly transport: Transport;
}

/** Seconds a target may ring when the request doesn't say. */
const DEFAULT_RING_SECONDS = 30;
/** Beyond the ring time: what the PBX needs to settle the outcome. */
const BLOCKING_MARGIN_MS = 15_000;

export function createCallControlClient(options: CallControlClientOptions): CallControlClient {
  const { serverUrl, tokens, transport } = options;
  const api = createClient<paths>({ baseUrl: serverUrl, headers: { accept: 'application/json' } });
  const short = (request: Request) => fetchAuthenticated(transport, tokens, request);
  const within = (limits: RequestLimits) => (request: Request) =>
    fetchAuthenticated(transport, tokens, request, limits);
  const streamUrl = (dn: string, id: number) =>
    `${serverUrl}/callcontrol/${encodeURIComponent(dn)}/participants/${String(id)}/stream`;
  const bearer = async () => ({ authorization: `Bearer ${await tokens.get()}` });

  return {
    async getState() {
      const answer = await api.GET('/callcontrol', { fetch: short });
      return checkedAnswer(answer, z.array(DnStateSchema), 'the state of its extensions');
    },
    async getDn(dn) {
      const answer = await api.GET('/callcontrol/{dn}', { params: { path: { dn } }, fetch: short });
      return checkedAnswer(answer, DnStateSchema, `extension ${dn}`);
    },
    async getDevices(dn) {
      const answer = await api.GET('/callcontrol/{dn}/devices', { params: { path: { dn } }, fetch: short });
      return checkedAnswer(answer, z.array(DeviceSchema), `devices of extension ${dn}`);
    },
    async getParticipant(dn, id) {
      const answer = await api.GET('/callcontrol/{dn}/participants/{id}', {
        params: { path: { dn, id } },
        fetch: short,
      });
      return checkedAnswer(answer, ParticipantSchema, `participant ${String(id)} of extension ${dn}`);
    },
    async act(dn, id, action, request = {}) {
      const blocks = action === 'routeto' || action === 'transferto';
      const timeoutMs = (request.timeout ?? DEFAULT_RING_SECONDS) * 1000 + BLOCKING_MARGIN_MS;
      const answer = await api.POST('/callcontrol/{dn}/participants/{id}/{action}', {
        params: { path: { dn, id, action } },
        body: request,
        fetch: blocks ? within({ timeoutMs, ownConnection: true }) : short,
      });
      return checkedResult(answer, `${action} on extension ${dn}`);
    },
    async makeCall(dn, request, deviceId) {
      const limits = within({ ownConnection: true });
      const answer =
        deviceId === undefined
          ? await api.POST('/callcontrol/{dn}/makecall', {
              params: { path: { dn } },
              body: request,
              fetch: limits,
            })
          : await api.POST('/callcontrol/{dn}/devices/{deviceid}/makecall', {
              params: { path: { dn, deviceid: deviceId } },
              body: request,
              fetch: limits,
            });
      return checkedResult(answer, `a call from extension ${dn}`);
    },
    async speak(dn, id) {
      return transport.upload(streamUrl(dn, id), {
        ...(await bearer()),
        'content-type': 'application/octet-stream',
      });
    },
    async listen(dn, id, signal) {
      const response = await transport.download(streamUrl(dn, id), await bearer(), signal);
      if (!response.ok)
        throw errorOfResponse(response, await bodyOf(response), `the audio of extension ${dn}`);
      if (response.body === null) throw new UnexpectedResponseError(`3CX sent no audio for extension ${dn}.`);
      return response.body;
    },
  };
}

/** A 2xx without a body is a success too; a body that says otherwise is not. */
function checkedResult(answer: Answer, what: string): CallControlResult {
  const body = answer.data === undefined || answer.data === '' ? {} : answer.data;
  return checkedAnswer({ ...answer, data: body }, CallControlResultSchema, what);
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
