import type { Call } from '../switch/call';
import type { Exchange } from '../switch/exchange';
import type { Leg, LegStatus } from '../switch/leg';

/** A stretch of time; `toMs` is null while it lasts. All times: milliseconds since the call began. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** One DN's part in the call, with what it was when. */
export interface LegLine {
  readonly participant: number;
  readonly dn: string;
  readonly name: string;
  /** Number as presented: of someone outside, his own. */
  readonly number: string;
  readonly spans: readonly (Span & { readonly status: LegStatus })[];
}

/** Something that happened at one instant. */
export type Mark =
  | { readonly kind: 'keys'; readonly atMs: number; readonly keys: string }
  | { readonly kind: 'transfer'; readonly atMs: number; readonly from: string; readonly to: string }
  | { readonly kind: 'ended'; readonly atMs: number; readonly by: string; readonly reason: string };

/** What happened in a call, and when. */
export interface Timeline {
  readonly call: number;
  readonly startedAt: string;
  /** Until now, or the end of the call. */
  readonly lengthMs: number;
  readonly legs: readonly LegLine[];
  /** What the person heard of route points: audio, silence, or hold music. */
  readonly heard: readonly (Span & { readonly kind: 'audio' | 'silence' | 'held' })[];
  readonly marks: readonly Mark[];
}

type Growing<T> = T extends object ? { -readonly [Key in keyof T]: T[Key] } : T;

interface Line extends Omit<LegLine, 'spans'> {
  readonly spans: Growing<LegLine['spans'][number]>[];
}

/** What is noted of a call as it goes on. */
interface Notes {
  readonly startedAt: number;
  readonly lines: Map<Leg, Line>;
  readonly held: Growing<Span>[];
  readonly marks: Mark[];
  counterpart: string | undefined;
  endedAt: number | undefined;
}

/** Watches the exchange and tells of each call what happened in it, for as long as the exchange remembers the call. */
export class Timelines {
  readonly #exchange: Exchange;
  readonly #notes = new WeakMap<Call, Notes>();

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
    exchange.listeners.add({
      legChanged: (leg) => {
        this.#legIs(leg, leg.status);
      },
      legRemoved: (leg) => {
        this.#legIs(leg, undefined);
      },
      keysPressed: (leg, keys) => {
        const call = exchange.register.call(leg.callId);
        if (call) this.#mark(call, (atMs) => ({ kind: 'keys', atMs, keys }));
      },
      callChanged: (call) => {
        this.#callIs(call);
      },
    });
  }

  of(call: Call): Timeline {
    const notes = this.#of(call);
    const until = notes.endedAt ?? this.#exchange.now();
    return {
      call: call.id,
      startedAt: call.startedAt.toISOString(),
      lengthMs: Math.round(until - notes.startedAt),
      legs: [...notes.lines.values()],
      heard: this.#heard(call, notes),
      marks: notes.marks,
    };
  }

  #of(call: Call): Notes {
    const known = this.#notes.get(call);
    if (known) return known;
    const notes: Notes = {
      startedAt: this.#exchange.now(),
      lines: new Map(),
      held: [],
      marks: [],
      counterpart: undefined,
      endedAt: undefined,
    };
    this.#notes.set(call, notes);
    return notes;
  }

  #at(notes: Notes): number {
    return Math.round(this.#exchange.now() - notes.startedAt);
  }

  #mark(call: Call, mark: (atMs: number) => Mark): void {
    const notes = this.#of(call);
    notes.marks.push(mark(this.#at(notes)));
  }

  #legIs(leg: Leg, status: LegStatus | undefined): void {
    const call = this.#exchange.register.call(leg.callId);
    if (!call || leg.far) return;
    const notes = this.#of(call);
    const atMs = this.#at(notes);
    const line = notes.lines.get(leg) ?? {
      participant: leg.id,
      dn: leg.dn.number,
      name: leg.self.name,
      number: leg.self.callerId,
      spans: [],
    };
    notes.lines.set(leg, line);
    const last = line.spans.at(-1);
    if (last?.status === status && last?.toMs === null) return;
    if (last?.toMs === null) last.toMs = atMs;
    if (status !== undefined) line.spans.push({ status, fromMs: atMs, toMs: null });
  }

  #callIs(call: Call): void {
    const notes = this.#of(call);
    const atMs = this.#at(notes);
    const counterpart = call.counterpart?.dn.number;
    if (counterpart !== undefined && notes.counterpart !== undefined && counterpart !== notes.counterpart) {
      notes.marks.push({ kind: 'transfer', atMs, from: notes.counterpart, to: counterpart });
    }
    notes.counterpart = counterpart ?? notes.counterpart;

    const isHeld = call.counterpart?.playOut?.held ?? false;
    const hold = notes.held.at(-1);
    if (isHeld && hold?.toMs !== null) notes.held.push({ fromMs: atMs, toMs: null });
    else if (!isHeld && hold?.toMs === null) hold.toMs = atMs;

    if (call.ending && notes.endedAt === undefined) {
      notes.endedAt = this.#exchange.now();
      notes.marks.push({ kind: 'ended', atMs, by: call.ending.by, reason: call.ending.reason });
    }
  }

  #heard(call: Call, notes: Notes): Timeline['heard'] {
    const now = this.#exchange.now();
    return call.playOuts
      .flatMap((playOut) => {
        const offset = playOut.startedAt - notes.startedAt;
        const end = offset + playOut.heardMs(now);
        const audio = playOut.stretches(now).map(({ atMs, lengthMs }) => ({
          kind: 'audio' as const,
          from: offset + atMs,
          to: offset + atMs + lengthMs,
        }));
        const held = notes.held
          .filter(({ fromMs, toMs }) => fromMs < end && (toMs ?? end) > offset)
          .map(({ fromMs, toMs }) => ({
            kind: 'held' as const,
            from: fromMs,
            to: Math.min(end, toMs ?? end),
          }));
        return withSilence([...audio, ...held], offset, end);
      })
      .map(({ kind, from, to }) => ({ kind, fromMs: Math.round(from), toMs: Math.round(to) }));
  }
}

interface Heard {
  readonly kind: 'audio' | 'silence' | 'held';
  readonly from: number;
  readonly to: number;
}

/** Fills what lies between, before and after with silence. */
function withSilence(parts: readonly Heard[], start: number, end: number): readonly Heard[] {
  const all: Heard[] = [];
  let at = start;
  for (const part of parts.toSorted((a, b) => a.from - b.from)) {
    if (part.from > at + 1) all.push({ kind: 'silence', from: at, to: part.from });
    all.push(part);
    at = Math.max(at, part.to);
  }
  if (end > at + 1) all.push({ kind: 'silence', from: at, to: end });
  return all;
}
