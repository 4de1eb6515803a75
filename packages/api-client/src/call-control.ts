import * as z from 'zod';
import { sendAuthenticated } from './authenticated-fetch';
import { callControlPath } from './call-control-path';
import { parsedAnswer, answerBody } from './plain-answer';
import { errorOfResponse } from './error-of-response';
import { UnexpectedResponseError } from './errors';
import type { components } from './generated/call-control';
import type { TokenSource } from './tokens/token-source';
import { abortErrorOf } from './transport/aborted';
import { errorOfConnection } from './transport/error-of-connection';
import { whenOver } from './transport/when-over';
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

export interface CallOptions {
  /** Calls the request off; the promise rejects with an `AbortError`. The PBX may have acted all the same. */
  readonly signal?: AbortSignal;
}

/**
 * The Call Control API. Every method may throw AuthenticationError (401),
 * SignInContestedError, PermissionError (403), NotFoundError (404), UnprocessableError
 * (400, 422), InvalidStateError (409), FailedDependencyError (424), RateLimitError (429),
 * ServerError (5xx), ConnectionFailedError, CertificateError, TimeoutError or
 * UnexpectedResponseError.
 */
export interface CallControlClient {
  /** Every extension granted to this client. */
  getState(options?: CallOptions): Promise<DnState[]>;
  getDn(dn: string, options?: CallOptions): Promise<DnState>;
  getDevices(dn: string, options?: CallOptions): Promise<Device[]>;
  getDevice(dn: string, deviceId: string, options?: CallOptions): Promise<Device>;
  getParticipants(dn: string, options?: CallOptions): Promise<Participant[]>;
  getParticipant(dn: string, id: number, options?: CallOptions): Promise<Participant>;
  /**
   * Acts on a participant. `routeto` and `transferto` answer when the target has
   * answered or the attempt has failed; they may take the request's `timeout`
   * (seconds, 30 when left out) and get 15 s more.
   */
  act(
    dn: string,
    id: number,
    action: ParticipantAction,
    request?: ActionRequest,
    options?: CallOptions,
  ): Promise<CallControlResult>;
  /** Places a call; answers when it exists, not when it is answered. Without a device, the PBX chooses. */
  makeCall(
    dn: string,
    request: MakeCallRequest,
    deviceId?: string,
    options?: CallOptions,
  ): Promise<CallControlResult>;
  /**
   * Opens the audio towards the caller: telephone PCM, kept open for the whole call. The
   * sign-in isn't renewed before it has closed, as long as that is safe.
   */
  speak(dn: string, id: number, signal?: AbortSignal): Promise<Upload>;
  /**
   * The caller's audio as it arrives; ends when the participant leaves. Chunks may hold
   * half a sample. The sign-in isn't renewed meanwhile, as long as that is safe.
   */
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

const READING = { accept: 'application/json' };
const ACTING = { accept: 'application/json', 'content-type': 'application/json' };

const DnStates = z.array(DnStateSchema);
const Devices = z.array(DeviceSchema);
const Participants = z.array(ParticipantSchema);

export function createCallControlClient(options: CallControlClientOptions): CallControlClient {
  const { serverUrl, tokens, transport } = options;
  const streamUrl = (dn: string, id: number) =>
    serverUrl + callControlPath('/callcontrol/{dn}/participants/{id}/stream', dn, id);

  async function read<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    operation: string,
    { signal }: CallOptions = {},
  ): Promise<z.output<Schema>> {
    const plain = { method: 'GET', url: serverUrl + path, headers: READING };
    const request = signal === undefined ? plain : { ...plain, signal };
    return parsedAnswer(
      await sendAuthenticated(transport, tokens, request, { operation }),
      schema,
      operation,
    );
  }

  async function command(
    path: string,
    body: ActionRequest | MakeCallRequest,
    limits: RequestLimits & { readonly operation: string },
    { signal }: CallOptions = {},
  ): Promise<CallControlResult> {
    const plain = { method: 'POST', url: serverUrl + path, headers: ACTING, body: JSON.stringify(body) };
    const request = signal === undefined ? plain : { ...plain, signal };
    const response = await sendAuthenticated(transport, tokens, request, limits);
    // A 2xx without a body is a success too; a body that says otherwise is not.
    return parsedAnswer(response, CallControlResultSchema, limits.operation, {});
  }

  return {
    getState: (call) => read('/callcontrol', DnStates, 'the state of its extensions', call),
    getDn: (dn, call) =>
      read(callControlPath('/callcontrol/{dn}', dn), DnStateSchema, `extension ${dn}`, call),
    getDevices: (dn, call) =>
      read(callControlPath('/callcontrol/{dn}/devices', dn), Devices, `devices of extension ${dn}`, call),
    getDevice: (dn, deviceid, call) =>
      read(
        callControlPath('/callcontrol/{dn}/devices/{deviceid}', dn, deviceid),
        DeviceSchema,
        `a device of extension ${dn}`,
        call,
      ),
    getParticipants: (dn, call) =>
      read(
        callControlPath('/callcontrol/{dn}/participants', dn),
        Participants,
        `participants of extension ${dn}`,
        call,
      ),
    getParticipant: (dn, id, call) =>
      read(
        callControlPath('/callcontrol/{dn}/participants/{id}', dn, id),
        ParticipantSchema,
        `participant ${String(id)} of extension ${dn}`,
        call,
      ),
    act(dn, id, action, request = {}, call) {
      const blocks = action === 'routeto' || action === 'transferto';
      const timeoutMs = (request.timeout ?? DEFAULT_RING_SECONDS) * 1000 + BLOCKING_MARGIN_MS;
      const operation = `${action} on extension ${dn}`;
      return command(
        callControlPath('/callcontrol/{dn}/participants/{id}/{action}', dn, id, action),
        request,
        blocks ? { operation, timeoutMs, totalTimeoutMs: timeoutMs, ownConnection: true } : { operation },
        call,
      );
    },
    makeCall(dn, request, deviceid, call) {
      const path =
        deviceid === undefined
          ? callControlPath('/callcontrol/{dn}/makecall', dn)
          : callControlPath('/callcontrol/{dn}/devices/{deviceid}/makecall', dn, deviceid);
      return command(path, request, { operation: `a call from extension ${dn}`, ownConnection: true }, call);
    },
    async speak(dn, id, signal) {
      const token = await tokens.get();
      const upload = transport.upload(
        streamUrl(dn, id),
        { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
        signal,
      );
      const renewAgain = tokens.postponeRenewal?.();
      void upload.closed.then((end) => {
        renewAgain?.();
        if (end.kind === 'answered' && end.response.status === 401) tokens.invalidate(token);
      });
      return upload;
    },
    async listen(dn, id, signal) {
      const operation = `the audio of extension ${dn}`;
      const open = async () => {
        const token = await tokens.get();
        const response = await transport.download(
          streamUrl(dn, id),
          { authorization: `Bearer ${token}` },
          signal,
        );
        if (response.status === 401) tokens.invalidate(token);
        return response;
      };
      let response = await open();
      if (response.status === 401) {
        await response.body?.cancel();
        response = await open();
      }
      if (!response.ok) throw errorOfResponse(response, answerBody(await response.text()), operation);
      if (response.body === null)
        throw new UnexpectedResponseError(`3CX sent no audio for extension ${dn}.`, { operation });
      const renewAgain = tokens.postponeRenewal?.();
      return whenOver(
        response.body,
        () => renewAgain?.(),
        (error) =>
          signal?.aborted === true ? abortErrorOf(signal) : errorOfConnection(error, serverUrl, operation),
      );
    },
  };
}
