import type { Participant } from '@org/3cx-api-client';
import type { CallStatus, EndReason } from './call-state';
import { ByNumber } from '../replica/by-number';
import type { ReplicaChange } from '../replica/replica';
import type { Clock } from '../clock';
import { CallTime } from './call-time';
import { formatCallId } from './call-id';
import { actingParticipant, type CallRecord } from './call-record';
import { Participants } from './participants';
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

/**
 * Turns participants (several per call, one per device, replaced on transfer) into
 * calls, one per `callid` and extension. A kernel: no I/O, no timer; each method
 * returns the facts that follow, in order.
 */
export class CallModel {
  /** By `callid`. */
  private readonly live = new ByNumber<CallRecord>();
  private readonly byParticipant = new ByNumber<CallRecord>();

  constructor(private readonly clock: Pick<Clock, 'now' | 'date'>) {}

  get records(): CallRecord[] {
    return [...this.live.values()];
  }

  /** The call that a participant of ours belongs to. */
  recordOf(dn: string, participantId: number): CallRecord | undefined {
    return this.byParticipant.get(dn, participantId);
  }

  /** Takes a call that an earlier process has left, as it saw it last. */
  restore(record: CallRecord): void {
    this.live.set(record.dn, record.callid, record);
    for (const { id } of record.participants) this.byParticipant.set(record.dn, id, record);
  }

  /** The participants of an extension. */
  participantsOf(dn: string): Set<number> {
    const ids = this.records
      .filter((record) => record.dn === dn)
      .flatMap(({ participants }) => Array.from(participants, ({ id }) => id));
    return new Set(ids);
  }

  apply(change: ReplicaChange): CallFact[] {
    const { participant, synthetic } = change;
    const record = this.live.get(participant.dn, participant.callid);
    if (change.kind === 'removed')
      return record === undefined ? [] : this.removed(record, participant, synthetic);
    return record === undefined
      ? this.started(participant, synthetic)
      : this.updated(record, participant, synthetic);
  }

  /** Says why the call will have ended if its participant goes next. */
  expectEnd(record: CallRecord, reason: EndReason | undefined): void {
    if (this.isLive(record)) record.coming.expected = reason;
  }

  /**
   * Holds the end of a call back while a command is out whose outcome decides the
   * reason. The returned function gives it free, and returns the facts that follow.
   */
  holdEnd(record: CallRecord): () => CallFact[] {
    if (!this.isLive(record)) return () => [];
    const { coming } = record;
    coming.holds += 1;
    let held = true;
    return () => {
      if (!held) return [];
      held = false;
      coming.holds -= 1;
      return coming.holds === 0 && coming.held !== undefined ? this.ended(record, coming.held.synthetic) : [];
    };
  }

  private isLive(record: CallRecord): boolean {
    return this.live.get(record.dn, record.callid) === record;
  }

  private started(participant: Participant, synthetic: boolean): CallFact[] {
    const direction = directionOf(participant);
    const { from, to } = numbersOf(participant, direction);
    const connected = participant.status === 'Connected';
    const time = new CallTime(this.clock);
    const { startedAt } = time;
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
      time,
      startedAt,
      answeredAt: connected ? startedAt : undefined,
      endedAt: undefined,
      endReason: undefined,
      participants: new Participants([participant]),
      listener: undefined,
      coming: { expected: undefined, holds: 0, held: undefined },
    };
    this.live.set(participant.dn, participant.callid, record);
    this.byParticipant.set(participant.dn, participant.id, record);
    const started: CallFact = { kind: 'started', record, synthetic };
    // Seen connected at first sight: that it was answered follows, though nobody saw it happen.
    return connected
      ? [started, { kind: 'answered', record, synthetic: true }]
      : [started, { kind: 'ringing', record, synthetic }];
  }

  private updated(record: CallRecord, participant: Participant, synthetic: boolean): CallFact[] {
    if (record.participants.put(participant)) this.byParticipant.set(participant.dn, participant.id, record);
    const facts: CallFact[] = [];
    const changed = takeDetails(record);
    if (changed.length > 0) facts.push({ kind: 'updated', record, changed, synthetic });
    if (record.status === 'ringing' && statusOf(record) === 'answered') {
      record.status = 'answered';
      record.answeredAt = record.time.now();
      facts.push({ kind: 'answered', record, synthetic });
    }
    return facts;
  }

  private removed(record: CallRecord, participant: Participant, synthetic: boolean): CallFact[] {
    record.participants.delete(participant.id);
    this.byParticipant.delete(participant.dn, participant.id);
    if (record.participants.size > 0) {
      const changed = takeDetails(record);
      return changed.length > 0 ? [{ kind: 'updated', record, changed, synthetic }] : [];
    }
    if (record.coming.holds > 0) {
      record.coming.held = { synthetic };
      return [];
    }
    return this.ended(record, synthetic);
  }

  private ended(record: CallRecord, synthetic: boolean): CallFact[] {
    this.live.delete(record.dn, record.callid);
    record.endReason = record.coming.expected ?? inferredReason(record, synthetic);
    record.status = 'ended';
    record.endedAt = record.time.now();
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

function statusOf({ participants }: CallRecord): CallStatus {
  for (const { status } of participants) if (status === 'Connected') return 'answered';
  return 'ringing';
}

function inferredReason(record: CallRecord, synthetic: boolean): EndReason {
  if (synthetic) return 'lost-in-gap';
  return record.answeredAt === undefined ? 'not-answered' : 'remote-hung-up';
}
