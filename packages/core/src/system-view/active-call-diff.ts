import type { XapiActiveCall } from '@org/3cx-api-client';
import type { CallDirection } from '../calls/call-state';
import { CallTime } from '../calls/call-time';
import type { Clock } from '../clock';

/** What is known of one of our own calls, to tell its row apart. */
export interface OwnCall {
  readonly callid: number;
  readonly extension: string;
  readonly otherNumber: string;
}

/** One call elsewhere on the PBX, as its list has shown it so far. */
export interface ViewedCall {
  readonly id: number;
  from: string;
  to: string;
  callerName: string;
  direction: CallDirection;
  extension: string;
  readonly time: CallTime;
  readonly startedAt: Date;
  answeredAt: Date | undefined;
  endedAt: Date | undefined;
}

export interface ViewFact {
  readonly kind: 'started' | 'ringing' | 'answered' | 'updated' | 'ended';
  readonly call: ViewedCall;
  readonly changed: readonly string[];
}

/** `101 Jane Doe` of someone inside, `10001 Trunk (+49…)` of someone outside. */
interface Side {
  readonly number: string;
  readonly name: string;
  readonly dn: string;
  readonly outside: boolean;
}

/**
 * Compares the PBX's list of calls in progress with what it was before. A kernel. Only
 * calls that don't touch our own extensions are told, as those are told better
 * otherwise. That a row's `Id` is the `callid` is likely but not documented: it is
 * relied on only once a row with the id and the numbers of a call of ours has been seen,
 * and never after one with the id and other numbers.
 */
export class ActiveCallDiff {
  private readonly calls = new Map<number, ViewedCall>();
  private idsMatch: 'unknown' | 'yes' | 'no' = 'unknown';

  constructor(private readonly clock: Pick<Clock, 'now' | 'date'>) {}

  get size(): number {
    return this.calls.size;
  }

  apply(rows: readonly XapiActiveCall[], granted: ReadonlySet<string>, own: readonly OwnCall[]): ViewFact[] {
    const ours = new Map(own.map((call) => [call.callid, call]));
    for (const row of rows) this.checkIds(row, ours.get(row.Id));
    const present = new Map(
      rows.filter((row) => !this.isOwn(row, granted, ours)).map((row) => [row.Id, row]),
    );
    const facts: ViewFact[] = [];
    for (const [id, call] of this.calls) {
      if (present.has(id)) continue;
      this.calls.delete(id);
      // One that has come to an extension of ours goes on there.
      call.endedAt = call.time.now();
      facts.push({ kind: 'ended', call, changed: [] });
    }
    for (const row of present.values()) facts.push(...this.take(row));
    return facts;
  }

  private checkIds(row: XapiActiveCall, own: OwnCall | undefined): void {
    if (own === undefined || this.idsMatch === 'no') return;
    const numbers = [sideOf(row.Caller), sideOf(row.Callee)].flatMap(({ number, dn }) => [number, dn]);
    const same = numbers.includes(own.extension) || numbers.includes(own.otherNumber);
    if (!same) this.idsMatch = 'no';
    else if (numbers.includes(own.extension) && numbers.includes(own.otherNumber)) this.idsMatch = 'yes';
  }

  private isOwn(
    row: XapiActiveCall,
    granted: ReadonlySet<string>,
    ours: ReadonlyMap<number, OwnCall>,
  ): boolean {
    if (granted.has(sideOf(row.Caller).dn) || granted.has(sideOf(row.Callee).dn)) return true;
    return this.idsMatch === 'yes' && ours.has(row.Id);
  }

  private take(row: XapiActiveCall): ViewFact[] {
    const [caller, callee] = [sideOf(row.Caller), sideOf(row.Callee)];
    const answered = row.EstablishedAt !== null;
    const known = this.calls.get(row.Id);
    const details = {
      from: caller.number,
      to: callee.number,
      callerName: caller.name,
      direction: directionOf(caller, callee),
      extension: caller.outside || !callee.outside ? callee.dn : caller.dn,
    };
    if (known === undefined) {
      const time = new CallTime(this.clock);
      const { startedAt } = time;
      const answeredAt = answered ? startedAt : undefined;
      const call: ViewedCall = { id: row.Id, ...details, time, startedAt, answeredAt, endedAt: undefined };
      this.calls.set(row.Id, call);
      return [
        { kind: 'started', call, changed: [] },
        { kind: answered ? 'answered' : 'ringing', call, changed: [] },
      ];
    }
    const facts: ViewFact[] = [];
    const changed = (['from', 'to', 'callerName'] as const).filter(
      (field) => known[field] !== details[field],
    );
    Object.assign(known, details);
    if (changed.length > 0) facts.push({ kind: 'updated', call: known, changed: changed.map(eventField) });
    if (answered && known.answeredAt === undefined) {
      known.answeredAt = known.time.now();
      facts.push({ kind: 'answered', call: known, changed: [] });
    }
    return facts;
  }
}

function eventField(field: 'from' | 'to' | 'callerName'): string {
  return field === 'callerName' ? field : `${field}Number`;
}

function directionOf(caller: Side, callee: Side): CallDirection {
  if (caller.outside) return 'inbound';
  return callee.outside ? 'outbound' : 'internal';
}

function sideOf(text: string | null): Side {
  const outside = /^(\S*)\s*(.*?)\s*\(([^()]*)\)\s*$/.exec(text ?? '');
  if (outside !== null) {
    const [, dn = '', name = '', number = ''] = outside;
    return { number, name, dn, outside: true };
  }
  const [dn = '', ...words] = (text ?? '').trim().split(/\s+/);
  return { number: dn, name: words.join(' '), dn, outside: false };
}
