import { Downsampler } from './downsampler';

/** Telephone audio leaves in pieces of 20 ms. */
const pieceSamples = 160;

/** Makes telephone audio of what the microphone gives; tells it as `Int16Array`s of 20 ms. */
class Microphone extends AudioWorkletProcessor {
  readonly #downsampler = new Downsampler(sampleRate);
  #waiting: number[] = [];

  override process(inputs: Float32Array[][]): boolean {
    const input = inputs[0]?.[0];
    if (!input) return true;
    this.#waiting.push(...this.#downsampler.push(input));
    while (this.#waiting.length >= pieceSamples) {
      const piece = Int16Array.from(this.#waiting.splice(0, pieceSamples));
      this.port.postMessage(piece, [piece.buffer]);
    }
    return true;
  }
}

registerProcessor('microphone', Microphone);
