/** Complex numbers, real and imaginary parts apart. */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The discrete Fourier transform in place (Cooley and Tukey, radix 2). The length is a power of two. */
export function transform({ re, im }: Spectrum): void {
  const length = re.length;
  for (let index = 1, mirrored = 0; index < length; index += 1) {
    let bit = length >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored ^= bit;
    if (index < mirrored) {
      swap(re, index, mirrored);
      swap(im, index, mirrored);
    }
  }
  const turns = turnsOf(length);
  for (let size = 2; size <= length; size *= 2) {
    const half = size / 2;
    const stride = length / size;
    for (let start = 0; start < length; start += size) {
      for (let k = 0; k < half; k += 1) {
        const cos = turns.re[k * stride] ?? 0;
        const sin = turns.im[k * stride] ?? 0;
        const even = start + k;
        const odd = even + half;
        const oddRe = re[odd] ?? 0;
        const oddIm = im[odd] ?? 0;
        const evenRe = re[even] ?? 0;
        const evenIm = im[even] ?? 0;
        const turnedRe = oddRe * cos - oddIm * sin;
        const turnedIm = oddRe * sin + oddIm * cos;
        re[odd] = evenRe - turnedRe;
        im[odd] = evenIm - turnedIm;
        re[even] = evenRe + turnedRe;
        im[even] = evenIm + turnedIm;
      }
    }
  }
}

const turnsKnown = new Map<number, Spectrum>();

/** The first half of the roots of unity. */
function turnsOf(length: number): Spectrum {
  const known = turnsKnown.get(length);
  if (known) return known;
  const angles = Float64Array.from({ length: length / 2 }, (_, k) => (-2 * Math.PI * k) / length);
  const turns = { re: angles.map(Math.cos), im: angles.map(Math.sin) };
  turnsKnown.set(length, turns);
  return turns;
}

/**
 * The sum of products of `probe` with `signal` at every place where all of it fits.
 * Block by block through the spectrum: the time it takes grows with the length of the signal alone.
 */
export function correlation(signal: Int16Array, probe: Int16Array): Float64Array {
  const places = Math.max(0, signal.length - probe.length + 1);
  const products = new Float64Array(places);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, probe.length * 2)));
  const step = size - probe.length + 1;
  const pattern = spectrumOf(probe, size);
  for (let from = 0; from < places; from += step) {
    const block = spectrumOf(signal.subarray(from, from + size), size);
    // The inverse transform is the forward one of the conjugate; only the real part is wanted.
    for (let k = 0; k < size; k += 1) {
      const re = block.re[k] ?? 0;
      const im = block.im[k] ?? 0;
      const otherRe = pattern.re[k] ?? 0;
      const otherIm = pattern.im[k] ?? 0;
      block.re[k] = re * otherRe + im * otherIm;
      block.im[k] = re * otherIm - im * otherRe;
    }
    transform(block);
    const filled = Math.min(step, places - from);
    for (let at = 0; at < filled; at += 1) products[from + at] = (block.re[at] ?? 0) / size;
  }
  return products;
}

function spectrumOf(samples: Int16Array, size: number): Spectrum {
  const spectrum = { re: new Float64Array(size), im: new Float64Array(size) };
  spectrum.re.set(samples);
  transform(spectrum);
  return spectrum;
}

function swap(values: Float64Array, one: number, other: number): void {
  const kept = values[one] ?? 0;
  values[one] = values[other] ?? 0;
  values[other] = kept;
}
