/** 8 kHz, 16-bit, mono (3CX facts 6.1). */
const samplesPerMs = 8;
const bytesPerSample = 2;

export interface PlayOutOptions {
  /** Audio arriving earlier than this after the start is lost, milliseconds. */
  readonly discardFirstMs: number;
  /** Silence up to this long between two stretches of audio is a gap, milliseconds. */
  readonly gapWindowMs: number;
  /** Audio kept ahead of the ear, milliseconds; what would exceed it is dropped. Unlimited when absent. */
  readonly playOutBufferMs?: number;
}

/** A hole in what should have been continuous audio, or a stretch of it. */
export interface Gap {
  /** Since the start, milliseconds. */
  readonly atMs: number;
  readonly lengthMs: number;
}

interface Run {
  readonly start: number;
  readonly bytes: Uint8Array;
}

/**
 * What a person hears of one stream, worked out from when its bytes arrived: at
 * every instant the next byte that has arrived and not been played, or silence
 * when there is none. Times are milliseconds of one monotonic clock and must not
 * go back. Silence isn't stored.
 *
 * While held (a transfer is being tried) the person hears the PBX's hold music,
 * which is recorded here as silence so that nobody takes it for the stream;
 * whatever was waiting or arrives meanwhile is lost (3CX facts 5).
 */
export class PlayOut {
  readonly startedAt: number;
  readonly #options: PlayOutOptions;
  readonly #runs: Run[] = [];
  readonly #gaps: Gap[] = [];
  #waiting: Uint8Array[] = [];
  #waitingSamples = 0;
  /** Half a sample: chunks may end on an odd byte. */
  #spare: number | undefined;
  /** Samples decided so far. */
  #cursor = 0;
  /** Where the last audio ended; undefined before the first and across a hold. */
  #audioEnd: number | undefined;
  #held = false;
  #stoppedAt: number | undefined;
  #maxLeadSamples = 0;

  constructor(startedAt: number, options: PlayOutOptions) {
    this.startedAt = startedAt;
    this.#options = options;
  }

  write(chunk: Uint8Array, at: number): void {
    this.#advance(at);
    const bytes = this.#wholeSamples(chunk);
    if (bytes.length === 0 || this.#held || this.#stoppedAt !== undefined) return;
    if (at - this.startedAt < this.#options.discardFirstMs) return;
    const room = (this.#options.playOutBufferMs ?? Infinity) * samplesPerMs - this.#waitingSamples;
    const kept =
      room * bytesPerSample < bytes.length
        ? bytes.subarray(0, Math.max(0, Math.floor(room)) * bytesPerSample)
        : bytes;
    if (kept.length === 0) return;
    this.#waiting.push(kept);
    this.#waitingSamples += kept.length / bytesPerSample;
    this.#maxLeadSamples = Math.max(this.#maxLeadSamples, this.#waitingSamples);
  }

  /** Audio of the PBX itself, given all at once: played after what is waiting, without counting as a lead. */
  play(samples: Int16Array, at: number): void {
    this.#advance(at);
    if (samples.length === 0 || this.#stoppedAt !== undefined) return;
    const bytes = new Uint8Array(samples.length * bytesPerSample);
    const view = new DataView(bytes.buffer);
    samples.forEach((sample, index) => {
      view.setInt16(index * bytesPerSample, sample, true);
    });
    this.#waiting.push(bytes);
    this.#waitingSamples += samples.length;
  }

  /** What is waiting is not played any more. */
  clear(at: number): void {
    this.#advance(at);
    this.#waiting = [];
    this.#waitingSamples = 0;
    this.#audioEnd = undefined;
  }

  hold(at: number): void {
    this.clear(at);
    this.#held = true;
  }

  resume(at: number): void {
    this.#advance(at);
    this.#held = false;
  }

  /** The person no longer hears this stream: nothing is added from here on. */
  stop(at: number): void {
    this.#advance(at);
    this.#stoppedAt ??= at;
  }

  get held(): boolean {
    return this.#held;
  }

  get running(): boolean {
    return this.#stoppedAt === undefined;
  }

  /** How far ahead of the person's ear the writer has been at most, milliseconds. */
  get maxLeadMs(): number {
    return this.#maxLeadSamples / samplesPerMs;
  }

  /** How much is waiting to be heard, milliseconds. */
  leadMs(at: number): number {
    this.#advance(at);
    return this.#waitingSamples / samplesPerMs;
  }

  heardMs(at: number): number {
    this.#advance(at);
    return this.#cursor / samplesPerMs;
  }

  gaps(at: number): readonly Gap[] {
    this.#advance(at);
    return this.#gaps;
  }

  /** Where there was audio, oldest first; what lies between was silence. */
  stretches(at: number): readonly Gap[] {
    this.#advance(at);
    const stretches: { start: number; end: number }[] = [];
    for (const { start, bytes } of this.#runs) {
      const last = stretches.at(-1);
      const end = start + bytes.length / bytesPerSample;
      if (last?.end === start) last.end = end;
      else stretches.push({ start, end });
    }
    return stretches.map(({ start, end }) => ({
      atMs: start / samplesPerMs,
      lengthMs: (end - start) / samplesPerMs,
    }));
  }

  /** Everything heard until `at`, from the start or from sample number `first` on. */
  heard(at: number, first = 0): Int16Array {
    this.#advance(at);
    const samples = new Int16Array(Math.max(0, this.#cursor - first));
    for (let run = this.#runs.length - 1; run >= 0; run -= 1) {
      const { start, bytes } = this.#runs[run] ?? { start: 0, bytes: new Uint8Array() };
      const length = bytes.length / bytesPerSample;
      if (start + length <= first) break;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let index = Math.max(0, first - start); index < length; index += 1) {
        samples[start + index - first] = view.getInt16(index * bytesPerSample, true);
      }
    }
    return samples;
  }

  /** `count` samples of what was heard by `at`, from sample number `from` of the clock's time line on; silence elsewhere. */
  read(from: number, count: number, at: number): Int16Array {
    const samples = new Int16Array(count);
    const first = from - Math.floor(this.startedAt * samplesPerMs);
    const heard = this.heard(at, Math.max(0, first)).subarray(
      0,
      Math.max(0, first + count - Math.max(0, first)),
    );
    samples.set(heard, Math.max(0, -first));
    return samples;
  }

  #advance(at: number): void {
    const until = Math.floor((Math.min(at, this.#stoppedAt ?? at) - this.startedAt) * samplesPerMs);
    for (let next = this.#waiting[0]; next && this.#cursor < until; next = this.#waiting[0]) {
      const length = Math.min(until - this.#cursor, next.length / bytesPerSample);
      this.#noteGap();
      this.#runs.push({ start: this.#cursor, bytes: next.subarray(0, length * bytesPerSample) });
      this.#cursor += length;
      this.#audioEnd = this.#cursor;
      this.#waitingSamples -= length;
      if (length * bytesPerSample === next.length) this.#waiting.shift();
      else this.#waiting[0] = next.subarray(length * bytesPerSample);
    }
    this.#cursor = Math.max(this.#cursor, until);
  }

  #noteGap(): void {
    if (this.#audioEnd === undefined || this.#audioEnd === this.#cursor) return;
    const lengthMs = (this.#cursor - this.#audioEnd) / samplesPerMs;
    if (lengthMs <= this.#options.gapWindowMs)
      this.#gaps.push({ atMs: this.#audioEnd / samplesPerMs, lengthMs });
  }

  #wholeSamples(chunk: Uint8Array): Uint8Array {
    const spare = this.#spare === undefined ? [] : [this.#spare];
    const bytes = new Uint8Array(spare.length + chunk.length);
    bytes.set(spare);
    bytes.set(chunk, spare.length);
    const whole = bytes.length - (bytes.length % bytesPerSample);
    this.#spare = bytes[whole];
    return bytes.subarray(0, whole);
  }
}
