import { correlation } from './fourier';

/**
 * How alike two stretches are, whatever their level: 1 is the same shape, 0 is unrelated.
 * @param at where in `heard` the stretch of `probe.length` samples begins; beyond its end is silence.
 */
export function likeness(heard: Int16Array, at: number, probe: Int16Array): number {
  let product = 0;
  for (let index = 0; index < probe.length; index += 1) {
    product += (heard[at + index] ?? 0) * (probe[index] ?? 0);
  }
  const energy = energyOf(heard.subarray(at, at + probe.length)) * energyOf(probe);
  return energy === 0 ? 0 : product / Math.sqrt(energy);
}

/**
 * `likeness` at every place where all of `probe` fits.
 * @param leastRms where `heard` is quieter than this nothing is compared: the likeness is 0.
 */
export function likenesses(heard: Int16Array, probe: Int16Array, leastRms: number): Float32Array {
  const products = correlation(heard, probe);
  const found = new Float32Array(products.length);
  const probeEnergy = energyOf(probe);
  const least = leastRms * leastRms * probe.length;
  let energy = energyOf(heard.subarray(0, probe.length));
  for (let at = 0; at < found.length; at += 1) {
    if (energy > least && probeEnergy > 0) found[at] = (products[at] ?? 0) / Math.sqrt(energy * probeEnergy);
    energy += (heard[at + probe.length] ?? 0) ** 2 - (heard[at] ?? 0) ** 2;
  }
  return found;
}

/** The place of the greatest likeness from `from` on, `to` excluded. */
export function best(found: Float32Array, from = 0, to = found.length): number {
  let place = from;
  for (let at = from + 1; at < to; at += 1) if ((found[at] ?? 0) > (found[place] ?? 0)) place = at;
  return place;
}

export function energyOf(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum;
}
