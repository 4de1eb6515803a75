import { nameOf, seconds } from './describe-step';
import { UnmetExpectation } from './expectation';
import { findRecording, probeOf } from './hearing/find-beginning';
import { follow } from './hearing/follow';
import type { Followed } from './hearing/follow';
import { samplesPerMs } from './hearing/reference';
import type { Reference } from './hearing/reference';
import type { Recordings } from './recordings';
import type { Recording } from './steps';
import type { TelephoneDesk } from './telephone-desk';

/** How often what has been heard is looked at. */
const lookEveryMs = 100;
/** A recording is recognised no later than this after its beginning or its first loud part. */
const recognitionMs = 700;
/** A recording that stands still this long has ended. */
const longestHoleMs = 2000;
/** As much of a beginning may be missing as can't be told. */
const untoldMs = 50;

interface Occurrence {
  readonly recording: Recording;
  readonly reference: Reference;
  readonly at: number;
  readonly probeAt: number;
}

/** Ears of someone in a call: each recording is listened for after the one before. */
export class Listener {
  readonly #desk: TelephoneDesk;
  readonly #recordings: Recordings;
  readonly #call: number;
  #last: Occurrence | undefined;
  /** Whether the last occurrence was followed to its end. */
  #finished = false;
  #listenedTo = 0;

  constructor(desk: TelephoneDesk, recordings: Recordings, call: number) {
    this.#desk = desk;
    this.#recordings = recordings;
    this.#call = call;
  }

  /** @throws UnmetExpectation when it hasn't begun in time, or the call ends first. */
  async begins(recording: Recording, withinMs: number): Promise<void> {
    const reference = await this.#recordings.reference(recording);
    const probe = probeOf(reference.samples);
    const deadline = this.#desk.now() + withinMs + recognitionMs + probe.begin / samplesPerMs;
    const expected = `to hear ${nameOf(recording)}`;
    for (;;) {
      const { samples, complete } = await this.#desk.heard(this.#call);
      const { at, searchedTo } = findRecording(samples, probe, this.#listenedTo, complete);
      this.#listenedTo = Math.max(this.#listenedTo, searchedTo);
      if (at !== undefined) {
        this.#last = { recording, reference, at, probeAt: probe.begin };
        this.#finished = false;
        return;
      }
      if (complete) throw new UnmetExpectation(expected, 'the call ended without it');
      if (this.#desk.now() >= deadline) {
        throw new UnmetExpectation(expected, `it had not begun after ${seconds(withinMs)}`);
      }
      await this.#desk.sleep(lookEveryMs);
    }
  }

  /** From beginning to end; one that is being heard already counts. */
  async hearsAll(recording: Recording, withinMs: number): Promise<void> {
    if (this.#last?.recording !== recording || this.#finished) await this.begins(recording, withinMs);
    const { kind, begin, end } = await this.#toItsEnd();
    const expected = `to hear all of ${nameOf(recording)}`;
    const whole = (this.#last?.reference.samples.length ?? 0) / samplesPerMs;
    if (begin / samplesPerMs > untoldMs) {
      throw new UnmetExpectation(expected, `its first ${seconds(begin / samplesPerMs)} were not heard`);
    }
    if (kind === 'cut') {
      throw new UnmetExpectation(
        expected,
        `it was cut after ${seconds(end / samplesPerMs)} of ${seconds(Math.round(whole))}`,
      );
    }
  }

  /** The recording heard last goes on to its end, without a hole. */
  async isNotCut(): Promise<void> {
    if (!this.#last) {
      throw new UnmetExpectation('a recording not to be cut', 'none was listened for before');
    }
    const { recording } = this.#last;
    const { kind, end, holes } = await this.#toItsEnd();
    const expected = `${nameOf(recording)} not to be cut`;
    if (kind === 'cut')
      throw new UnmetExpectation(expected, `it broke off after ${seconds(end / samplesPerMs)}`);
    const [hole] = holes;
    if (hole) {
      const where = seconds(Math.round((hole.at - this.#last.at) / samplesPerMs));
      const length = seconds(Math.round(hole.length / samplesPerMs));
      throw new UnmetExpectation(
        expected,
        `it stood still ${holes.length === 1 ? 'once' : `${holes.length} times`}, first for ${length} after ${where}`,
      );
    }
  }

  async #toItsEnd(): Promise<Followed> {
    const { reference, at, probeAt } = this.#last ?? { reference: undefined, at: 0, probeAt: 0 };
    if (!reference) throw new Error('Nothing is being listened to.');
    const deadline = this.#desk.now() + reference.samples.length / samplesPerMs + longestHoleMs;
    for (;;) {
      const { samples, complete } = await this.#desk.heard(this.#call);
      // What has not come by then won't: the call may go on without the route point, and no more be heard of it.
      const over = complete || this.#desk.now() >= deadline;
      const followed = follow(samples, reference.samples, at, probeAt, over);
      if (followed.kind !== 'hearing') {
        this.#finished = true;
        this.#listenedTo = Math.max(this.#listenedTo, followed.to);
        return followed;
      }
      await this.#desk.sleep(lookEveryMs);
    }
  }
}
