import { TELEPHONE_SAMPLE_RATE } from '../telephone-pcm';
import { DTMF_HIGH, DTMF_KEYPAD, DTMF_LOW } from './dtmf';
import { Goertzel } from './goertzel';

/**
 * 13.1 ms: narrow enough to tell the keys' frequencies apart when they are looked at
 * over two blocks, short enough for a tone of 40 ms to fill two whole ones.
 */
const BLOCK = 105;
const BLOCK_MS = (BLOCK / TELEPHONE_SAMPLE_RATE) * 1000;

/** Q.24: −25 dBm and above must work; anything 20 dB below that is line noise. Mean square, full scale 1. */
const MIN_POWER = 10 ** (-42 / 10);
/** How much louder one group may be than the other. Decibels; a line takes more of the high group. */
const TWIST_HIGH_QUIETER_DB = 9;
const TWIST_HIGH_LOUDER_DB = 6;
/** The winner of a group stands out from the group's others by so much. */
const SELECTIVITY = 10 ** (8 / 10);
/** Two sines and nothing else: speech has more in it. Share of the block's energy. */
const TONE_SHARE = 0.72;
/** The octave of the high one: a voice has it, a key hasn't. (That of the low one falls among the high group.) */
const MAX_OVERTONE = 10 ** (-12 / 10);
const BLOCKS_TO_BEGIN = 2;
const BLOCKS_TO_END = 2;

/** A key heard in the sound. */
export interface HeardKey {
  readonly key: string;
  /** Where its tone began, milliseconds from the first sample. */
  readonly atMs: number;
}

interface Strongest {
  readonly index: number;
  readonly power: number;
}

const strongest = (powers: readonly number[]): Strongest | undefined => {
  const power = Math.max(...powers);
  const index = powers.indexOf(power);
  const standsOut = powers.every((other, at) => at === index || other * SELECTIVITY < power);
  return standsOut ? { index, power } : undefined;
};

/**
 * Finds DTMF keys in telephone sound (ITU-T Q.23, Q.24). Voice is kept from counting as
 * a key ("talk-off") by what a key is and a voice isn't: two frequencies and hardly
 * anything else, about equally loud, without overtones, unchanged for 40 ms.
 * One detector per stream; feed it in any pieces.
 */
export class DtmfDetector {
  readonly #low = DTMF_LOW.map((hertz) => new Goertzel(hertz, TELEPHONE_SAMPLE_RATE, BLOCK));
  readonly #high = DTMF_HIGH.map((hertz) => new Goertzel(hertz, TELEPHONE_SAMPLE_RATE, BLOCK));
  readonly #overtones = DTMF_HIGH.map((hertz) => new Goertzel(2 * hertz, TELEPHONE_SAMPLE_RATE, BLOCK));
  readonly #block = new Float64Array(BLOCK);
  #filled = 0;
  #blockIndex = 0;
  #candidate: string | undefined;
  #candidateBlocks = 0;
  #pressed: string | undefined;
  #missed = 0;

  /** Takes the next samples; returns the keys whose tones were recognised in them. */
  push(samples: Int16Array): HeardKey[] {
    const heard: HeardKey[] = [];
    for (const sample of samples) {
      this.#block[this.#filled] = sample / 0x8000;
      this.#filled += 1;
      if (this.#filled < BLOCK) continue;
      this.#filled = 0;
      const key = this.#follow(this.#keyOfBlock());
      if (key !== undefined) {
        heard.push({ key, atMs: (this.#blockIndex - BLOCKS_TO_BEGIN + 1) * BLOCK_MS });
      }
      this.#blockIndex += 1;
    }
    return heard;
  }

  /** A key counts once, when it has been there for two blocks; and again only after a pause or another key. */
  #follow(key: string | undefined): string | undefined {
    this.#candidateBlocks = key !== undefined && key === this.#candidate ? this.#candidateBlocks + 1 : 1;
    this.#candidate = key;
    if (key !== undefined && key === this.#pressed) {
      this.#missed = 0;
      return undefined;
    }
    if (this.#pressed !== undefined) {
      this.#missed += 1;
      if (this.#missed < BLOCKS_TO_END) return undefined;
      this.#pressed = undefined;
    }
    if (key === undefined || this.#candidateBlocks < BLOCKS_TO_BEGIN) return undefined;
    this.#pressed = key;
    this.#missed = 0;
    return key;
  }

  #keyOfBlock(): string | undefined {
    const block = this.#block;
    const meanSquare = block.reduce((sum, sample) => sum + sample * sample, 0) / BLOCK;
    if (meanSquare < MIN_POWER) return undefined;
    const low = strongest(this.#low.map((filter) => filter.power(block)));
    const high = strongest(this.#high.map((filter) => filter.power(block)));
    if (low === undefined || high === undefined) return undefined;
    const twistDb = 10 * Math.log10(high.power / low.power);
    if (twistDb < -TWIST_HIGH_QUIETER_DB || twistDb > TWIST_HIGH_LOUDER_DB) return undefined;
    if (low.power + high.power < TONE_SHARE * meanSquare) return undefined;
    const overtone = this.#overtones[high.index]?.power(block) ?? 0;
    if (overtone > MAX_OVERTONE * high.power) return undefined;
    return DTMF_KEYPAD[low.index]?.[high.index];
  }
}
