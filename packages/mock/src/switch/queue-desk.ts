import type { QueueConfiguration } from '../configuration/queue';
import type { QueueVisit } from '../history/queue-visit';
import { Agents } from './agents';
import type { Call, End } from './call';
import type { Exchange } from './exchange';
import type { Leg } from './leg';
import type { Offer } from './offer';
import { partyOf } from './party';
import type { Dn } from './party';
import { directPath } from './path';
import type { Path } from './path';
import { pollingOrder, togetherAtMost } from './queue-strategy';
import { forward } from './reach';
import type { Unanswered } from './ringing';

/** Pause of a caller between two rounds in which nobody took the call. Milliseconds. */
const pauseMs = 1_500;
/** How long the destination after the queue may ring, milliseconds. */
const overflowRingMs = 120_000;

/** A caller who waits. */
interface Waiter {
  readonly call: Call;
  readonly end: End;
  readonly leg: Leg;
  readonly visit: number;
  readonly queue: QueueConfiguration;
  /** Groups still to be rung in this round. */
  groups: string[][];
  /** Agents rung now. */
  readonly ringing: Map<string, Offer | undefined>;
  /** Between two rounds. */
  paused: boolean;
  /** Sent on because the longest wait was over. */
  timedOut: boolean;
  cancelPause: () => void;
}

/**
 * The queues: keep callers with music until an agent takes them, ring agents who
 * are logged in, registered and free by the queue's strategy, first come first
 * served, and send callers on who waited too long (3CX facts 8.12, 10.6).
 */
export class QueueDesk {
  readonly agents: Agents;
  readonly #exchange: Exchange;
  readonly #waiters: Waiter[] = [];
  readonly #lastPolled = new Map<string, string>();
  #dispatching = false;
  #cancelLook = (): void => undefined;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
    const { configuration, history, wallNow, listeners } = exchange;
    this.agents = new Agents(configuration, history, wallNow);
    listeners.add({
      legRemoved: ({ dn }) => {
        if (dn.type === 'Wextension') this.#dispatchSoon();
      },
    });
    configuration.subscribe((part) => {
      if (part === 'extensions' || part === 'queues') this.#dispatchSoon();
    });
  }

  /** How many callers wait in a queue. */
  waitingIn(queue: string): number {
    return this.#waiters.filter((waiter) => waiter.queue.number === queue).length;
  }

  /** A call arrives at a queue. */
  receive(offer: Offer, dn: Dn, path: Path, unreached: Unanswered): void {
    const queue = this.#exchange.configuration.queues.find(dn.number);
    if (!queue) return;
    if (queue.maxCallers > 0 && this.waitingIn(dn.number) >= queue.maxCallers) {
      this.#turnAway(offer, queue, path, unreached);
      return;
    }
    const { call, end } = offer;
    const leg = this.#exchange.connect(offer, {
      dn,
      deviceId: '',
      directControl: false,
      self: partyOf(dn),
      path,
    });
    if (!leg) return;
    this.#exchange.legs.voiceOf(leg).loop(queue.onHoldFile);
    const waiter: Waiter = {
      call,
      end,
      leg,
      visit: this.#exchange.history.openVisit(this.#visitOf(offer, queue)),
      queue,
      groups: [],
      ringing: new Map(),
      paused: false,
      timedOut: false,
      cancelPause: () => undefined,
    };
    this.#waiters.push(waiter);
    const cancelWait =
      queue.maxWaitSeconds > 0
        ? this.#exchange.timers.after(queue.maxWaitSeconds * 1000, () => {
            this.#sendOn(waiter);
          })
        : () => undefined;
    this.#exchange.legs.whenRemoved(leg, () => {
      cancelWait();
      waiter.cancelPause();
      this.#left(waiter);
    });
    this.#dispatch();
  }

  #visitOf({ call, peer }: Offer, queue: QueueConfiguration): Omit<QueueVisit, 'id'> {
    return {
      callId: call.id,
      callRecordId: this.#exchange.scribe.recordOf(call),
      queue: queue.number,
      caller: peer.callerId,
      enteredAt: this.#exchange.wallNow(),
      polls: [],
      answeredBy: undefined,
      answeredAt: undefined,
      leftAt: undefined,
      talkEndedAt: undefined,
      outcome: undefined,
    };
  }

  /** The queue is full. */
  #turnAway(offer: Offer, queue: QueueConfiguration, path: Path, unreached: Unanswered): void {
    const now = this.#exchange.wallNow();
    this.#exchange.history.openVisit({
      ...this.#visitOf(offer, queue),
      leftAt: now,
      outcome: 'overflow',
    });
    const next: Path = { ...path, reason: 'forwarded', via: queue.number };
    forward(
      this.#exchange,
      offer,
      queue.overflow,
      next,
      () => {
        this.#exchange.soon(offer, () => {
          unreached('busy', 'system');
        });
      },
      unreached,
    );
  }

  /** The longest wait is over. */
  #sendOn(waiter: Waiter): void {
    waiter.timedOut = true;
    waiter.cancelPause();
    const { call, end, leg, queue } = waiter;
    for (const offer of waiter.ringing.values()) if (offer) this.#exchange.giveUp(offer, 'cancelled');
    const destination = this.#exchange.directory.routed(queue.overflow);
    if (!destination) {
      this.#exchange.end(call, 'system', 'no answer');
      return;
    }
    this.#exchange.offer(call, {
      end,
      destination,
      timeoutMs: overflowRingMs,
      path: { ...directPath, reason: 'forwarded', via: queue.number, onBehalfOf: leg.self },
      settled: (outcome) => {
        if (outcome.kind === 'failed' && !leg.removed) this.#exchange.end(call, 'system', 'no answer');
      },
    });
  }

  /** Rings whoever can be rung for whoever waits, the longest waiting first. */
  #dispatch(): void {
    this.#dispatching = false;
    const inOrder = [...this.#waiters].sort(
      (one, other) => Number(other.queue.priority) - Number(one.queue.priority),
    );
    const withoutAgents = new Set<string>();
    for (const waiter of inOrder) {
      const { number, agents } = waiter.queue;
      if (waiter.ringing.size > 0 || waiter.paused || waiter.timedOut || withoutAgents.has(number)) continue;
      if (agents.some((agent) => this.#isFree(agent.number))) this.#poll(waiter);
      else withoutAgents.add(number);
    }
    this.#cancelLook();
    // A phone that registers tells no one, so the queue looks again.
    if (withoutAgents.size > 0) {
      this.#cancelLook = this.#exchange.timers.after(pauseMs, () => {
        this.#dispatch();
      });
    }
  }

  #dispatchSoon(): void {
    if (this.#waiters.length === 0 || this.#dispatching) return;
    this.#dispatching = true;
    this.#exchange.timers.after(0, () => {
      this.#dispatch();
    });
  }

  /** Rings the next group of the round that has anyone free. */
  #poll(waiter: Waiter): void {
    const { queue } = waiter;
    if (waiter.groups.length === 0) waiter.groups = this.#round(queue);
    for (let group = waiter.groups.shift(); group; group = waiter.groups.shift()) {
      const free = group.filter((agent) => this.#isFree(agent)).slice(0, togetherAtMost(queue.strategy));
      if (free.length === 0) continue;
      for (const agent of free) waiter.ringing.set(agent, undefined);
      for (const agent of free) this.#ring(waiter, agent);
      return;
    }
  }

  #round({ number, strategy, agents }: QueueConfiguration): string[][] {
    return pollingOrder(strategy, agents, {
      lastPolled: this.#lastPolled.get(number),
      idleSince: (agent) => this.agents.idleSince(agent),
      talkMs: (agent) => this.agents.work(number, agent).talkMs,
      answered: (agent) => this.agents.work(number, agent).answered,
      random: this.#exchange.random,
    });
  }

  #isFree(agent: string): boolean {
    const { phones, register, configuration } = this.#exchange;
    const extension = configuration.extensions.find(agent);
    return (
      extension !== undefined &&
      extension.enabled &&
      extension.devices.length > 0 &&
      phones.of(agent).registered &&
      this.agents.isLoggedIn(agent) &&
      this.agents.isRested(agent) &&
      register.legsOn(agent).length === 0
    );
  }

  #ring(waiter: Waiter, agent: string): void {
    const { history, wallNow, directory } = this.#exchange;
    const destination = directory.resolve(agent);
    if (!destination || waiter.leg.removed) {
      waiter.ringing.delete(agent);
      return;
    }
    const { call, end, queue, visit, leg } = waiter;
    this.#lastPolled.set(queue.number, agent);
    history.openPoll(visit, agent, wallNow());
    const offer = this.#exchange.offer(call, {
      end,
      destination,
      timeoutMs: queue.ringSeconds * 1000,
      path: {
        ...directPath,
        reason: 'queue',
        via: queue.number,
        onBehalfOf: leg.self,
        hops: 1,
        forwards: false,
      },
      settled: (outcome) => {
        waiter.ringing.delete(agent);
        history.closePoll(visit, agent, wallNow(), outcome.kind === 'answered');
        if (outcome.kind === 'failed' && waiter.ringing.size === 0) this.#unanswered(waiter);
      },
    });
    if (waiter.ringing.has(agent)) waiter.ringing.set(agent, offer);
  }

  /** Nobody of this group took the call: on to the next group, or a pause and a new round. */
  #unanswered(waiter: Waiter): void {
    if (waiter.leg.removed || waiter.call.ending || waiter.timedOut) return;
    if (waiter.groups.length > 0) {
      this.#poll(waiter);
      if (waiter.ringing.size > 0) return;
    }
    waiter.paused = true;
    waiter.cancelPause();
    waiter.cancelPause = this.#exchange.timers.after(pauseMs, () => {
      waiter.paused = false;
      this.#dispatch();
    });
  }

  /** The caller is no longer in the queue. */
  #left(waiter: Waiter): void {
    this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
    if (this.#waiters.length === 0) this.#cancelLook();
    const { history, wallNow } = this.#exchange;
    const { call, visit, queue } = waiter;
    const leftAt = wallNow();
    const taker = call.ending ? undefined : call.ends[waiter.end];
    if (waiter.timedOut) {
      history.changeVisit(visit, { leftAt, outcome: 'timeout' });
    } else if (!taker) {
      history.changeVisit(visit, { leftAt, outcome: 'abandoned' });
    } else if (!waiter.ringing.has(taker.dn.number)) {
      history.changeVisit(visit, { leftAt, outcome: 'transferred' });
    } else {
      const agent = taker.dn.number;
      history.changeVisit(visit, { leftAt, answeredAt: leftAt, answeredBy: agent, outcome: 'answered' });
      this.agents.talkBegan(queue.number, agent);
      if (queue.recording === 'AllowToOptOut') this.#exchange.recorder.record(call, taker, queue.number);
      this.#exchange.legs.whenRemoved(taker, () => {
        this.#talkEnded(visit, queue, agent, leftAt);
      });
    }
  }

  #talkEnded(visit: number, queue: QueueConfiguration, agent: string, since: number): void {
    const { history, wallNow, timers } = this.#exchange;
    const wrapUpMs = queue.wrapUpSeconds * 1000;
    const now = wallNow();
    history.changeVisit(visit, { talkEndedAt: now });
    this.agents.talkEnded(queue.number, agent, now - since, wrapUpMs);
    if (wrapUpMs === 0) return;
    timers.after(wrapUpMs, () => {
      this.agents.wrapUpEnded(agent);
      this.#dispatch();
    });
  }
}
