import type { Participant } from '@org/3cx-api-client';
import type { CallStatus, EndReason } from './call-state';
import { participantKey, type ParticipantKey, type ReplicaChange } from '../replica/replica';
import { formatCallId } from './call-id';
import { actingParticipant, type CallRecord } from './call-record';
import { directionOf, numbersOf } from './direction';

/** Something that has become true of a call. */
export type CallFact =
  | {
      readonly kind: 'started' | 'ringing' | 'answered' | 'ended';
      readonly record: CallRecord;
      readonly synthetic: boolean;
    }
  | {
      readonly kind: 'updated';
      readonly record: CallRecord;
      readonly changed: readonly string[];
      readonly synthetic: boolean;
    };

interface Entry {
  readonly record: CallRecord;
  /** Why the call will have ended, if it ends now: set by whoever is about to end it. */
  expected: EndReason | undefined;
  /** Commands whose outcome decides why the call has ended; its end waits for them. */
  holds: number;
  /** The end that waits: whether it was found by comparing snapshots. */
  heldEnd: { readonly synthetic: boolean } | undefined;
}

/**
 * Turns participants (several per call, one per device, replaced on transfer) into
 * calls, one per `callid` and extension. A kernel: no I/O, no timer; each method
 * returns the facts that follow, in order.
 */
export class CallModel {
  private readonly live = new Map<string, Entry>();
  private readonly byParticipant = new Map<ParticipantKey, Entry>();

  constructor(private readonly date: () => Date) {}

  get records(): CallRecord[] {
    return [...this.live.values()].map(({ record }) => record);
  }

  /** The call that a participant of ours belongs to. */
  recordOf(dn: string, participantId: number): CallRecord | undefined {
    return this.byParticipant.get(participantKey(dn, participantId))?.record;
  }

  /** Takes a call that an earlier process has left, as it saw it last. */
  restore(record: CallRecord): void {
    const entry: Entry = { record, expected: undefined, holds: 0, heldEnd: undefined };
    this.live.set(`${record.dn}/${String(record.callid)}`, entry);
    for (const id of record.participants.keys()) this.byParticipant.set(participantKey(record.dn, id), entry);
  }

  /** The participants of an extension. */
  participantsOf(dn: string): Set<number> {
    const ids = this.records
      .filter((record) => record.dn === dn)
      .flatMap((one) => [...one.participants.keys()]);
    return new Set(ids);
  }

  apply(change: ReplicaChange): CallFact[] {
    const { participant, synthetic } = change;
    const key = keyOf(participant);
    const entry = this.live.get(key);
    if (change.kind === 'removed')
      return entry === undefined ? [] : this.removed(entry, participant, synthetic);
    return entry === undefined
      ? this.started(key, participant, synthetic)
      : this.updated(entry, participant, synthetic);
  }

  /** Says why the call will have ended if its participant goes next. */
  expectEnd(record: CallRecord, reason: EndReason | undefined): void {
    const entry = this.entryOf(record);
    if (entry !== undefined) entry.expected = reason;
  }

  /**
   * Holds the end of a call back while a command is out whose outcome decides the
   * reason. The returned function gives it free, and returns the facts that follow.
   */
  holdEnd(record: CallRecord): () => CallFact[] {
    const entry = this.entryOf(record);
    if (entry === undefined) return () => [];
    entry.holds += 1;
    let held = true;
    return () => {
      if (!held) return [];
      held = false;
      entry.holds -= 1;
      return entry.holds === 0 && entry.heldEnd !== undefined
        ? this.ended(entry, entry.heldEnd.synthetic)
        : [];
    };
  }

  private entryOf(record: CallRecord): Entry | undefined {
    const entry = this.live.get(`${record.dn}/${String(record.callid)}`);
    return entry?.record === record ? entry : undefined;
  }

  private started(key: string, participant: Participant, synthetic: boolean): CallFact[] {
    const direction = directionOf(participant);
    const { from, to } = numbersOf(participant, direction);
    const connected = participant.status === 'Connected';
    const now = this.date();
    const record: CallRecord = {
      id: formatCallId(participant.callid, participant.id),
      callid: participant.callid,
      dn: participant.dn,
      direction,
      fromNumber: from,
      toNumber: to,
      callerName: participant.party_caller_name,
      did: participant.party_did,
      status: connected ? 'answered' : 'ringing',
      startedAt: now,
      answeredAt: connected ? now : undefined,
      endedAt: undefined,
      endReason: undefined,
      participants: new Map([[participant.id, participant]]),
    };
    const entry: Entry = { record, expected: undefined, holds: 0, heldEnd: undefined };
    this.live.set(key, entry);
    this.byParticipant.set(participantKey(participant.dn, participant.id), entry);
    const started: CallFact = { kind: 'started', record, synthetic };
    // Seen connected at first sight: that it was answered follows, though nobody saw it happen.
    return connected
      ? [started, { kind: 'answered', record, synthetic: true }]
      : [started, { kind: 'ringing', record, synthetic }];
  }

  private updated(entry: Entry, participant: Participant, synthetic: boolean): CallFact[] {
    const { record } = entry;
    const isNew = !record.participants.has(participant.id);
    record.participants.set(participant.id, participant);
    if (isNew) this.byParticipant.set(participantKey(participant.dn, participant.id), entry);
    const facts: CallFact[] = [];
    const changed = takeDetails(record);
    if (changed.length > 0) facts.push({ kind: 'updated', record, changed, synthetic });
    if (record.status === 'ringing' && statusOf(record) === 'answered') {
      record.status = 'answered';
      record.answeredAt = this.date();
      facts.push({ kind: 'answered', record, synthetic });
    }
    return facts;
  }

  private removed(entry: Entry, participant: Participant, synthetic: boolean): CallFact[] {
    const { record } = entry;
    record.participants.delete(participant.id);
    this.byParticipant.delete(participantKey(participant.dn, participant.id));
    if (record.participants.size > 0) {
      const changed = takeDetails(record);
      return changed.length > 0 ? [{ kind: 'updated', record, changed, synthetic }] : [];
    }
    if (entry.holds > 0) {
      entry.heldEnd = { synthetic };
      return [];
    }
    return this.ended(entry, synthetic);
  }

  private ended(entry: Entry, synthetic: boolean): CallFact[] {
    const { record } = entry;
    this.live.delete(`${record.dn}/${String(record.callid)}`);
    record.endReason = entry.expected ?? inferredReason(record, synthetic);
    record.status = 'ended';
    record.endedAt = this.date();
    return [{ kind: 'ended', record, synthetic }];
  }
}

/**
 * Takes the details of the participant that speaks for the call; the PBX tells some
 * late (a name looked up, the number of the new party after a transfer). Losing
 * devices and the far leg of our own call have other details and don't count.
 */
function takeDetails(record: CallRecord): string[] {
  const participant = actingParticipant(record);
  if (participant === undefined) return [];
  const { from, to } = numbersOf(participant, record.direction);
  const next = {
    fromNumber: from,
    toNumber: to,
    callerName: participant.party_caller_name,
    did: participant.party_did,
  };
  const changed: string[] = [];
  for (const field of ['fromNumber', 'toNumber', 'callerName', 'did'] as const) {
    if (next[field] !== '' && next[field] !== record[field]) {
      record[field] = next[field];
      changed.push(field);
    }
  }
  return changed;
}

function keyOf({ dn, callid }: Participant): string {
  return `${dn}/${String(callid)}`;
}

function statusOf({ participants }: CallRecord): CallStatus {
  for (const { status } of participants.values()) if (status === 'Connected') return 'answered';
  return 'ringing';
}

function inferredReason(record: CallRecord, synthetic: boolean): EndReason {
  if (synthetic) return 'lost-in-gap';
  return record.answeredAt === undefined ? 'not-answered' : 'remote-hung-up';
}
