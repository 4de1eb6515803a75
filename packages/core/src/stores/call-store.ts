import type { Participant } from '@org/3cx-api-client';
import type { CallDirection, CallStatus, EndReason } from '../calls/call-state';

/** One call as kept over restarts. Times are ISO 8601, UTC. */
export interface StoredCall {
  readonly id: string;
  readonly callid: number;
  readonly dn: string;
  readonly direction: CallDirection;
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly callerName: string;
  readonly did: string;
  readonly status: CallStatus;
  readonly startedAt: string;
  readonly answeredAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly endReason?: EndReason | undefined;
  /** Those last seen; none once it has ended. */
  readonly participants: readonly Participant[];
}

/** An ended call is kept for this long. */
export const KEPT_MS = 24 * 3_600_000;

/**
 * Remembers which calls a process was handling and which have ended, so that the next
 * one goes on with the former and still answers for the latter, for 24 hours. Keys
 * pressed are not kept.
 */
export interface CallStore {
  /** Every call kept: called once, before the phone system connects. */
  load(): Promise<readonly StoredCall[]>;
  /** The call as it is now; replaces what was kept under its id. Called in order, not awaited. */
  save(call: StoredCall): Promise<void>;
}

/** Whether a call has to be kept still. */
export function isKept({ endedAt }: StoredCall, now: Date): boolean {
  return endedAt === undefined || now.getTime() - Date.parse(endedAt) < KEPT_MS;
}
