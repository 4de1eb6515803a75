import type { CallScribe } from '../history/call-scribe';
import type { AudioLibrary } from '../media/audio-library';
import { PbxVoice } from '../media/pbx-voice';
import { PlayOut } from '../media/play-out';
import type { PlayOutOptions } from '../media/play-out';
import type { Timers } from '../timers';
import type { Call, RingFailure } from './call';
import type { CallRegister } from './call-register';
import type { ExchangeListeners } from './exchange-listener';
import type { Seat } from './exchange-requests';
import { Leg } from './leg';
import type { LegStatus } from './leg';
import type { Party } from './party';

export interface LegsParts {
  readonly register: CallRegister;
  readonly listeners: ExchangeListeners;
  readonly scribe: CallScribe;
  readonly audio: AudioLibrary;
  readonly timers: Timers;
  readonly playOut: PlayOutOptions;
  readonly now: () => number;
}

export interface NewLeg extends Seat {
  readonly peer: Party;
  readonly status: LegStatus;
  readonly referredBy?: Party | undefined;
  /** See `Leg.far`. */
  readonly far?: boolean;
}

/** The legs of all calls: makes and removes them, and knows what is heard of each. */
export class Legs {
  readonly #parts: LegsParts;
  readonly #voices = new Map<Leg, PbxVoice>();
  readonly #removals = new Map<Leg, (() => void)[]>();

  constructor(parts: LegsParts) {
    this.#parts = parts;
  }

  /** Makes a leg, without telling anyone yet. */
  add(
    call: Call,
    { dn, deviceId, directControl, self, path, peer, status, referredBy, far = false }: NewLeg,
  ): Leg {
    const { register, scribe } = this.#parts;
    const leg = new Leg({
      id: register.nextParticipantId(),
      callId: call.id,
      legId: call.nextLegId(),
      dn,
      deviceId,
      self,
      peer,
      status,
      directControl,
      originatedBy: call.originator,
      referredBy,
      onBehalfOf: path.onBehalfOf,
      far,
    });
    register.addLeg(leg);
    if (!far) scribe.legBegan(call, leg, path.reason, path.via);
    return leg;
  }

  remove(leg: Leg, why: RingFailure): void {
    const { register, listeners, scribe, now } = this.#parts;
    leg.removed = true;
    scribe.legEnded(leg, why);
    this.#voices.get(leg)?.stop();
    this.#voices.delete(leg);
    leg.playOut?.stop(now());
    register.removeLeg(leg);
    listeners.legRemoved(leg);
    const actions = this.#removals.get(leg) ?? [];
    this.#removals.delete(leg);
    for (const action of actions) action();
  }

  /** Runs once, when the leg is gone. */
  whenRemoved(leg: Leg, action: () => void): void {
    this.#removals.set(leg, [...(this.#removals.get(leg) ?? []), action]);
  }

  /** A connected route point can be heard. */
  startPlayOut(call: Call, leg: Leg): void {
    if (leg.playOut || leg.dn.type !== 'Wroutepoint') return;
    leg.playOut = new PlayOut(this.#parts.now(), this.#parts.playOut);
    call.playOuts.push(leg.playOut);
  }

  /** What the PBX itself says through this leg. */
  voiceOf(leg: Leg): PbxVoice {
    const known = this.#voices.get(leg);
    if (known) return known;
    const { register, audio, timers, now, playOut } = this.#parts;
    leg.playOut ??= new PlayOut(now(), { ...playOut, discardFirstMs: 0 });
    const voice = new PbxVoice(leg.playOut, (path) => audio.samples(path), timers, now);
    this.#voices.set(leg, voice);
    const call = register.call(leg.callId);
    if (call && call.endOf(leg) !== call.person) call.playOuts.push(leg.playOut);
    return voice;
  }

  /** Someone on a phone speaks, and the other side hears it. @returns when it will have been heard, milliseconds of the clock. */
  speak(leg: Leg, samples: Int16Array): number {
    this.voiceOf(leg);
    const { now } = this.#parts;
    leg.playOut?.play(samples, now());
    return now() + (leg.playOut?.leadMs(now()) ?? 0);
  }

  /** `count` samples of what a leg said, from sample number `from` of the clock's time line on. */
  saidBy(call: Call, leg: Leg, from: number, count: number): Int16Array {
    if (leg.playOut) return leg.playOut.read(from, count, this.#parts.now());
    return call.persons.has(leg) ? call.speech.read(from, count) : new Int16Array(count);
  }
}
