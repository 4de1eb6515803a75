import type { CallDirection, PhoneSystem, XapiComponents } from '@org/3cx-core';
import { firstText } from './first-text';
import { secondsOf } from './iso-duration';
import type { Period } from './period';

type Xapi = PhoneSystem['xapi'];

/** A row of the call log: one segment of a call. */
export type CallLogRow = XapiComponents['schemas']['CallLogData'];

/** A call as the log tells of it, its segments put together. */
export interface LoggedCall {
  readonly callHistoryId: string;
  /** ISO 8601. */
  readonly startTime: string;
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  readonly direction: CallDirection;
  readonly answered: boolean;
  readonly ringSeconds: number;
  readonly talkSeconds: number;
  readonly reason: string;
  readonly segments: number;
  /** Every extension, queue and outside number that took part. */
  readonly parties: readonly string[];
  readonly recordingIds: readonly number[];
}

export interface CallFilter {
  /** Empty for all. */
  readonly directions: readonly CallDirection[];
  /** Calls that one of these took part in; empty for all. */
  readonly extensions: readonly string[];
  /** Part of a number of either side; empty for all. */
  readonly number: string;
  readonly answered: 'any' | 'answered' | 'missed';
  /** Least seconds talked. */
  readonly minDuration: number;
}

const ALL_CALLS: CallFilter = {
  directions: [],
  extensions: [],
  number: '',
  answered: 'any',
  minDuration: 0,
};

const CALL_LOG =
  '/ReportCallLogData/Pbx.GetCallLogData(periodFrom={periodFrom},periodTo={periodTo},sourceType={sourceType},sourceFilter={sourceFilter},destinationType={destinationType},destinationFilter={destinationFilter},callsType={callsType},callTimeFilterType={callTimeFilterType},callTimeFilterFrom={callTimeFilterFrom},callTimeFilterTo={callTimeFilterTo},hidePcalls={hidePcalls})';

/** Segments of one call stand close together in the log; so many further rows are looked through for the last ones. */
const ROWS_BEYOND = 100;

/**
 * The rows of the log, newest first.
 * @throws UnexpectedResponseError beyond 10 000 rows, without `limit`
 */
export function callLogRows(
  xapi: Xapi,
  { from, to }: Period,
  { limit, signal }: { readonly limit?: number; readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<CallLogRow, void, void> {
  return xapi.paginate(CALL_LOG, {
    path: {
      periodFrom: from.toISOString(),
      periodTo: to.toISOString(),
      // 0 and nothing mean all; what the other numbers mean is documented nowhere.
      sourceType: 0,
      sourceFilter: '',
      destinationType: 0,
      destinationFilter: '',
      callsType: 0,
      callTimeFilterType: 0,
      callTimeFilterFrom: '0:00:0',
      callTimeFilterTo: '0:00:0',
      hidePcalls: true,
    },
    orderBy: ['SegmentId desc'],
    ...(limit !== undefined && { limit }),
    ...(signal && { signal }),
  });
}

/**
 * Calls of a period, newest first, at most `limit`.
 * @throws PermissionError without the role System Owner
 */
export async function loggedCalls(
  xapi: Xapi,
  period: Period,
  filter: CallFilter = ALL_CALLS,
  { limit = Infinity, signal }: { readonly limit?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<LoggedCall[]> {
  const segments = new Map<string, CallLogRow[]>();
  let rowsLeft = Infinity;
  for await (const row of callLogRows(xapi, period, { signal })) {
    if (rowsLeft <= 0) break;
    rowsLeft -= 1;
    const id = idOf(row);
    const known = segments.get(id);
    if (known !== undefined) known.push(row);
    else if (rowsLeft === Infinity) segments.set(id, [row]);
    if (rowsLeft === Infinity && segments.size >= limit && matching(segments, filter).length >= limit) {
      rowsLeft = ROWS_BEYOND;
    }
  }
  return matching(segments, filter).slice(0, limit);
}

function matching(segments: ReadonlyMap<string, readonly CallLogRow[]>, filter: CallFilter): LoggedCall[] {
  return [...segments].map(([id, rows]) => callOf(id, rows)).filter((call) => fits(call, filter));
}

/** The same for all segments of a call; older releases have a number only. */
function idOf({ MainCallHistoryId, CallHistoryId, CallId }: CallLogRow): string {
  return firstText(MainCallHistoryId, CallHistoryId, String(CallId ?? ''));
}

/** @param newestFirst - the segments of one call */
function callOf(callHistoryId: string, newestFirst: readonly CallLogRow[]): LoggedCall {
  const rows = newestFirst.toReversed();
  const first = rows[0] ?? {};
  const last = rows.at(-1) ?? {};
  const answeredRows = rows.filter(isAnswered);
  const reached = answeredRows[0] ?? first;
  return {
    callHistoryId,
    startTime: first.StartTime ?? '',
    from: numberOf(first.SourceCallerId, first.SourceDn),
    fromName: first.SourceDisplayName ?? '',
    to: numberOf(reached.DestinationCallerId, reached.DestinationDn),
    toName: reached.DestinationDisplayName ?? '',
    direction: directionOf(first.Direction),
    answered: answeredRows.length > 0,
    ringSeconds: sum(rows.map(({ RingingDuration }) => secondsOf(RingingDuration))),
    talkSeconds: sum(rows.map(({ TalkingDuration }) => secondsOf(TalkingDuration))),
    reason: last.Reason ?? '',
    segments: rows.length,
    parties: [...new Set(rows.flatMap(partiesOf))],
    recordingIds: [
      ...new Set(rows.flatMap(({ Recordings = [] }) => Recordings.flatMap(({ Id }) => Id ?? []))),
    ],
  };
}

function isAnswered({ Answered, Status }: CallLogRow): boolean {
  return Answered ?? /^answered/i.test(Status ?? '');
}

function partiesOf({ SourceDn, SourceCallerId, DestinationDn, DestinationCallerId }: CallLogRow): string[] {
  const parties = [SourceDn, plain(SourceCallerId), DestinationDn, plain(DestinationCallerId)];
  return parties.map((party) => party ?? '').filter((party) => party !== '');
}

/** 3CX prints extensions as `Ext.100` in some places. */
function plain(callerId: string | null | undefined): string {
  return (callerId ?? '').replace(/^Ext\./, '');
}

function numberOf(callerId: string | null | undefined, dn: string | null | undefined): string {
  return firstText(plain(callerId), dn);
}

function directionOf(direction: string | null | undefined): CallDirection {
  if (/inbound|incoming/i.test(direction ?? '')) return 'inbound';
  return /outbound|outgoing/i.test(direction ?? '') ? 'outbound' : 'internal';
}

function fits(
  call: LoggedCall,
  { directions, extensions, number, answered, minDuration }: CallFilter,
): boolean {
  return (
    (directions.length === 0 || directions.includes(call.direction)) &&
    (extensions.length === 0 || extensions.some((extension) => call.parties.includes(extension))) &&
    (number === '' || call.parties.some((party) => party.includes(number))) &&
    (answered === 'any' || call.answered === (answered === 'answered')) &&
    call.talkSeconds >= minDuration
  );
}

function sum(numbers: readonly (number | null)[]): number {
  return Math.round(numbers.reduce<number>((total, one) => total + (one ?? 0), 0) * 10) / 10;
}
