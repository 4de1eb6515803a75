import { TELEPHONE_SAMPLE_RATE } from '../telephone-pcm';

const SAMPLES_PER_MS = TELEPHONE_SAMPLE_RATE / 1000;

export interface DriftBufferOptions {
  /** Audio held against uneven arrival, milliseconds. Default 120: 3CX sends up to 100 ms at once. */
  readonly targetMs?: number;
}

/** More than this above the target is dropped at once: a burst after a stall, not drift. */
const SURPLUS_MS = 400;
/**
 * The store is judged by its lowest in about five seconds, when the next chunk is just due:
 * what is there then isn't needed, and a lack of it is close to a dropout.
 */
const JUDGED_READS = 250;
const LEAST_MS = 50;

/**
 * Between a sender and a reader whose clocks differ a little: takes what arrives when it
 * arrives, and gives whatever is asked for at the reader's pace. A growing or shrinking store
 * is corrected by reading one sample more or fewer per piece, which can't be heard.
 */
export class DriftBuffer {
  readonly #target: number;
  #samples = new Float64Array(0);
  #start = 0;
  #length = 0;
  #lowest = Infinity;
  #reads = 0;
  #correction = 0;
  #warm = false;
  #underruns = 0;
  #droppedSamples = 0;

  constructor({ targetMs = 120 }: DriftBufferOptions = {}) {
    this.#target = targetMs * SAMPLES_PER_MS;
  }

  /** Audio held now, milliseconds. */
  get depthMs(): number {
    return this.#length / SAMPLES_PER_MS;
  }

  /** How often nothing was there although audio had been coming. */
  get underruns(): number {
    return this.#underruns;
  }

  /** Audio thrown away because far too much had come at once, milliseconds. */
  get droppedMs(): number {
    return this.#droppedSamples / SAMPLES_PER_MS;
  }

  push(samples: Int16Array): void {
    this.#makeRoom(samples.length);
    this.#samples.set(samples, this.#start + this.#length);
    this.#length += samples.length;
    const surplus = this.#length - this.#target - SURPLUS_MS * SAMPLES_PER_MS;
    if (surplus > 0) this.#drop(this.#length - this.#target);
  }

  /** The next `count` samples; silence while nothing is there. */
  read(count: number): Int16Array<ArrayBuffer> {
    const output = new Int16Array(count);
    if (!this.#warm && this.#length < this.#target) return output;
    this.#warm = true;
    const used = count + this.#judged();
    if (this.#length < used + 1) {
      // Give what is there, then gather the store again before going on.
      output.set(this.#samples.subarray(this.#start, this.#start + Math.min(count, this.#length)));
      this.#start = 0;
      this.#length = 0;
      this.#warm = false;
      this.#correction = 0;
      this.#startJudging();
      this.#underruns += 1;
      return output;
    }
    const step = used / count;
    for (let index = 0; index < count; index += 1) {
      const at = index * step;
      const whole = Math.floor(at);
      const left = this.#samples[this.#start + whole] ?? 0;
      const right = this.#samples[this.#start + whole + 1] ?? 0;
      output[index] = Math.round(left + (right - left) * (at - whole));
    }
    this.#start += used;
    this.#length -= used;
    return output;
  }

  /** Samples to read more (or fewer) than asked for. */
  #judged(): number {
    this.#lowest = Math.min(this.#lowest, this.#length);
    this.#reads += 1;
    if (this.#reads < JUDGED_READS) return this.#correction;
    const lowestMs = this.#lowest / SAMPLES_PER_MS;
    this.#correction = this.#lowest > this.#target ? 1 : lowestMs < LEAST_MS ? -1 : 0;
    this.#startJudging();
    return this.#correction;
  }

  #startJudging(): void {
    this.#lowest = Infinity;
    this.#reads = 0;
  }

  #drop(count: number): void {
    this.#start += count;
    this.#length -= count;
    this.#droppedSamples += count;
    this.#startJudging();
  }

  #makeRoom(count: number): void {
    if (this.#start + this.#length + count <= this.#samples.length) return;
    const grown = new Float64Array(Math.max(4096, 2 * (this.#length + count)));
    grown.set(this.#samples.subarray(this.#start, this.#start + this.#length));
    this.#samples = grown;
    this.#start = 0;
  }
}
