import { TELEPHONE_SAMPLE_RATE } from '../telephone-pcm';
import { levelOf, SILENCE_DBFS } from './level';

const BLOCK = TELEPHONE_SAMPLE_RATE / 50;
const MS_PER_BLOCK = 20;

export interface VoiceActivityOptions {
  /** Never voice below this, decibels against a sine of full scale. Default −45. */
  readonly thresholdDbfs?: number;
  /** Voice is this much louder than the noise around it. Decibels, default 10. */
  readonly aboveNoiseDb?: number;
  /** Pauses within speech up to this long don't end it. Milliseconds, default 300. */
  readonly hangoverMs?: number;
}

/** Speech began or ended. `atMs`: milliseconds from the first sample. */
export interface VoiceChange {
  readonly speaking: boolean;
  readonly atMs: number;
}

/** How fast the estimate of the noise follows: down at once, up slowly, so that speech doesn't count as noise. */
const NOISE_RISE_DB_PER_S = 6;
/** Shorter sounds are clicks. */
const BLOCKS_TO_BEGIN = 3;

/** Tells speech from silence and from steady noise, by level. One per stream; feed it in any pieces. */
export class VoiceActivity {
  readonly #thresholdDbfs: number;
  readonly #aboveNoiseDb: number;
  readonly #hangoverBlocks: number;
  readonly #block = new Int16Array(BLOCK);
  #filled = 0;
  #blocks = 0;
  #noiseDbfs = -50;
  #levelDbfs = SILENCE_DBFS;
  #speaking = false;
  #loudBlocks = 0;
  #quietBlocks = 0;

  constructor({ thresholdDbfs = -45, aboveNoiseDb = 10, hangoverMs = 300 }: VoiceActivityOptions = {}) {
    this.#thresholdDbfs = thresholdDbfs;
    this.#aboveNoiseDb = aboveNoiseDb;
    this.#hangoverBlocks = Math.max(1, Math.round(hangoverMs / MS_PER_BLOCK));
  }

  get speaking(): boolean {
    return this.#speaking;
  }

  /** Of the last 20 ms. */
  get levelDbfs(): number {
    return this.#levelDbfs;
  }

  push(samples: Int16Array): VoiceChange[] {
    const changes: VoiceChange[] = [];
    for (const sample of samples) {
      this.#block[this.#filled] = sample;
      this.#filled += 1;
      if (this.#filled < BLOCK) continue;
      this.#filled = 0;
      this.#blocks += 1;
      const change = this.#judge(levelOf(this.#block));
      if (change !== undefined) changes.push(change);
    }
    return changes;
  }

  #judge(levelDbfs: number): VoiceChange | undefined {
    this.#levelDbfs = levelDbfs;
    const isLoud = levelDbfs > Math.max(this.#thresholdDbfs, this.#noiseDbfs + this.#aboveNoiseDb);
    const risen = this.#noiseDbfs + (NOISE_RISE_DB_PER_S * MS_PER_BLOCK) / 1000;
    this.#noiseDbfs = Math.min(levelDbfs, risen);
    this.#loudBlocks = isLoud ? this.#loudBlocks + 1 : 0;
    this.#quietBlocks = isLoud ? 0 : this.#quietBlocks + 1;
    if (!this.#speaking && this.#loudBlocks >= BLOCKS_TO_BEGIN) {
      this.#speaking = true;
      return { speaking: true, atMs: (this.#blocks - this.#loudBlocks) * MS_PER_BLOCK };
    }
    if (this.#speaking && this.#quietBlocks >= this.#hangoverBlocks) {
      this.#speaking = false;
      return { speaking: false, atMs: (this.#blocks - this.#quietBlocks) * MS_PER_BLOCK };
    }
    return undefined;
  }
}
