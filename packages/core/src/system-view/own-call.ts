import type { CallRecord } from '../calls/call-record';
import type { OwnCall } from './active-call-diff';

/** What tells a call of ours in the PBX's list. */
export function ownCallOf({ callid, dn, direction, fromNumber, toNumber }: CallRecord): OwnCall {
  return { callid, extension: dn, otherNumber: direction === 'outbound' ? toNumber : fromNumber };
}
