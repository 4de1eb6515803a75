import type { PbxConfiguration } from '../configuration/pbx-configuration';
import { CallScribe } from '../history/call-scribe';
import type { HistoryBook } from '../history/history-book';
import type { Settings } from '../settings';
import type { Timers } from '../timers';
import { oppositeOf } from './call';
import type { Call, End, RingFailure } from './call';
import { CallRecorder } from './call-recorder';
import { CallRegister } from './call-register';
import { makeCall, placeCall } from './dialling';
import type { Directory } from './directory';
import { ExchangeListeners } from './exchange-listener';
import type { ExchangeParts, MakeCall, OfferTo, PlaceCall, Rung, Seat } from './exchange-requests';
import type { Leg } from './leg';
import { Legs } from './legs';
import { Offer } from './offer';
import { ParkingLot } from './parking-lot';
import { Phones } from './phones';
import { QueueDesk } from './queue-desk';
import { reach } from './reach';
import { watchRegistrations } from './registrations';
import type { Attempt, Ringing } from './ringing';

const failureReasons: Record<RingFailure, string> = {
  busy: 'busy',
  rejected: 'rejected',
  'no-answer': 'no answer',
  'not-registered': 'not registered',
  cancelled: 'cancelled',
};

/** The phone system behind the APIs: sets calls up, rings phones, moves ends, takes calls down. */
export class Exchange {
  readonly register: CallRegister;
  readonly listeners = new ExchangeListeners();
  readonly parking = new ParkingLot();
  readonly settings: Settings;
  readonly configuration: PbxConfiguration;
  readonly directory: Directory;
  readonly history: HistoryBook;
  readonly scribe: CallScribe;
  readonly phones: Phones;
  readonly queues: QueueDesk;
  readonly recorder: CallRecorder;
  readonly timers: Timers;
  readonly now: () => number;
  readonly wallNow: () => number;
  readonly random: () => number;
  readonly legs: Legs;

  constructor(parts: ExchangeParts) {
    this.settings = parts.settings;
    this.register = new CallRegister(parts.settings.participantIds);
    this.configuration = parts.configuration;
    this.directory = parts.directory;
    this.history = parts.history;
    this.timers = parts.timers;
    this.now = parts.now;
    this.wallNow = parts.wallNow;
    this.random = parts.random ?? Math.random;
    this.scribe = new CallScribe(parts.history, parts.wallNow);
    this.legs = new Legs({
      register: this.register,
      listeners: this.listeners,
      scribe: this.scribe,
      audio: parts.audio,
      timers: parts.timers,
      playOut: parts.settings,
      now: parts.now,
    });
    this.phones = new Phones(parts.settings.answerAfterMs);
    this.queues = new QueueDesk(this);
    watchRegistrations(this);
    this.recorder = new CallRecorder(this);
  }

  /** Someone, outside or on an extension, dials a number. */
  placeCall(request: PlaceCall): Call {
    return placeCall(this, request);
  }

  /** A DN of ours calls out. @returns its leg: Dialing, or Ringing while its own phones have to be picked up first. */
  makeCall(request: MakeCall): Leg {
    return makeCall(this, request);
  }

  /** Offers one end of the call to a destination; whoever answers first takes that end over. */
  offer(call: Call, { end, destination, timeoutMs, peer, referredBy, path, settled }: OfferTo): Offer {
    const other = call.ends[oppositeOf(end)]?.self ?? peer;
    if (!other) throw new Error('Nobody is at the other end of the call.');
    const offer = new Offer({ call, end, peer: other, referredBy, settled });
    this.#open(offer, timeoutMs);
    reach(this, offer, destination, path, (reason, by) => {
      this.giveUp(offer, reason, by);
    });
    return offer;
  }

  /** Nobody will take this offer; without another, and nobody at that end, the call is over. */
  giveUp(offer: Offer, reason: RingFailure, by = 'system'): void {
    if (!offer.open) return;
    offer.close();
    for (const attempt of [...offer.attempts]) this.fail(attempt, reason);
    offer.tell({ kind: 'failed', reason });
    const { call, end } = offer;
    if (call.ending) return;
    if (!call.ends[end] && call.offersAt(end).length === 0) this.end(call, by, failureReasons[reason]);
    else this.touch(call);
  }

  /** Rings one leg; what its phone does follows by itself. */
  ring(ringing: Ringing, rung: Rung): void {
    const { offer } = ringing;
    const { phone, path } = rung;
    const { peer, referredBy } = offer;
    const leg = this.legs.add(offer.call, { ...rung, peer, referredBy });
    offer.newest = leg;
    const attempt: Attempt = { leg, ringing, timers: [] };
    ringing.attempts.add(attempt);
    offer.attempts.add(attempt);
    offer.call.attempts.set(leg, attempt);
    this.changed(leg);
    if (path.ringMs !== undefined) this.#failLater(attempt, path.ringMs, 'no-answer');
    if (!phone) return;
    if (!phone.registered) this.#failLater(attempt, 0, 'not-registered');
    else if (phone.answer === 'busy') this.#failLater(attempt, 0, 'busy');
    else if (phone.answer === 'reject') this.#failLater(attempt, phone.afterMs, 'rejected');
    else if (phone.answer === 'auto') {
      this.#later(attempt, phone.afterMs, () => {
        this.#take(offer, leg);
      });
    }
  }

  /** Someone takes the offer at once, without ringing. @returns undefined when it is no longer open. */
  connect(offer: Offer, seat: Seat): Leg | undefined {
    if (!offer.open) return undefined;
    const { peer, referredBy } = offer;
    const leg = this.legs.add(offer.call, { ...seat, peer, referredBy, status: 'Ringing' });
    offer.newest = leg;
    this.#take(offer, leg);
    return leg;
  }

  /** Puts a new leg at one end of a call, in place of whoever is there. */
  seat(call: Call, end: End, seat: Seat): Leg | undefined {
    const peer = call.ends[oppositeOf(end)];
    if (!peer) return undefined;
    const offer = new Offer({ call, end, peer: peer.self, referredBy: undefined, settled: () => undefined });
    this.#open(offer, 0);
    return this.connect(offer, seat);
  }

  /** A ringing leg answers. @returns false when it isn't ringing. */
  answer(leg: Leg): boolean {
    const attempt = this.register.call(leg.callId)?.attempts.get(leg);
    if (!attempt) return false;
    this.#take(attempt.ringing.offer, leg);
    return true;
  }

  /** A leg leaves: a ringing one declines, a connected or dialling one ends the call. */
  drop(leg: Leg): void {
    const call = this.register.call(leg.callId);
    if (!call) return;
    const attempt = call.attempts.get(leg);
    if (attempt) this.fail(attempt, 'rejected', leg.dn.number);
    else this.end(call, leg.dn.number, 'hung up');
  }

  /** A rung leg comes to nothing. */
  fail(attempt: Attempt, reason: RingFailure, by = 'system'): void {
    const { leg, ringing } = attempt;
    const { offer } = ringing;
    if (!offer.attempts.delete(attempt)) return;
    offer.call.attempts.delete(leg);
    stopTimers(attempt);
    this.legs.remove(leg, reason);
    ringing.lose(attempt, reason, by);
    if (!offer.call.ending) this.touch(offer.call);
  }

  end(call: Call, by: string, reason: string): void {
    if (call.ending) return;
    call.ending = { by, reason, at: new Date(this.wallNow()) };
    for (const offer of [...call.offers]) this.giveUp(offer, 'cancelled');
    for (const leg of call.liveLegs) this.legs.remove(leg, 'cancelled');
    call.ends.origin = undefined;
    call.ends.target = undefined;
    call.farLeg = undefined;
    this.scribe.callEnded(call, by, reason);
    this.register.retire(call);
    this.touch(call);
  }

  /** The person presses keys; a route point that is connected hears them unless it has put them on hold, and so do services. */
  pressKeys(call: Call, keys: string): boolean {
    const leg = call.counterpart;
    if (leg?.keyPressed) {
      for (const key of keys) leg.keyPressed(key);
      return true;
    }
    if (leg?.dn.type !== 'Wroutepoint' || !leg.playOut || leg.playOut.held) return false;
    this.listeners.keysPressed(leg, keys);
    return true;
  }

  /** Tells everyone that something visible about this leg changed. */
  changed(leg: Leg): void {
    this.listeners.legChanged(leg);
    const call = this.register.call(leg.callId);
    if (call) this.touch(call);
  }

  /** Runs in a moment, if the offer is then still open. */
  soon(offer: Offer, action: () => void): void {
    this.timers.after(0, () => {
      if (offer.open) action();
    });
  }

  /** What a leg hears: what the other end says. `count` samples from sample number `from` of the clock's time line on. */
  hearing(call: Call, leg: Leg, from: number, count: number): Int16Array {
    const end = call.endOf(leg);
    const other = end && call.ends[oppositeOf(end)];
    return other ? this.legs.saidBy(call, other, from, count) : new Int16Array(count);
  }

  /** Whether the trunk carries as many calls as it can. */
  trunkIsFull(number: string): boolean {
    const trunk = this.configuration.trunks.find(number);
    return trunk !== undefined && this.register.legsOn(number).length >= trunk.simultaneousCalls;
  }

  /** Every call is over, and numbers begin again. Whoever listens had better be gone. */
  restart(): void {
    for (const call of this.register.active) this.end(call, 'system', 'restarted');
    this.register.restart();
  }

  dispose(): void {
    for (const call of this.register.active) this.end(call, 'system', 'mock disposed');
    this.queues.agents.dispose();
  }

  #open(offer: Offer, timeoutMs: number): void {
    offer.call.offers.add(offer);
    offer.cancelTimeout = this.timers.after(timeoutMs, () => {
      this.giveUp(offer, 'no-answer');
    });
  }

  /** The leg takes the offer's end of the call, in place of whoever was there or is rung for it. */
  #take(offer: Offer, leg: Leg): void {
    const { call, end } = offer;
    const attempt = call.attempts.get(leg);
    if (attempt) {
      call.attempts.delete(leg);
      offer.attempts.delete(attempt);
      stopTimers(attempt);
    }
    offer.close();
    const replaced = call.ends[end];
    const other = call.ends[oppositeOf(end)];
    call.ends[end] = leg;
    if (end === call.person) call.persons.add(leg);
    leg.status = 'Connected';
    if (other) {
      leg.peer = other.self;
      other.peer = leg.self;
      other.status = 'Connected';
      if (!call.establishedAt) {
        call.establishedAt = new Date(this.wallNow());
        this.scribe.callAnswered(call);
      }
    }
    for (const connected of [leg, other]) {
      if (!connected) continue;
      this.legs.startPlayOut(call, connected);
      this.scribe.legConnected(connected);
    }

    this.listeners.legChanged(leg);
    if (other) this.listeners.legChanged(other);
    if (call.farLeg) {
      call.farLeg.status = 'Connected';
      this.listeners.legChanged(call.farLeg);
    }
    if (replaced) this.legs.remove(replaced, 'cancelled');
    if (replaced && call.farLeg) {
      this.legs.remove(call.farLeg, 'cancelled');
      call.farLeg = undefined;
    }
    for (const loser of [...offer.attempts]) this.fail(loser, 'cancelled');
    for (const rival of call.offersAt(end)) this.giveUp(rival, 'cancelled');
    offer.tell({ kind: 'answered', leg });
    this.touch(call);
  }

  #failLater(attempt: Attempt, ms: number, reason: RingFailure): void {
    this.#later(attempt, ms, () => {
      this.fail(attempt, reason);
    });
  }

  #later(attempt: Attempt, ms: number, action: () => void): void {
    attempt.timers.push(this.timers.after(ms, action));
  }

  /** Something about the call changed. */
  touch(call: Call): void {
    call.lastChangeAt = new Date(this.wallNow());
    this.listeners.callChanged(call);
  }
}

function stopTimers(attempt: Attempt): void {
  for (const cancel of attempt.timers) cancel();
}
