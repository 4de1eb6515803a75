import { PlayOut } from '../media/play-out';
import { Speech } from '../media/speech';
import type { Settings } from '../settings';
import type { Timers } from '../timers';
import { Call, oppositeOf } from './call';
import type { Attempt, End, RingFailure, RingOutcome } from './call';
import { CallRegister } from './call-register';
import type { Destination, Directory } from './directory';
import { ExchangeListeners } from './exchange-listener';
import { Leg } from './leg';
import type { LegStatus } from './leg';
import { partyOf } from './party';
import type { Dn, Party } from './party';
import { Phones } from './phones';
import { queueUp } from './queue';

export interface PlaceCall {
  readonly caller: { readonly dn: Dn; readonly party: Party };
  readonly from: string;
  readonly to: string;
  readonly did: string;
  readonly destination: Destination;
}

export interface MakeCall {
  readonly source: Dn;
  readonly deviceId: string;
  readonly destination: Destination;
  readonly dialled: string;
  readonly timeoutMs: number;
  readonly attached: Readonly<Record<string, string>>;
}

export interface Ring {
  readonly end: End;
  readonly destination: Destination;
  readonly timeoutMs: number;
  readonly referredBy?: Party;
  readonly onBehalfOf?: Party;
  readonly settled: (outcome: RingOutcome) => void;
}

/** A caller gives up after this long at the latest, milliseconds. */
const longestRingMs = 120_000;

const failureReasons: Record<RingFailure, string> = {
  busy: 'busy',
  rejected: 'rejected',
  'no-answer': 'no answer',
  'not-registered': 'not registered',
  cancelled: 'cancelled',
};

/** The phone system behind the APIs: sets calls up, rings phones, moves ends, takes calls down. */
export class Exchange {
  readonly register = new CallRegister();
  readonly listeners = new ExchangeListeners();
  readonly directory: Directory;
  readonly phones: Phones;
  readonly timers: Timers;
  readonly now: () => number;
  readonly #settings: Settings;

  constructor(settings: Settings, directory: Directory, timers: Timers, now: () => number) {
    this.directory = directory;
    this.#settings = settings;
    this.phones = new Phones(settings.answerAfterMs);
    this.timers = timers;
    this.now = now;
  }

  /** Someone, outside or on an extension, dials a number. */
  placeCall({ caller, from, to, did, destination }: PlaceCall): Call {
    const originator = caller.dn.type === 'Wexternalline' ? undefined : caller.party;
    const call = this.#newCall({ from, to, did, person: 'origin', originator });
    this.#begin(call, caller.dn, caller.party, destination, longestRingMs);
    return call;
  }

  /** A DN of ours calls out. @returns the leg of that DN, Dialing. */
  makeCall({ source, destination, dialled, timeoutMs, attached }: MakeCall): Leg {
    const person: End = source.type === 'Wroutepoint' ? 'target' : 'origin';
    const self = partyOf(source);
    const call = this.#newCall({ from: source.number, to: dialled, did: '', person, originator: self });
    const leg = this.#begin(call, source, self, destination, timeoutMs);
    Object.assign(leg.attached.participant, attached);
    return leg;
  }

  /** Rings `destination` for one end of the call; whoever answers first takes that end over. */
  ring(call: Call, { end, destination, timeoutMs, referredBy, onBehalfOf, settled }: Ring): Attempt {
    const peer = call.ends[oppositeOf(end)];
    if (!peer) throw new Error('Nobody is at the other end of the call.');
    const self = partyAt(destination);
    const leg = this.#addLeg(call, destination.dn, self, peer.self, statusWhileRung(destination), {
      referredBy,
      onBehalfOf,
    });
    const attempt: Attempt = { leg, end, timers: [], settled };
    call.attempts.set(leg, attempt);
    this.#deliver(call, attempt, destination, timeoutMs);
    return attempt;
  }

  /** A ringing leg answers. @returns false when it isn't ringing. */
  answer(leg: Leg): boolean {
    const call = this.register.call(leg.callId);
    const attempt = call?.attempts.get(leg);
    if (!call || !attempt) return false;
    this.#take(call, attempt);
    return true;
  }

  /** A leg leaves: a ringing one declines, a connected or dialling one ends the call. */
  drop(leg: Leg): void {
    const call = this.register.call(leg.callId);
    if (!call) return;
    const attempt = call.attempts.get(leg);
    if (attempt) this.fail(call, attempt, 'rejected', leg.dn.number);
    else this.end(call, leg.dn.number, 'hung up');
  }

  /** A rung leg comes to nothing; without anyone else to ring, and nobody at that end, the call is over. */
  fail(call: Call, attempt: Attempt, reason: RingFailure, by = 'system'): void {
    if (!call.attempts.delete(attempt.leg)) return;
    stopTimers(attempt);
    this.#remove(attempt.leg);
    attempt.settled({ kind: 'failed', reason });
    if (call.ending) return;
    if (!call.ends[attempt.end] && call.attemptsAt(attempt.end).length === 0) {
      this.end(call, by, failureReasons[reason]);
    } else {
      this.#touch(call);
    }
  }

  end(call: Call, by: string, reason: string): void {
    if (call.ending) return;
    call.ending = { by, reason, at: new Date() };
    for (const attempt of [...call.attempts.values()]) this.fail(call, attempt, 'cancelled');
    for (const leg of call.liveLegs) this.#remove(leg);
    call.ends.origin = undefined;
    call.ends.target = undefined;
    call.farLeg = undefined;
    this.register.retire(call);
    this.#touch(call);
  }

  /** The person presses keys; heard only by a route point that is connected and hasn't put them on hold. */
  pressKeys(call: Call, keys: string): boolean {
    const leg = call.counterpart;
    if (!leg?.playOut || leg.playOut.held) return false;
    this.listeners.keysPressed(leg, keys);
    return true;
  }

  /** Tells everyone that something visible about this leg changed. */
  changed(leg: Leg): void {
    this.listeners.legChanged(leg);
    const call = this.register.call(leg.callId);
    if (call) this.#touch(call);
  }

  /** Every call is over, and numbers begin again. Whoever listens had better be gone. */
  restart(): void {
    for (const call of this.register.active) this.end(call, 'system', 'restarted');
    this.register.restart();
  }

  dispose(): void {
    for (const call of this.register.active) this.end(call, 'system', 'mock disposed');
  }

  #newCall(call: Pick<Call, 'from' | 'to' | 'did' | 'person' | 'originator'>): Call {
    const created = new Call({ ...call, id: this.register.nextCallId(), speech: new Speech() });
    this.register.add(created);
    return created;
  }

  #begin(call: Call, dn: Dn, self: Party, destination: Destination, timeoutMs: number): Leg {
    const origin = this.#addLeg(call, dn, self, partyAt(destination), 'Dialing');
    call.ends.origin = origin;
    if (this.#settings.surfaceFarLeg && dn.type === 'Wroutepoint') {
      call.farLeg = this.#addLeg(call, dn, partyAt(destination), self, 'Ringing', { far: true });
      this.listeners.legChanged(call.farLeg);
    }
    this.listeners.legChanged(origin);
    this.ring(call, { end: 'target', destination, timeoutMs, settled: () => undefined });
    this.#touch(call);
    return origin;
  }

  /** What the rung destination does of itself. */
  #deliver(call: Call, attempt: Attempt, destination: Destination, timeoutMs: number): void {
    const answersAtOnce =
      destination.kind === 'queue' ||
      (destination.kind === 'route-point' && this.#settings.firstInboundStatus === 'Connected');
    if (answersAtOnce) {
      this.#take(call, attempt);
      if (destination.kind === 'queue') queueUp(this, call, attempt.leg);
      return;
    }
    this.changed(attempt.leg);
    this.#later(attempt, timeoutMs, () => {
      this.fail(call, attempt, 'no-answer');
    });
    if (destination.kind === 'route-point') return;

    const phone = this.phones.of(destination.kind === 'outside' ? destination.number : destination.dn.number);
    if (phone.answer === 'auto' && phone.registered) {
      this.#later(attempt, phone.afterMs, () => {
        this.#take(call, attempt);
      });
    } else if ((phone.answer !== 'never' && phone.answer !== 'manual') || !phone.registered) {
      const refusal: RingFailure = !phone.registered
        ? 'not-registered'
        : phone.answer === 'busy'
          ? 'busy'
          : 'rejected';
      this.#later(attempt, refusal === 'rejected' ? phone.afterMs : 0, () => {
        this.fail(call, attempt, refusal);
      });
    }
  }

  /** The attempt's leg becomes its end of the call, in place of whoever was there or rung for it. */
  #take(call: Call, attempt: Attempt): void {
    const { leg, end } = attempt;
    call.attempts.delete(leg);
    stopTimers(attempt);
    const replaced = call.ends[end];
    const other = call.ends[oppositeOf(end)];
    call.ends[end] = leg;
    leg.status = 'Connected';
    if (other) {
      leg.peer = other.self;
      other.peer = leg.self;
      other.status = 'Connected';
    }
    call.establishedAt ??= new Date();
    for (const connected of [leg, other]) if (connected) this.#startPlayOut(call, connected);

    this.listeners.legChanged(leg);
    if (other) this.listeners.legChanged(other);
    if (call.farLeg) {
      call.farLeg.status = 'Connected';
      this.listeners.legChanged(call.farLeg);
    }
    if (replaced) this.#remove(replaced);
    if (replaced && call.farLeg) {
      this.#remove(call.farLeg);
      call.farLeg = undefined;
    }
    for (const loser of call.attemptsAt(end)) this.fail(call, loser, 'cancelled');
    attempt.settled({ kind: 'answered', leg });
    this.#touch(call);
  }

  #startPlayOut(call: Call, leg: Leg): void {
    if (leg.playOut || leg.dn.type !== 'Wroutepoint') return;
    leg.playOut = new PlayOut(this.now(), this.#settings);
    call.playOuts.push(leg.playOut);
  }

  #addLeg(
    call: Call,
    dn: Dn,
    self: Party,
    peer: Party,
    status: LegStatus,
    more: { referredBy?: Party | undefined; onBehalfOf?: Party | undefined; far?: boolean } = {},
  ): Leg {
    const leg = new Leg({
      id: this.register.nextParticipantId(),
      callId: call.id,
      legId: call.nextLegId(),
      dn,
      deviceId: dn.devices[0]?.id ?? '',
      self,
      peer,
      status,
      directControl:
        !more.far &&
        (dn.type === 'Wroutepoint' || (dn.type === 'Wextension' && this.#settings.extensionDirectControl)),
      originatedBy: call.originator,
      ...more,
    });
    this.register.addLeg(leg);
    return leg;
  }

  #remove(leg: Leg): void {
    leg.removed = true;
    leg.playOut?.stop(this.now());
    this.register.removeLeg(leg);
    this.listeners.legRemoved(leg);
  }

  #later(attempt: Attempt, ms: number, action: () => void): void {
    attempt.timers.push(this.timers.after(ms, action));
  }

  #touch(call: Call): void {
    call.lastChangeAt = new Date();
    this.listeners.callChanged(call);
  }
}

function stopTimers(attempt: Attempt): void {
  for (const cancel of attempt.timers) cancel();
}

function statusWhileRung(destination: Destination): LegStatus {
  return destination.kind === 'outside' ? 'Dialing' : 'Ringing';
}

function partyAt(destination: Destination): Party {
  if (destination.kind !== 'outside') return partyOf(destination.dn);
  return { ...partyOf(destination.dn), callerId: destination.number, name: '' };
}
