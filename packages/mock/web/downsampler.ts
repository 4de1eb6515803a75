const outputRate = 8000;
const fullScale = 32_768;
/** A telephone carries 300 to 3,400 Hz; what lies above half the sampling rate must go, or it comes back as noise. */
const cutOffHz = 3600;
/** Width of the filter on each side, in output samples: 32 give a transition of about 400 Hz. */
const lobes = 32;
/** Positions between two input samples for which the filter is worked out beforehand. */
const phases = 64;

/**
 * Brings what a microphone gives, in blocks of any length, down to telephone audio
 * (8 kHz, 16 bit): a windowed-sinc low pass, evaluated only where an output sample is due.
 */
export class Downsampler {
  readonly #step: number;
  readonly #reach: number;
  readonly #filters: readonly Float32Array[];
  #input = new Float32Array();
  /** Position of the next output sample in `#input`. */
  #at: number;

  /** @param inputRate samples per second, 8000 or more. */
  constructor(inputRate: number) {
    this.#step = inputRate / outputRate;
    this.#reach = Math.ceil(lobes * this.#step);
    this.#filters = Array.from({ length: phases + 1 }, (_, phase) =>
      filter(phase / phases, this.#reach, cutOffHz / inputRate),
    );
    this.#input = new Float32Array(this.#reach);
    this.#at = this.#reach;
  }

  push(block: Float32Array): Int16Array {
    const input = new Float32Array(this.#input.length + block.length);
    input.set(this.#input);
    input.set(block, this.#input.length);
    const output: number[] = [];
    for (; this.#at + this.#reach + 1 < input.length; this.#at += this.#step)
      output.push(this.#sample(input));
    const used = Math.max(0, Math.floor(this.#at) - this.#reach);
    this.#input = input.slice(used);
    this.#at -= used;
    return Int16Array.from(output);
  }

  #sample(input: Float32Array): number {
    const whole = Math.floor(this.#at);
    const taps = this.#filters[Math.round((this.#at - whole) * phases)] ?? new Float32Array();
    const first = whole - this.#reach + 1;
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap += 1) sum += (taps[tap] ?? 0) * (input[first + tap] ?? 0);
    return Math.max(-fullScale, Math.min(fullScale - 1, Math.round(sum * fullScale)));
  }
}

/** Hann-windowed sinc around a point `fraction` after the middle tap; sums up to 1. */
function filter(fraction: number, reach: number, cutOff: number): Float32Array {
  const taps = Float32Array.from({ length: 2 * reach }, (_, index) => {
    const distance = index - reach + 1 - fraction;
    const angle = 2 * Math.PI * cutOff * distance;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 1)));
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}
