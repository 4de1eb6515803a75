import type { CallRecord } from '../../history/call-record';
import { amount } from '../entities/json-reading';
import type { JsonObject } from '../odata/json';
import { endedCalls, reachedLegs, talkedMs } from './call-log';
import { numbersIn, periodOf } from './report';
import type { ReportSources } from './report';

/** One call from the point of view of one extension. */
export interface ExtensionCall {
  readonly extension: string;
  readonly direction: 'inbound' | 'outbound';
  readonly at: number;
  readonly answered: boolean;
  /** Milliseconds. */
  readonly talked: number;
  /** It came by a queue or a ring group. */
  readonly viaQueue: boolean;
  readonly viaRingGroup: string;
}

/**
 * Every extension's part in the calls of the period: outbound for who called, inbound once for
 * each extension that was rung, however many of its devices were. `callArea` 1 is calls
 * inside and 2 calls outside; that is assumed, 0 for all is known.
 */
export function extensionCalls(
  { configuration, history }: ReportSources,
  given: JsonObject,
): readonly ExtensionCall[] {
  const { from, to } = periodOf(given);
  const area = amount(given.callArea);
  const wanted = numbersIn(given.extensionFilter ?? given.extensionDns);
  const group = groupMembers(configuration, given);
  const counts = (number: string): boolean =>
    configuration.extensions.find(number) !== undefined &&
    (!wanted || wanted.has(number)) &&
    (!group || group.has(number));
  return endedCalls(history.calls, from, to)
    .filter((call) => area === 0 || (area === 1) === (call.direction === 'internal'))
    .flatMap((call) => [...outgoing(call), ...incoming(call)])
    .filter(({ extension }) => counts(extension));
}

/** Undefined, for everyone, when no group is asked for. */
function groupMembers(
  { departments, extensions }: ReportSources['configuration'],
  { groupNumber, groupFilter }: JsonObject,
): ReadonlySet<string> | undefined {
  const numbers = numbersIn(groupNumber ?? groupFilter);
  if (!numbers) return undefined;
  const ids = new Set([...numbers].map((number) => departments.find(number)?.id));
  return new Set(
    extensions.all
      .filter(({ memberships }) => memberships.some(({ departmentId }) => ids.has(departmentId)))
      .map(({ number }) => number),
  );
}

function outgoing(call: CallRecord): readonly ExtensionCall[] {
  const [own] = call.segments;
  if (own?.party.type !== 'Wextension') return [];
  return [
    {
      extension: own.party.dn,
      direction: 'outbound',
      at: call.startedAt,
      answered: call.answeredAt !== undefined,
      talked:
        call.answeredAt === undefined ? 0 : Math.max(0, (own.endedAt ?? call.answeredAt) - call.answeredAt),
      viaQueue: false,
      viaRingGroup: '',
    },
  ];
}

function incoming(call: CallRecord): readonly ExtensionCall[] {
  const byExtension = new Map<string, ExtensionCall>();
  for (const leg of reachedLegs(call)) {
    if (leg.party.type !== 'Wextension') continue;
    const before = byExtension.get(leg.party.dn);
    byExtension.set(leg.party.dn, {
      extension: leg.party.dn,
      direction: 'inbound',
      at: before?.at ?? leg.startedAt,
      answered: (before?.answered ?? false) || leg.answeredAt !== undefined,
      talked: (before?.talked ?? 0) + talkedMs(leg),
      viaQueue: (before?.viaQueue ?? false) || leg.reason === 'queue',
      viaRingGroup: leg.reason === 'ring-group' ? leg.via : (before?.viaRingGroup ?? ''),
    });
  }
  return [...byExtension.values()];
}
