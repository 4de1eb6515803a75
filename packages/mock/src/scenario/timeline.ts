import type { LogEntry } from './telephone-desk';

/** One thing that was done or happened. */
export interface TimelineEntry {
  /** Since the scenario began, milliseconds. */
  readonly atMs: number;
  /** An actor's name, or `PBX`. */
  readonly who: string;
  readonly what: string;
  /** It is what the scenario failed at. */
  readonly failed?: boolean;
}

/** What the PBX's log tells of calls, of what clients did to them, and of faults. */
export function pbxEntries(
  log: readonly LogEntry[],
  beganAtMs: number,
  callers: ReadonlyMap<number, string>,
): readonly TimelineEntry[] {
  const told = new Map<string, string>();
  return log.flatMap(({ timeMs, kind, detail }) => {
    const what = inWords(kind, detail, callers);
    if (what === undefined) return [];
    const about = kind === 'call' ? `call ${String(detail.call)}` : '';
    if (about !== '' && told.get(about) === what) return [];
    told.set(about, what);
    return [{ atMs: timeMs - beganAtMs, who: 'PBX', what }];
  });
}

function inWords(
  kind: string,
  detail: LogEntry['detail'],
  callers: ReadonlyMap<number, string>,
): string | undefined {
  switch (kind) {
    case 'call': {
      const { call, state, connectedTo, endedBy } = detail;
      const name = callers.get(Number(call));
      const subject = `call ${String(call)}${name === undefined ? '' : ` (${name})`}`;
      if (state === 'connected') return `${subject} is connected to ${String(connectedTo)}`;
      return state === 'ended' ? `${subject} is over, ended by ${String(endedBy)}` : `${subject} rings`;
    }
    case 'request': {
      const { method, action, dn, id, route, status } = detail;
      if (method !== 'POST') return undefined;
      const asked =
        action === undefined
          ? String(route)
          : `${String(action)} of participant ${String(id)} on ${String(dn)}`;
      return `a client asked for ${asked}: ${String(status)}`;
    }
    case 'socket':
      if (detail.refused !== undefined) return `an event socket was refused: ${String(detail.refused)}`;
      return detail.open === true ? 'an event socket was opened' : 'an event socket was closed';
    case 'fault':
      return `fault: ${String(detail.name)}`;
    default:
      return undefined;
  }
}

/** A line per entry, seconds first, readable in a terminal. */
export function timelineLines(entries: readonly TimelineEntry[]): readonly string[] {
  const width = Math.max(0, ...entries.map(({ who }) => who.length));
  return [...entries]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, who, what, failed }) => {
      const at = (atMs / 1000).toFixed(3).padStart(9);
      return `${failed === true ? '✗' : ' '} ${at}  ${who.padEnd(width)}  ${what}`;
    });
}
