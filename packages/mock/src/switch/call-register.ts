import type { Call } from './call';
import type { Leg } from './leg';

/** Ended calls kept for questions asked afterwards; the oldest go first. */
const endedCallsKept = 500;

/** Numbers calls and legs, and finds them. Numbers grow, and begin again with a restart. */
export class CallRegister {
  readonly #calls = new Map<number, Call>();
  readonly #ended: number[] = [];
  readonly #legs = new Map<number, Leg>();
  readonly #legsByDn = new Map<string, Set<Leg>>();
  #lastCallId = 0;
  #lastLegId = 0;
  readonly #reusesIds: boolean;

  constructor(participantIds: 'increasing' | 'reused' = 'increasing') {
    this.#reusesIds = participantIds === 'reused';
  }

  nextCallId(): number {
    this.#lastCallId += 1;
    return this.#lastCallId;
  }

  nextParticipantId(): number {
    if (this.#reusesIds) {
      let id = 1;
      while (this.#legs.has(id)) id += 1;
      return id;
    }
    this.#lastLegId += 1;
    return this.#lastLegId;
  }

  add(call: Call): void {
    this.#calls.set(call.id, call);
  }

  addLeg(leg: Leg): void {
    this.#legs.set(leg.id, leg);
    const onDn = this.#legsByDn.get(leg.dn.number) ?? new Set();
    this.#legsByDn.set(leg.dn.number, onDn.add(leg));
  }

  removeLeg(leg: Leg): void {
    this.#legs.delete(leg.id);
    this.#legsByDn.get(leg.dn.number)?.delete(leg);
  }

  /** Nothing is known any more, and numbers begin again. */
  restart(): void {
    this.#calls.clear();
    this.#legs.clear();
    this.#legsByDn.clear();
    this.#ended.length = 0;
    this.#lastCallId = 0;
    this.#lastLegId = 0;
  }

  retire(call: Call): void {
    this.#ended.push(call.id);
    const oldest = this.#ended.length > endedCallsKept ? this.#ended.shift() : undefined;
    if (oldest !== undefined) this.#calls.delete(oldest);
  }

  /** In progress or ended. */
  call(id: number): Call | undefined {
    return this.#calls.get(id);
  }

  get all(): readonly Call[] {
    return [...this.#calls.values()];
  }

  get active(): readonly Call[] {
    return this.all.filter((call) => !call.ending);
  }

  /** The live leg with this id on this DN. */
  leg(dn: string, id: number): Leg | undefined {
    const leg = this.#legs.get(id);
    return leg?.dn.number === dn ? leg : undefined;
  }

  legsOn(dn: string): readonly Leg[] {
    return [...(this.#legsByDn.get(dn) ?? [])];
  }
}
