import type { Call } from '../switch/call';
import type { Leg } from '../switch/leg';
import type { Party } from '../switch/party';
import type { CallRecord, PartySnapshot, SegmentOutcome, SegmentReason } from './call-record';
import type { HistoryBook } from './history-book';

/** Keeps the call records of a history as the switch tells it what happens. */
export class CallScribe {
  readonly #book: HistoryBook;
  readonly #wallNow: () => number;
  readonly #segments = new Map<Leg, { readonly record: string; readonly segment: number }>();
  readonly #records = new Map<Call, string>();

  constructor(book: HistoryBook, wallNow: () => number) {
    this.#book = book;
    this.#wallNow = wallNow;
  }

  /** Id of the record of a call in progress. */
  recordOf(call: Call): string {
    return this.#records.get(call) ?? '';
  }

  callBegan(call: Call, direction: CallRecord['direction'], trunk: string): void {
    const record = this.#book.openCall({
      callId: call.id,
      direction,
      from: call.from,
      to: call.to,
      did: call.did,
      trunk,
      startedAt: call.startedAt.getTime(),
      answeredAt: undefined,
      endedAt: undefined,
      endedBy: undefined,
      endReason: undefined,
    });
    this.#records.set(call, record);
  }

  callAnswered(call: Call): void {
    this.#book.changeCall(this.recordOf(call), { answeredAt: this.#wallNow() });
  }

  callEnded(call: Call, by: string, reason: string): void {
    this.#book.changeCall(this.recordOf(call), { endedAt: this.#wallNow(), endedBy: by, endReason: reason });
    this.#records.delete(call);
  }

  legBegan(call: Call, leg: Leg, reason: SegmentReason, via: string): void {
    const record = this.recordOf(call);
    const now = this.#wallNow();
    const segment = this.#book.openSegment(record, {
      participantId: leg.id,
      legId: leg.legId,
      party: snapshot(leg.self),
      peer: snapshot(leg.peer),
      reason,
      via,
      startedAt: now,
      ringingAt: leg.status === 'Ringing' ? now : undefined,
      answeredAt: undefined,
      endedAt: undefined,
      outcome: undefined,
    });
    this.#segments.set(leg, { record, segment });
  }

  legConnected(leg: Leg): void {
    const kept = this.#segments.get(leg);
    if (!kept) return;
    const segment = this.#book.call(kept.record)?.segments.find(({ id }) => id === kept.segment);
    if (segment?.answeredAt !== undefined) return;
    this.#book.changeSegment(kept.record, kept.segment, { answeredAt: this.#wallNow() });
  }

  /** A leg that was connected was answered, whatever `outcome` says. */
  legEnded(leg: Leg, outcome: SegmentOutcome): void {
    const kept = this.#segments.get(leg);
    if (!kept) return;
    this.#segments.delete(leg);
    this.#book.changeSegment(kept.record, kept.segment, {
      endedAt: this.#wallNow(),
      outcome: leg.status === 'Connected' ? 'answered' : outcome,
    });
  }
}

export function snapshot({ dn, type, name, callerId }: Party): PartySnapshot {
  return { dn, type, name, number: callerId };
}
