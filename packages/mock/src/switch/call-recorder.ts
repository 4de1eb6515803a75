import { encodeWav } from '@org/3cx-audio';
import { snapshot } from '../history/call-scribe';
import { oppositeOf } from './call';
import type { Call, End } from './call';
import type { Exchange } from './exchange';
import type { Leg } from './leg';

interface Tape {
  readonly call: Call;
  readonly leg: Leg;
  readonly end: End | undefined;
  /** On whose account. */
  readonly dn: string;
  readonly startedAt: number;
  /** Whom the leg talks to; a transfer changes it. */
  other: Leg | undefined;
  readonly parts: Int16Array[];
  /** Sample number of the clock's time line up to which it is recorded. */
  recorded: number;
}

/** Records conversations of extensions and queues that are set to it, both directions mixed (3CX facts 10.8). */
export class CallRecorder {
  readonly #exchange: Exchange;
  readonly #tapes = new Map<Leg, Tape>();

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
    exchange.listeners.add({
      legChanged: (leg) => {
        this.#changed(leg);
      },
    });
  }

  /** Records from now until the leg is gone, unless it is being recorded already. */
  record(call: Call, leg: Leg, dn: string): void {
    if (this.#tapes.has(leg)) return;
    const { legs, wallNow } = this.#exchange;
    this.#tapes.set(leg, {
      call,
      leg,
      end: call.endOf(leg),
      dn,
      startedAt: wallNow(),
      other: otherOf(call, leg),
      parts: [],
      recorded: this.#sampleNow(),
    });
    const callRecordId = this.#exchange.scribe.recordOf(call);
    legs.whenRemoved(leg, () => {
      this.#keep(leg, callRecordId);
    });
  }

  #changed(leg: Leg): void {
    const call = this.#exchange.register.call(leg.callId);
    if (!call || leg.status !== 'Connected') return;
    const tape = this.#tapes.get(leg);
    if (tape) {
      this.#wind(tape);
      tape.other = otherOf(call, leg);
      return;
    }
    if (leg.dn.type !== 'Wextension' || !otherOf(call, leg)) return;
    const setting = this.#exchange.configuration.extensions.find(leg.dn.number)?.recordCalls;
    const wanted = setting === 'all' || (setting === 'external' && leg.peer.type === 'Wexternalline');
    if (wanted) this.record(call, leg, leg.dn.number);
  }

  /** Takes up what was said since the last time. */
  #wind(tape: Tape): void {
    const now = this.#sampleNow();
    const count = now - tape.recorded;
    if (count <= 0) return;
    const { legs } = this.#exchange;
    const own = legs.saidBy(tape.call, tape.leg, tape.recorded, count);
    const others = tape.other
      ? legs.saidBy(tape.call, tape.other, tape.recorded, count)
      : new Int16Array(count);
    tape.parts.push(mixed(own, others));
    tape.recorded = now;
  }

  #keep(leg: Leg, callRecordId: string): void {
    const tape = this.#tapes.get(leg);
    if (!tape) return;
    this.#wind(tape);
    this.#tapes.delete(leg);
    const { history, wallNow } = this.#exchange;
    const { call, dn, end, startedAt } = tape;
    const other = tape.other ?? leg;
    const [from, to] = end === 'origin' ? [leg, other] : [other, leg];
    history.addRecording({
      callId: call.id,
      callRecordId,
      dn,
      from: snapshot(from.self),
      to: snapshot(to.self),
      did: call.did,
      direction: history.call(callRecordId)?.direction ?? 'internal',
      startedAt,
      endedAt: wallNow(),
      wav: encodeWav(joined(tape.parts), 8000),
    });
  }

  #sampleNow(): number {
    return Math.floor(this.#exchange.now() * 8);
  }
}

function otherOf(call: Call, leg: Leg): Leg | undefined {
  const end = call.endOf(leg);
  return end && call.ends[oppositeOf(end)];
}

function mixed(one: Int16Array, other: Int16Array): Int16Array {
  return one.map((sample, index) => Math.max(-32_768, Math.min(32_767, sample + (other[index] ?? 0))));
}

function joined(parts: readonly Int16Array[]): Int16Array {
  const samples = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    samples.set(part, offset);
    offset += part.length;
  }
  return samples;
}
