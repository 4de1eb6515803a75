const samplesPerMs = 8;

interface Utterance {
  readonly start: number;
  readonly samples: Int16Array;
}

/**
 * What the person on the phone says, on the time line of the call. Times are
 * milliseconds of the mock's monotonic clock; between utterances there is silence.
 */
export class Speech {
  #utterances: Utterance[] = [];

  /**
   * Speaks now, or as soon as what is being said has ended.
   * @returns when the utterance will have ended, milliseconds of the clock.
   */
  say(samples: Int16Array, nowMs: number): number {
    const last = this.#utterances.at(-1);
    const start = Math.max(Math.floor(nowMs * samplesPerMs), last ? last.start + last.samples.length : 0);
    this.#utterances.push({ start, samples });
    return (start + samples.length) / samplesPerMs;
  }

  /** When everything said so far will have been heard, milliseconds of the clock; 0 when nothing was said. */
  get endsAtMs(): number {
    const last = this.#utterances.at(-1);
    return last ? (last.start + last.samples.length) / samplesPerMs : 0;
  }

  /** `count` samples of what is heard from sample number `from` of the clock's time line on. */
  read(from: number, count: number): Int16Array {
    const heard = new Int16Array(count);
    for (let index = this.#utterances.length - 1; index >= 0; index -= 1) {
      const { start, samples } = this.#utterances[index] ?? { start: 0, samples: new Int16Array() };
      if (start + samples.length <= from) break;
      const first = Math.max(from, start);
      const last = Math.min(from + count, start + samples.length);
      if (first < last) heard.set(samples.subarray(first - start, last - start), first - from);
    }
    return heard;
  }
}
