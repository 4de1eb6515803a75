const fullScale = 32_768;

export interface SampleQueueOptions {
  /** So many samples must wait before playing begins, and begins again after running dry. */
  readonly startWith: number;
  /** When more than this wait, the oldest are dropped down to `startWith`. */
  readonly atMost: number;
}

/**
 * Samples between the network, where they come in lumps, and the loudspeaker,
 * which takes them evenly. Dry, it plays silence until enough have come again.
 */
export class SampleQueue {
  readonly #options: SampleQueueOptions;
  #pieces: Int16Array[] = [];
  #waiting = 0;
  #dropped = 0;
  #playing = false;
  #finished = false;

  constructor(options: SampleQueueOptions) {
    this.#options = options;
  }

  /** Samples that have come and not been played. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Samples dropped because too many were waiting. */
  get dropped(): number {
    return this.#dropped;
  }

  push(samples: Int16Array): void {
    this.#pieces.push(samples);
    this.#waiting += samples.length;
    if (this.#waiting > this.#options.atMost) {
      this.#dropped += this.#take(this.#waiting - this.#options.startWith).length;
    }
  }

  /** Nothing more will come: what waits is played, however little it is. */
  finish(): void {
    this.#finished = true;
  }

  /** Fills `output`, with silence where there are no samples. @returns the samples that were played. */
  pull(output: Float32Array): Int16Array {
    this.#playing ||= this.#waiting >= this.#options.startWith || this.#finished;
    const played = this.#playing ? this.#take(output.length) : new Int16Array();
    output.fill(0);
    played.forEach((sample, index) => {
      output[index] = sample / fullScale;
    });
    if (this.#waiting === 0) this.#playing = false;
    return played;
  }

  #take(count: number): Int16Array {
    const taken = new Int16Array(Math.min(count, this.#waiting));
    let filled = 0;
    for (let first = this.#pieces[0]; first && filled < taken.length; first = this.#pieces[0]) {
      const part = first.subarray(0, taken.length - filled);
      taken.set(part, filled);
      filled += part.length;
      if (part.length === first.length) this.#pieces.shift();
      else this.#pieces[0] = first.subarray(part.length);
    }
    this.#waiting -= filled;
    return taken;
  }
}
