import {
  FailedDependencyError,
  NotFoundError,
  UnprocessableError,
  type CallControlClient,
  type CallControlResult,
} from '@org/3cx-api-client';
import type { Call } from '../call';
import type { Clock } from '../clock';
import { waitFor } from '../calls/wait';
import type { MakeCallOptions, MakeCallOutcome } from '../phone-system';
import { mayHaveActed } from './settled-by-state';

export interface MakeCallPorts {
  readonly api: Pick<CallControlClient, 'makeCall' | 'getDevices' | 'getDn' | 'getParticipant' | 'act'>;
  readonly clock: Clock;
  /** Whether an extension is a route point: it calls from its one device. */
  isRoutePoint(dn: string): boolean;
  /** The participants of an extension that are known already. */
  participantsOf(dn: string): ReadonlySet<number>;
  /** The call of a participant, once it is seen, or `gone` when it went before; asks for it too. */
  callOf(dn: string, participantId: number): Promise<Call | 'gone'>;
}

const DEFAULT_TIMEOUT_SECONDS = 30;
/** 3CX may accept a call that never comes to be (3CX facts 4.2). */
const WATCHDOG_MS = 15_000;

/**
 * Places a call and says what became of it. A lost answer is settled by looking for
 * the new participant, never by calling again.
 * @throws NotFoundError, PermissionError, AuthenticationError, RateLimitError
 */
export async function makeCall(
  ports: MakeCallPorts,
  dn: string,
  options: MakeCallOptions,
): Promise<MakeCallOutcome> {
  options.signal?.throwIfAborted();
  const before = ports.participantsOf(dn);
  let participantId: number | undefined;
  try {
    const result = await placed(ports, dn, options);
    participantId = result.result?.id;
    if (participantId === undefined) {
      return { kind: 'failed', reason: result.reasontext || result.reason || '3CX placed no call' };
    }
  } catch (error) {
    if (error instanceof UnprocessableError || error instanceof FailedDependencyError)
      return { kind: 'failed', reason: error.detail || '3CX refused the call' };
    if (!mayHaveActed(error)) throw error;
    participantId = await newParticipant(ports, dn, before);
    if (participantId === undefined) return { kind: 'unknown' };
  }
  return seen(ports, dn, participantId, options.signal);
}

/** From a route point's one device, from a phone's only device, or from whichever the PBX chooses. */
async function placed(
  ports: MakeCallPorts,
  dn: string,
  { to, deviceId, timeoutSeconds, attachedData }: MakeCallOptions,
): Promise<CallControlResult> {
  const { api } = ports;
  const request = {
    destination: to.trim(),
    timeout: timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    ...(attachedData === undefined ? {} : { attacheddata: { ...attachedData } }),
  };
  const chosen = async () => {
    const devices = await api.getDevices(dn);
    return ports.isRoutePoint(dn) || devices.length === 1 ? devices[0]?.device_id : undefined;
  };
  if (deviceId !== undefined) return api.makeCall(dn, request, deviceId);
  const device = await chosen();
  try {
    return await api.makeCall(dn, request, device);
  } catch (error) {
    // A device id changes when the phone registers again: then it is looked up once more.
    const again = error instanceof NotFoundError && device !== undefined ? await chosen() : undefined;
    if (again === undefined || again === device) throw error;
    return api.makeCall(dn, request, again);
  }
}

/** The one participant that calls out now and wasn't there before; undefined when none or several are. */
async function newParticipant(
  { api }: MakeCallPorts,
  dn: string,
  before: ReadonlySet<number>,
): Promise<number | undefined> {
  try {
    const { participants } = await api.getDn(dn);
    const fresh = participants.filter(
      ({ id, status, originated_by_dn: originator }) =>
        !before.has(id) && (status === 'Dialing' || originator === dn),
    );
    return fresh.length === 1 ? fresh[0]?.id : undefined;
  } catch {
    return undefined;
  }
}

async function seen(
  ports: MakeCallPorts,
  dn: string,
  participantId: number,
  signal: AbortSignal | undefined,
): Promise<MakeCallOutcome> {
  const { api, clock } = ports;
  const appearing = ports.callOf(dn, participantId);
  const outcome = await waitFor(appearing, { clock, timeoutMs: WATCHDOG_MS, signals: [signal] });
  if (outcome === 'done') {
    const call = await appearing;
    if (call !== 'gone') return { kind: 'succeeded', call };
    return { kind: 'failed', reason: 'the call ended at once: busy, refused, or no route' };
  }
  if (outcome === 'aborted') {
    await dropQuietly(api, dn, participantId);
    signal?.throwIfAborted();
  }
  try {
    await api.getParticipant(dn, participantId);
    return { kind: 'unknown' };
  } catch (error) {
    if (error instanceof NotFoundError)
      return { kind: 'failed', reason: '3CX accepted the call, but within 15 s it did not come to be' };
    return { kind: 'unknown' };
  }
}

async function dropQuietly(api: MakeCallPorts['api'], dn: string, participantId: number): Promise<void> {
  try {
    await api.act(dn, participantId, 'drop');
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
}
