import type { Trace } from '../trace/trace';
import type { Faults } from './faults-schema';
import type { FaultProxy } from './proxy/fault-proxy';
import { Rule } from './rule';

const faultNames = [
  'dropSockets',
  'halfOpenSockets',
  'rejectUpgrades',
  'revokeToken',
  'failRequests',
  'delayGets',
  'staleGets',
  'late404',
  'forbidParticipants',
  'duplicateEvents',
  'loseEvents',
  'loseRemoves',
  'delayEvents',
  'reorderEvents',
  'garbleEvents',
  'ghostParticipant',
] as const satisfies readonly (keyof Faults)[];

type FaultName = (typeof faultNames)[number];
type StandingFaults = { readonly [Name in FaultName]?: Exclude<Faults[Name], true> };
type Standing<Name extends FaultName> = NonNullable<StandingFaults[Name]>;

export type EventKind = 'upset' | 'remove' | 'dtmf';
/** Faults that may be limited to some kinds of events. */
type EventFaultName =
  | 'dropSockets'
  | 'duplicateEvents'
  | 'loseEvents'
  | 'delayEvents'
  | 'reorderEvents'
  | 'garbleEvents'
  | 'ghostParticipant';

/** They strike once when it isn't said how often or how likely. */
const strikingOnce: ReadonlySet<FaultName> = new Set([
  'rejectUpgrades',
  'failRequests',
  'late404',
  'loseEvents',
  'loseRemoves',
]);

const defaultSeed = 1;
/** The trace holds none. */
const outsideNumber = /\+?\d{8,}/g;

/** The faults in force. Those that act once, at once (`dropSockets: true`…), aren't kept here. */
export class FaultBoard {
  readonly #trace: Trace;
  #standing: StandingFaults = {};
  readonly #rules = new Map<FaultName, Rule>();
  #outages = 0;
  #ghosts = 0;
  /** The proxy in front, if there is one. */
  proxy: FaultProxy | undefined;

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  /** Adds faults; one that is in force already begins anew. */
  set({ dropSockets, halfOpenSockets, revokeToken, ghostParticipant, ...others }: Faults): void {
    const given: StandingFaults = {
      ...others,
      ...(isStanding(dropSockets) ? { dropSockets } : {}),
      ...(isStanding(halfOpenSockets) ? { halfOpenSockets } : {}),
      ...(isStanding(revokeToken) ? { revokeToken } : {}),
      ...(isStanding(ghostParticipant) ? { ghostParticipant } : {}),
    };
    this.#standing = { ...this.#standing, ...given };
    for (const name of faultNames) {
      const fault = given[name];
      if (!fault) continue;
      const isOnce = strikingOnce.has(name) && fault.probability === undefined;
      this.#rules.set(
        name,
        new Rule(name, {
          probability: fault.probability,
          count: fault.count ?? (isOnce ? 1 : undefined),
          seed: fault.seed ?? others.seed ?? defaultSeed,
        }),
      );
    }
  }

  clear(): void {
    this.#standing = {};
    this.#rules.clear();
  }

  /** Everything answers 503 until the returned function is called. */
  beginOutage(): () => void {
    this.#outages += 1;
    return () => {
      this.#outages -= 1;
    };
  }

  isInForce(name: FaultName): boolean {
    return this.#rules.has(name);
  }

  /** @returns the fault if it strikes `subject` this time. */
  strikes<Name extends FaultName>(name: Name, subject: string): Standing<Name> | undefined {
    const fault = this.#standing[name];
    if (!fault || this.#rules.get(name)?.strikes(subject) !== true) return undefined;
    this.#trace.add('fault', { name, subject: subject.replace(outsideNumber, '…') });
    return fault;
  }

  /** The same for an event, if the fault is for that kind of event. */
  strikesEvent<Name extends EventFaultName>(
    name: Name,
    kind: EventKind,
    subject: string,
  ): Standing<Name> | undefined {
    const kinds = this.#standing[name]?.events;
    return kinds && !kinds.includes(kind) ? undefined : this.strikes(name, subject);
  }

  /** A whole number from 0 to `most`, for a fault that has just struck this subject. */
  amount(name: FaultName, subject: string, most: number): number {
    return this.#rules.get(name)?.amount(subject, most) ?? 0;
  }

  /** @returns the status to refuse this upgrade with. */
  takeUpgradeRefusal(): number | undefined {
    return this.#outages > 0 ? 503 : this.strikes('rejectUpgrades', 'upgrade')?.status;
  }

  /** @returns the status to fail this request with. */
  takeRequestFailure(path: string): number | undefined {
    if (this.#outages > 0) return 503;
    const failure = this.#standing.failRequests;
    return failure && path.includes(failure.path) ? this.strikes('failRequests', path)?.status : undefined;
  }

  /** An id that no participant has. */
  nextGhostId(): number {
    this.#ghosts += 1;
    return 1_000_000 + this.#ghosts;
  }

  /** As shown by `GET /state`: what is in force, how often each has struck and still may. */
  toJSON(): object {
    const { proxy } = this;
    return {
      inForce: Object.fromEntries(
        [...this.#rules].map(([name, rule]) => [name, { ...this.#standing[name], ...rule.toJSON() }]),
      ),
      down: this.#outages > 0,
      proxy: proxy
        ? { url: proxy.url, enabled: proxy.enabled, connections: proxy.connections, toxics: proxy.toxics }
        : null,
    };
  }
}

function isStanding<Fault>(fault: Fault | true | undefined): fault is Fault {
  return fault !== undefined && fault !== true;
}
