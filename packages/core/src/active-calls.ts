import type { XapiActiveCall } from '@org/3cx-api-client';
import { formatCallId } from './calls/call-id';
import type { ActiveCall } from './phone-system';

/**
 * Rows of the PBX's own list. `idOf` gives our id where the call is one of ours: that
 * `Id` there is the `callid` here is likely but not documented.
 */
export function activeCallsOf(
  rows: readonly XapiActiveCall[],
  idOf: (callid: number) => string | undefined,
): ActiveCall[] {
  return rows.map((row) => ({
    callId: idOf(row.Id) ?? formatCallId(row.Id, 0),
    from: row.Caller ?? '',
    to: row.Callee ?? '',
    status: row.Status ?? '',
    startedAt: row.EstablishedAt,
    durationSeconds: secondsBetween(row.EstablishedAt, row.ServerNow),
  }));
}

function secondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
