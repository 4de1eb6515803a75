import type { XapiClient } from '@org/3cx-api-client';
import type { Observable } from 'rxjs';
import type { AttachedData, Call, CommandOptions } from './call';
import type { CallEvent } from './events/call-event';
import type { PhoneSystemMetrics } from './telemetry/counters';

/** `lost`: reconnecting by itself. `failed`: given up, because the PBX refused our sign-in or permission. */
export type ConnectionState = 'connected' | 'lost' | 'failed' | 'disposed';

/** One call in progress, as the whole-system list tells it (XAPI `ActiveCalls`, 3CX facts 10.2). */
export interface ActiveCall {
  /** Our own id when the call is on one of our extensions, else `call-<id>-0`. */
  readonly callId: string;
  /** Display text of the caller, e.g. `101 Jane Doe`. */
  readonly from: string;
  /** Display text of the called side. */
  readonly to: string;
  /** Free text of the PBX, e.g. `Talking`, `Ringing`. */
  readonly status: string;
  /** ISO 8601; null while nobody has answered. */
  readonly startedAt: string | null;
  /** By the PBX's own clock; null while nobody has answered. */
  readonly durationSeconds: number | null;
}

export type SystemHealth = 'healthy' | 'degraded' | 'down';

/** The figures of XAPI `SystemStatus`, judged. What the PBX didn't tell is null. */
export interface SystemStatus {
  readonly status: SystemHealth;
  /** Why it isn't healthy, one plain sentence each; empty when healthy. */
  readonly reasons: readonly string[];
  readonly activeCalls: number | null;
  readonly maxCalls: number | null;
  readonly version: string | null;
  readonly trunksRegistered: number | null;
  readonly trunksTotal: number | null;
  readonly extensionsRegistered: number | null;
  readonly extensionsTotal: number | null;
}

export interface MakeCallOptions extends CommandOptions {
  /** Extension, queue, ring group or IVR number, or an outside number as one would dial it. */
  readonly to: string;
  /** The extension of ours that calls. Default: the client's route point. */
  readonly from?: string;
  /** The device to call from. Default: the only one, or else whichever the PBX chooses. */
  readonly deviceId?: string;
  /** How long the target may ring, in seconds. 1–120, default 30. */
  readonly timeoutSeconds?: number;
  readonly attachedData?: AttachedData;
  /** Gives up and rejects with the signal's reason; a call placed already is dropped. */
  readonly signal?: AbortSignal;
}

/** `unknown`: the answer was lost, and the state of the extension didn't settle it either. */
export type MakeCallOutcome =
  | { readonly kind: 'succeeded'; readonly call: Call }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'unknown' };

/**
 * A 3CX phone system as one API client sees it: its granted extensions, the calls
 * on them, and what happens to those calls. Made by `connect`; whoever made it
 * disposes it.
 */
export interface PhoneSystem extends AsyncDisposable {
  /** Origin of the PBX, e.g. `https://pbx.example.com:5001`. */
  readonly serverUrl: string;
  /** The client id, which is also the number of its route point. */
  readonly clientId: string;
  /** The extensions this client may see and control. */
  readonly extensions: readonly string[];
  readonly connection: ConnectionState;
  /** Completes on dispose. */
  readonly connection$: Observable<ConnectionState>;
  /**
   * Calls that have just reached one of our route points (or were found there on
   * connecting): one `Call` per conversation, each emitted once. Hot.
   */
  readonly incoming$: Observable<Call>;
  /**
   * Calls that come to one granted extension, route point or phone: as `incoming$`, which
   * a call that is waited for here doesn't count as handed out by. A phone's calls can be
   * answered only on devices that 3CX controls, and have neither audio nor keys for us.
   */
  incomingTo(extension: string): Observable<Call>;
  /** Everything that happens, in order, once. Hot and multicast. */
  readonly events$: Observable<CallEvent>;
  /**
   * `events$`, and the calls on all other extensions of the PBX beside them, marked
   * `data.source: 'active-calls'`: these are read every 2 to 30 s while somebody listens,
   * so shorter states aren't seen, and need the Configuration API permission.
   */
  readonly systemEvents$: Observable<CallEvent>;
  /** Figures about the connection, at once and every 5 s while somebody listens. */
  readonly metrics$: Observable<PhoneSystemMetrics>;
  /** The calls now in progress on our extensions. */
  readonly calls: readonly Call[];
  /**
   * The call with this id: in progress, or ended within the last 24 hours.
   * @throws InvalidCallIdError when it lacks the `call-` prefix, CallNotFoundError
   */
  call(id: string): Call;
  /**
   * Makes sure that `dn` is one of ours.
   * @throws ExtensionNotFoundError when the PBX knows no such extension for this client
   */
  requireExtension(dn: string): void;
  /**
   * Places a call from one of our extensions; resolves when it is there and dials, not
   * when it is answered. A route point plays to it once it is answered; a phone rings
   * or goes off the hook first.
   * @throws ExtensionNotFoundError, CallLimitError, CommandKeyError, PermissionError
   */
  makeCall(options: MakeCallOptions): Promise<MakeCallOutcome>;
  /**
   * Takes a parked call back, by calling its parking number. Best effort, as `Call.park`.
   * @throws what `makeCall` throws
   */
  unpark(options: Omit<MakeCallOptions, 'to'> & { readonly slot: string }): Promise<MakeCallOutcome>;
  /**
   * The Configuration API over this phone system's own sign-in, for what the calls don't tell:
   * history, queues, users, recordings. Each request needs the permission its facts are under.
   */
  readonly xapi: XapiClient;
  /** Calls on the whole PBX; needs the Configuration API permission. @throws PermissionError */
  getActiveCalls(): Promise<readonly ActiveCall[]>;
  /** How the PBX is. A PBX that can't be reached is an answer (`down`), not an error. */
  getSystemStatus(): Promise<SystemStatus>;
  /** Closes every socket, stream and timer; calls in progress stay as they are on the PBX. */
  dispose(): Promise<void>;
}
