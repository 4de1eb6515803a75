/**
 * A windowed-sinc low-pass, flat to 0.85 of the lower Nyquist frequency (3.4 kHz for
 * telephone audio) and 80 dB down from 1.05 of it (4.2 kHz).
 */
const PASSBAND = 0.85;
const STOPBAND = 1.05;
const ATTENUATION_DB = 80;

/** Kaiser's formulas for the window's shape and length; time in samples of the lower rate. */
const KAISER_BETA = 0.1102 * (ATTENUATION_DB - 8.7);
const HALF_WIDTH = Math.ceil((ATTENUATION_DB - 8) / (2.285 * Math.PI * (STOPBAND - PASSBAND)) / 2);
const CUTOFF = (PASSBAND + STOPBAND) / 2;

/** Kernel points per sample; with linear interpolation the error stays below −100 dB. */
const RESOLUTION = 512;

const besselI0 = (x: number): number => {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
};

const kernelPoint = (_: unknown, index: number): number => {
  const time = index / RESOLUTION;
  if (time >= HALF_WIDTH) return 0;
  const window = besselI0(KAISER_BETA * Math.sqrt(1 - (time / HALF_WIDTH) ** 2)) / besselI0(KAISER_BETA);
  const angle = Math.PI * CUTOFF * time;
  return (angle === 0 ? 1 : Math.sin(angle) / angle) * window;
};

let kernelTable: Float64Array | undefined;

/** The right half of the kernel: it is symmetric, and the same for every pair of rates. */
const halfKernel = (): Float64Array =>
  (kernelTable ??= Float64Array.from({ length: HALF_WIDTH * RESOLUTION + 2 }, kernelPoint));

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

const requireRate = (rate: number): void => {
  if (Number.isSafeInteger(rate) && rate > 0) return;
  throw new RangeError(`A sample rate is a whole number of hertz above 0, not ${rate}.`);
};

/** Fills `taps` with the kernel centred `centre` taps from the first one, scaled to a gain of 1 at 0 Hz. */
const fillTaps = (taps: Float64Array, centre: number, step: number): void => {
  const kernel = halfKernel();
  let sum = 0;
  for (let tap = 0; tap < taps.length; tap += 1) {
    const at = Math.min(Math.abs(tap - centre) * step, HALF_WIDTH) * RESOLUTION;
    const index = Math.floor(at);
    const left = kernel[index] ?? 0;
    const right = kernel[index + 1] ?? 0;
    const value = left + (right - left) * (at - index);
    taps[tap] = value;
    sum += value;
  }
  for (let tap = 0; tap < taps.length; tap += 1) taps[tap] = (taps[tap] ?? 0) / sum;
};

/** The part of `taps` that lies over `samples` when its first tap is at `first`; outside is silence. */
const weigh = (samples: Float32Array, taps: Float64Array, first: number): number => {
  const end = Math.min(taps.length, samples.length - first);
  let sum = 0;
  for (let tap = Math.max(0, -first); tap < end; tap += 1) {
    sum += (samples[first + tap] ?? 0) * (taps[tap] ?? 0);
  }
  return sum;
};

/**
 * Converts between sample rates, flat within ±0.1 dB to 0.85 of the lower Nyquist
 * frequency, and at least 60 dB down where aliases or images would fall back below it:
 * to 8 kHz that is flat to 3.4 kHz, and nothing left of tones from 4.6 kHz. No delay is
 * added. Returns `ceil(samples.length × to / from)` samples; for equal rates, a copy.
 *
 * @param from rate of `samples`, a whole number of hertz
 * @param to rate wanted, a whole number of hertz
 * @throws RangeError when a rate isn't a whole number above 0
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array<ArrayBuffer> {
  requireRate(from);
  requireRate(to);
  if (from === to) return Float32Array.from(samples);

  const divisor = greatestCommonDivisor(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const output = new Float32Array(Math.ceil((samples.length * up) / down));
  // One sample of the input, in samples of the lower rate.
  const step = Math.min(1, to / from);
  const reach = Math.ceil(HALF_WIDTH / step);
  const taps = new Float64Array(2 * reach + 1);

  // Outputs that are `up` apart fall at the same place between two inputs and share their taps.
  for (let phase = 0; phase < Math.min(up, output.length); phase += 1) {
    const position = (phase * down) / up;
    const nearest = Math.floor(position);
    fillTaps(taps, position - nearest + reach, step);
    let first = nearest - reach;
    for (let index = phase; index < output.length; index += up) {
      output[index] = weigh(samples, taps, first);
      first += down;
    }
  }
  return output;
}
