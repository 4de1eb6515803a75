import type { DnState, Participant } from '@org/3cx-api-client';
import { ByNumber } from './by-number';

/** A participant that appeared, changed or went. `synthetic`: found by comparing snapshots, not told by an event. */
export type ReplicaChange =
  | { readonly kind: 'added'; readonly participant: Participant; readonly synthetic: boolean }
  | {
      readonly kind: 'changed';
      readonly participant: Participant;
      readonly before: Participant;
      readonly synthetic: boolean;
    }
  | { readonly kind: 'removed'; readonly participant: Participant; readonly synthetic: boolean };

export type ParticipantKey = string;

/** One participant among all extensions: ids alone are unique only while the PBX runs. */
export function participantKey(dn: string, id: number): ParticipantKey {
  return `${dn}/${String(id)}`;
}

/** What a key was made of. */
export function participantOf(key: ParticipantKey): { readonly dn: string; readonly id: number } {
  const cut = key.lastIndexOf('/');
  return { dn: key.slice(0, cut), id: Number(key.slice(cut + 1)) };
}

/**
 * The participants of our extensions as last seen: plain state, no clock and no
 * I/O. Each method returns what it changed, in the order it is to be told.
 */
export class Replica {
  private readonly participants = new ByNumber<Participant>();

  get(dn: string, id: number): Participant | undefined {
    return this.participants.get(dn, id);
  }

  /** Takes in what a GET of one participant showed. */
  put(participant: Participant, synthetic = false): ReplicaChange[] {
    const { dn, id } = participant;
    const before = this.participants.get(dn, id);
    this.participants.set(dn, id, participant);
    if (before === undefined) return [{ kind: 'added', participant, synthetic }];
    if (isSame(before, participant)) return [];
    if (isAnotherCall(before, participant, synthetic)) {
      return [
        { kind: 'removed', participant: before, synthetic: true },
        { kind: 'added', participant, synthetic },
      ];
    }
    return [{ kind: 'changed', participant, before, synthetic }];
  }

  remove(dn: string, id: number, synthetic = false): ReplicaChange[] {
    const participant = this.participants.get(dn, id);
    if (participant === undefined) return [];
    this.participants.delete(dn, id);
    return [{ kind: 'removed', participant, synthetic }];
  }

  /**
   * Takes in a full snapshot: what it lacks has gone, the rest is put. What is in
   * `newer` is left alone: of these something later is known, or being asked for.
   */
  reset(state: readonly DnState[], newer: ReadonlySet<ParticipantKey> = new Set()): ReplicaChange[] {
    const present = new Map<ParticipantKey, Participant>();
    for (const { dn, participants } of state) {
      for (const participant of participants) present.set(participantKey(dn, participant.id), participant);
    }
    const fresh = [...present].filter(([key]) => !newer.has(key));
    let byCall: Map<string, Participant[]> | undefined;
    const first: Participant[] = [];
    const last: Participant[] = [];
    for (const left of this.participants.values()) {
      const key = participantKey(left.dn, left.id);
      if (newer.has(key)) continue;
      const now = present.get(key);
      if (now !== undefined && !isAnotherCall(left, now, true)) continue;
      // Where somebody else of the call is there, the call goes on: they come first, then this one goes.
      byCall ??= groupedByCall(present.values());
      const goesOn = (byCall.get(callKey(left)) ?? []).some((other) => isSameConversation(left, other));
      (goesOn && now === undefined ? last : first).push(left);
    }
    return [
      ...first.flatMap(({ dn, id }) => this.remove(dn, id, true)),
      ...fresh.flatMap(([, participant]) => this.put(participant, true)),
      ...last.flatMap(({ dn, id }) => this.remove(dn, id, true)),
    ];
  }
}

function groupedByCall(participants: Iterable<Participant>): Map<string, Participant[]> {
  const grouped = new Map<string, Participant[]>();
  for (const participant of participants) {
    const key = callKey(participant);
    const others = grouped.get(key);
    if (others === undefined) grouped.set(key, [participant]);
    else others.push(participant);
  }
  return grouped;
}

function callKey({ dn, callid }: Participant): string {
  return `${dn}/${String(callid)}`;
}

/** Whether two participants with one call id are of one call, and not of two that had the id in turn. */
function isSameConversation(one: Participant, other: Participant): boolean {
  return one.party_caller_id === other.party_caller_id || other.referred_by_dn !== '';
}

const PROGRESS: Record<Participant['status'], number> = { Dialing: 0, Ringing: 0, Connected: 1 };

/**
 * Whether an id that we know stands for something else now, because the PBX has
 * restarted and counts from the beginning: another call or leg, one that has not been
 * answered any more, or, after a time in which we saw nothing, another party whom
 * nobody transferred here.
 */
function isAnotherCall(before: Participant, after: Participant, unseen: boolean): boolean {
  return (
    before.callid !== after.callid ||
    before.legid !== after.legid ||
    PROGRESS[after.status] < PROGRESS[before.status] ||
    (unseen &&
      after.referred_by_dn === '' &&
      before.party_caller_id !== '' &&
      before.party_caller_id !== after.party_caller_id)
  );
}

/** Field by field; a participant that we parsed has them all. */
const FIELDS = [
  'status',
  'party_caller_id',
  'party_caller_name',
  'party_dn',
  'party_did',
  'party_dn_type',
  'device_id',
  'direct_control',
  'legid',
  'callid',
  'originated_by_dn',
  'originated_by_type',
  'referred_by_dn',
  'referred_by_type',
  'on_behalf_of_dn',
  'on_behalf_of_type',
] as const satisfies readonly (keyof Participant)[];

function isSame(a: Participant, b: Participant): boolean {
  for (const field of FIELDS) if (a[field] !== b[field]) return false;
  return true;
}
