import { SampleQueue } from './sample-queue';

/** 160 ms cover the unevenness of a busy machine; three seconds are a tab that was asleep. */
const options = { startWith: 1280, atMost: 24_000 };

/**
 * Plays telephone audio in an audio context of 8 kHz. Takes `Int16Array`s, and
 * `'finish'` when nothing more will come; tells what it has played, as `Int16Array`s.
 */
class Player extends AudioWorkletProcessor {
  readonly #queue = new SampleQueue(options);

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<Int16Array | 'finish'>) => {
      if (data === 'finish') this.#queue.finish();
      else this.#queue.push(data);
    };
  }

  override process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const output = outputs[0]?.[0];
    if (!output) return true;
    const played = this.#queue.pull(output);
    if (played.length > 0) this.port.postMessage(played, [played.buffer]);
    return true;
  }
}

registerProcessor('player', Player);
