import type { GsmFrame, GsmSubframe } from './gsm-parameters';

/** 20 ms at 8 kHz. */
export const GSM_FRAME_SAMPLES = 160;

const SUBFRAME_SAMPLES = 40;
const HISTORY_SAMPLES = 120;

/** GSM 06.10 tables 4.1, 4.3b and 4.6: [B, MIC, INVA] per log-area ratio, lag gains, pulse mantissas. */
const LAR_TABLE = [
  [0, -32, 13107],
  [0, -32, 13107],
  [2048, -16, 13107],
  [-2560, -16, 13107],
  [94, -8, 19223],
  [-1792, -8, 17476],
  [-341, -4, 31454],
  [-1144, -4, 29708],
] as const;
const LAG_GAIN = [3277, 11469, 21299, 32767];
const PULSE_MANTISSA = [18431, 20479, 22527, 24575, 26623, 28671, 30719, 32767];

/** The standard's 16-bit arithmetic: saturating sums, and products rounded to 15 fractional bits. */
const saturate = (value: number): number => (value > 32767 ? 32767 : value < -32768 ? -32768 : value);
const multiply = (a: number, b: number): number =>
  a === -32768 && b === -32768 ? 32767 : (a * b + 16384) >> 15;

const exponentAndMantissa = (amplitude: number): { exponent: number; mantissa: number } => {
  let exponent = amplitude > 15 ? (amplitude >> 3) - 1 : 0;
  let mantissa = amplitude - (exponent << 3);
  if (mantissa === 0) return { exponent: -4, mantissa: 7 };
  while (mantissa <= 7) {
    mantissa = (mantissa << 1) | 1;
    exponent -= 1;
  }
  return { exponent, mantissa: mantissa - 8 };
};

const reflectionOf = (lar: number): number => {
  const size = lar === -32768 ? 32767 : Math.abs(lar);
  const reflection = size < 11059 ? size << 1 : size < 20070 ? size + 11059 : saturate((size >> 2) + 26112);
  return lar < 0 ? -reflection : reflection;
};

const larsOf = ({ larc }: GsmFrame): number[] =>
  LAR_TABLE.map(([offset, minimum, inverse], index) => {
    const shifted = ((larc[index] ?? 0) + minimum) << 10;
    const scaled = multiply(inverse, saturate(shifted - (offset << 1)));
    return saturate(scaled + scaled);
  });

/** How the filter glides from the last frame's log-area ratios to this one's: weights change at these samples. */
const GLIDE: readonly {
  readonly until: number;
  readonly mix: (before: number, now: number) => number;
}[] = [
  { until: 13, mix: (before, now) => saturate(saturate((before >> 2) + (now >> 2)) + (before >> 1)) },
  { until: 27, mix: (before, now) => saturate((before >> 1) + (now >> 1)) },
  { until: 40, mix: (before, now) => saturate(saturate((before >> 2) + (now >> 2)) + (now >> 1)) },
  { until: GSM_FRAME_SAMPLES, mix: (_, now) => now },
];

/**
 * The decoder of ETSI GSM 06.10 (full rate), in the standard's integer arithmetic, so that
 * its output equals that of any conforming decoder bit for bit. Remembers from frame to frame.
 */
export class GsmSynthesis {
  readonly #excitation = new Int32Array(HISTORY_SAMPLES + SUBFRAME_SAMPLES);
  readonly #lattice = new Int32Array(9);
  #lastLars: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0];
  #lag = 40;
  #deemphasis = 0;

  /** 160 samples, full scale 32 768. */
  decode(frame: GsmFrame): Int16Array {
    const residual = new Int32Array(GSM_FRAME_SAMPLES);
    frame.subframes.forEach((subframe, index) => {
      this.#excite(subframe);
      residual.set(this.#excitation.subarray(HISTORY_SAMPLES), index * SUBFRAME_SAMPLES);
      this.#excitation.copyWithin(0, SUBFRAME_SAMPLES);
    });
    return this.#filter(residual, larsOf(frame));
  }

  #excite({ lag, gain, grid, amplitude, pulses }: GsmSubframe): void {
    if (lag >= 40 && lag <= HISTORY_SAMPLES) this.#lag = lag;
    const excitation = this.#excitation;
    const factor = LAG_GAIN[gain] ?? 0;
    for (let k = HISTORY_SAMPLES; k < HISTORY_SAMPLES + SUBFRAME_SAMPLES; k += 1) {
      excitation[k] = multiply(factor, excitation[k - this.#lag] ?? 0);
    }
    const { exponent, mantissa } = exponentAndMantissa(amplitude);
    const shift = 6 - exponent;
    const rounding = shift > 0 ? 1 << (shift - 1) : 0;
    pulses.forEach((pulse, index) => {
      const scaled = multiply(PULSE_MANTISSA[mantissa] ?? 0, (2 * pulse - 7) << 12);
      const at = HISTORY_SAMPLES + grid + 3 * index;
      excitation[at] = saturate((saturate(scaled + rounding) >> shift) + (excitation[at] ?? 0));
    });
  }

  #filter(residual: Int32Array, lars: readonly number[]): Int16Array {
    const speech = new Int16Array(GSM_FRAME_SAMPLES);
    const lattice = this.#lattice;
    let k = 0;
    for (const { until, mix } of GLIDE) {
      const reflections = lars.map((now, index) => reflectionOf(mix(this.#lastLars[index] ?? 0, now)));
      for (; k < until; k += 1) {
        let sample = residual[k] ?? 0;
        for (let stage = 7; stage >= 0; stage -= 1) {
          const reflection = reflections[stage] ?? 0;
          const delayed = lattice[stage] ?? 0;
          sample = saturate(sample - multiply(reflection, delayed));
          lattice[stage + 1] = saturate(delayed + multiply(reflection, sample));
        }
        lattice[0] = sample;
        this.#deemphasis = saturate(sample + multiply(this.#deemphasis, 28180));
        speech[k] = saturate(2 * this.#deemphasis) & 0xfff8;
      }
    }
    this.#lastLars = lars;
    return speech;
  }
}
