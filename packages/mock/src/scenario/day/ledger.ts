import type { Actor, Scenario, Step } from '../steps';

/** What a call should come to, worked out from the scenario alone. Times are milliseconds since it began. */
export interface LedgerCall {
  readonly from: string;
  readonly to: string;
  readonly placedAt: number;
  /** Who took it, in turn; a queue takes a call itself. */
  readonly taken: { readonly by: string; readonly at: number }[];
  /** Who was rung and did not take it. */
  readonly inVain: string[];
  endedAt: number;
  endedBy: string;
}

export interface LedgerVisit {
  readonly caller: string;
  readonly enteredAt: number;
  readonly polls: { readonly agent: string; readonly at: number; answered: boolean }[];
  answeredBy: string | undefined;
  leftAt: number;
  talkEndedAt: number | undefined;
}

/** Numbers of the phone system that the day is played on. */
export interface DayNumbers {
  readonly routePoint: string;
  readonly queue: { readonly number: string; readonly agents: readonly string[] };
  readonly ringGroup: { readonly number: string; readonly members: readonly string[] };
}

const ringMs = 20_000;
const pauseMs = 1_500;

type Behaviour =
  { readonly kind: 'answers' | 'rejects'; readonly afterMs: number } | { readonly kind: 'busy' | 'never' };
/** An actor waits for time to pass, or for something to hold. */
type Pause = { readonly untilMs: number } | { readonly until: () => boolean };
interface OnStage {
  readonly script: Generator<Pause, undefined>;
  pause: Pause | undefined;
}
interface Live {
  readonly call: LedgerCall;
  readonly visit: LedgerVisit | undefined;
  talkingTo: string | undefined;
  over: boolean;
}

/**
 * A bookkeeper's idea of the day: phones ring and are answered, a queue rings all
 * agents who are free, first come first served, and callers give up. It knows
 * nothing of the mock.
 */
export class Ledger {
  readonly calls: LedgerCall[] = [];
  readonly visits: LedgerVisit[] = [];
  readonly #numbers: DayNumbers;
  readonly #phones = new Map<string, Behaviour>();
  readonly #working = new Set<string>();
  readonly #occupied = new Set<string>();
  readonly #live: Live[] = [];
  readonly #waiting: Live[] = [];
  #agenda: { readonly at: number; readonly act: () => void }[] = [];
  #now = 0;

  constructor(scenario: Scenario, numbers: DayNumbers) {
    this.#numbers = numbers;
    const actors = scenario.actors.map((actor): OnStage => ({
      script: this.#follow(actor),
      pause: undefined,
    }));
    for (;;) {
      for (const actor of actors) this.#advance(actor);
      const waits = actors.flatMap(({ pause }) => (pause && 'untilMs' in pause ? [pause.untilMs] : []));
      const at = Math.min(...this.#agenda.map((entry) => entry.at), ...waits);
      if (at === Infinity) return;
      this.#now = at;
      const due = this.#agenda.filter((entry) => entry.at <= at);
      this.#agenda = this.#agenda.filter((entry) => entry.at > at);
      for (const { act } of due) act();
    }
  }

  /** Ids, from 1, of the calls under way at an instant. */
  activeAt(ms: number): readonly LedgerCall[] {
    return this.calls.filter(({ placedAt, endedAt }) => placedAt <= ms && ms < endedAt);
  }

  #advance(actor: OnStage): void {
    for (;;) {
      const { pause } = actor;
      const ready = pause === undefined || ('untilMs' in pause ? pause.untilMs <= this.#now : pause.until());
      if (!ready) return;
      const next = actor.script.next();
      actor.pause = next.done === true ? { until: () => false } : next.value;
      if (next.done === true) return;
    }
  }

  *#follow({ kind, number, steps }: Actor): Generator<Pause, undefined> {
    let mine: Live | undefined;
    const all: readonly Step[] = steps;
    for (const step of all) {
      switch (step.does) {
        case 'waits':
          yield { untilMs: this.#now + step.ms };
          break;
        case 'answers':
        case 'rejects':
          this.#phones.set(number, { kind: step.does, afterMs: step.afterMs ?? 0 });
          break;
        case 'isBusy':
          this.#phones.set(number, { kind: 'busy' });
          break;
        case 'doesNotAnswer':
          this.#phones.set(number, { kind: 'never' });
          break;
        case 'logsIn':
          this.#working.add(number);
          this.#serve();
          break;
        case 'logsOut':
          this.#working.delete(number);
          break;
        case 'dials':
          mine = this.#dial(number, step.to ?? this.#numbers.routePoint, step.to ?? step.did ?? '');
          break;
        case 'isConnectedTo': {
          const wanted = step.number;
          const connected = (): Live | undefined =>
            kind === 'caller'
              ? mine?.talkingTo === wanted
                ? mine
                : undefined
              : this.#live.find(
                  ({ call, talkingTo, over }) => !over && call.from === wanted && talkingTo === number,
                );
          yield { until: () => connected() !== undefined };
          mine = connected();
          break;
        }
        case 'hangsUp':
          if (mine) this.#end(mine, kind === 'caller' ? 'caller' : number);
          break;
        case 'ends': {
          const ending = mine;
          yield { until: () => ending?.over === true };
          break;
        }
        default:
          throw new Error(`The ledger does not know what it means when someone ${step.does}.`);
      }
    }
  }

  #dial(from: string, target: string, to: string): Live {
    const { routePoint, queue, ringGroup } = this.#numbers;
    const call = { from, to, placedAt: this.#now, taken: [], inVain: [], endedAt: Infinity, endedBy: '' };
    const visit =
      target === queue.number
        ? {
            caller: from,
            enteredAt: this.#now,
            polls: [],
            answeredBy: undefined,
            leftAt: Infinity,
            talkEndedAt: undefined,
          }
        : undefined;
    const live: Live = { call, visit, talkingTo: undefined, over: false };
    this.calls.push(call);
    if (visit) this.visits.push(visit);
    this.#live.push(live);
    this.#occupied.add(from);
    if (target === routePoint) this.#take(live, routePoint);
    else if (target === queue.number) {
      this.#take(live, target);
      this.#waiting.push(live);
      this.#serve();
    } else this.#ring(live, target === ringGroup.number ? ringGroup.members : [target]);
    return live;
  }

  /** Rings numbers for a call until one takes it or none is left. */
  #ring(live: Live, numbers: readonly string[]): void {
    for (const number of numbers) {
      const phone = this.#phones.get(number) ?? { kind: 'answers', afterMs: 0 };
      this.#occupied.add(number);
      this.#ringing.set(number, live);
      if (phone.kind === 'answers') {
        this.#later(phone.afterMs, live, () => {
          this.#ringing.delete(number);
          this.#stopRinging(live);
          this.#take(live, number);
        });
      } else if (phone.kind !== 'never') {
        this.#later(phone.kind === 'rejects' ? phone.afterMs : 0, live, () => {
          this.#ringing.delete(number);
          this.#lose(live, number);
          if (!numbers.some((other) => this.#rings(live, other))) this.#end(live, 'system');
        });
      }
    }
  }

  #stopRinging(live: Live): void {
    for (const [number, rung] of [...this.#ringing]) {
      if (rung !== live) continue;
      this.#ringing.delete(number);
      this.#lose(live, number);
    }
  }

  #lose(live: Live, number: string): void {
    this.#occupied.delete(number);
    live.call.inVain.push(number);
  }

  #take(live: Live, by: string): void {
    live.talkingTo = by;
    live.call.taken.push({ by, at: this.#now });
  }

  /** Rings every free agent for whoever has waited longest. */
  #serve(): void {
    for (const live of [...this.#waiting]) {
      if (live.visit?.polls.some(({ agent, answered }) => !answered && this.#rings(live, agent)) === true)
        continue;
      const free = this.#numbers.queue.agents.filter(
        (agent) => this.#working.has(agent) && !this.#occupied.has(agent),
      );
      if (free.length > 0) this.#poll(live, free);
    }
  }

  readonly #ringing = new Map<string, Live>();

  #rings(live: Live, agent: string): boolean {
    return this.#ringing.get(agent) === live;
  }

  #poll(live: Live, agents: readonly string[]): void {
    const { visit } = live;
    if (!visit) return;
    const polls = agents.map((agent) => ({ agent, at: this.#now, answered: false }));
    visit.polls.push(...polls);
    for (const agent of agents) {
      this.#occupied.add(agent);
      this.#ringing.set(agent, live);
    }
    for (const poll of polls) {
      const phone = this.#phones.get(poll.agent);
      if (phone?.kind !== 'answers') continue;
      this.#later(phone.afterMs, live, () => {
        if (!this.#rings(live, poll.agent)) return;
        this.#ringing.delete(poll.agent);
        this.#stopRinging(live);
        poll.answered = true;
        visit.answeredBy = poll.agent;
        visit.leftAt = this.#now;
        this.#waiting.splice(this.#waiting.indexOf(live), 1);
        this.#take(live, poll.agent);
        this.#serve();
      });
    }
    this.#later(ringMs, live, () => {
      if (!agents.some((agent) => this.#rings(live, agent))) return;
      this.#stopRinging(live);
      this.#later(pauseMs, live, () => {
        this.#serve();
      });
    });
  }

  #end(live: Live, by: string): void {
    if (live.over) return;
    live.over = true;
    Object.assign(live.call, { endedAt: this.#now, endedBy: by });
    this.#occupied.delete(live.call.from);
    if (live.talkingTo !== undefined) this.#occupied.delete(live.talkingTo);
    this.#stopRinging(live);
    if (live.visit) {
      if (live.visit.answeredBy !== undefined) live.visit.talkEndedAt = this.#now;
      live.visit.leftAt = Math.min(live.visit.leftAt, this.#now);
      const waits = this.#waiting.indexOf(live);
      if (waits !== -1) this.#waiting.splice(waits, 1);
    }
    this.#serve();
  }

  #later(ms: number, live: Live, act: () => void): void {
    this.#agenda.push({
      at: this.#now + ms,
      act: () => {
        if (!live.over) act();
      },
    });
  }
}
