/**
 * How alike two stretches are, whatever their level: 1 is the same shape, 0 is unrelated.
 * @param at where in `heard` the stretch of `probe.length` samples begins; beyond its end is silence.
 */
export function likeness(heard: Int16Array, at: number, probe: Int16Array): number {
  let product = 0;
  let heardEnergy = 0;
  let probeEnergy = 0;
  const length = Math.min(probe.length, heard.length - at);
  for (let index = 0; index < length; index += 1) {
    const ours = heard[at + index] ?? 0;
    const theirs = probe[index] ?? 0;
    product += ours * theirs;
    heardEnergy += ours * ours;
    probeEnergy += theirs * theirs;
  }
  for (let index = Math.max(0, length); index < probe.length; index += 1)
    probeEnergy += (probe[index] ?? 0) ** 2;
  return heardEnergy === 0 || probeEnergy === 0 ? 0 : product / Math.sqrt(heardEnergy * probeEnergy);
}

/** Every `factor` samples as their mean: what lies low enough in the sound to be compared coarsely. */
export function thinned(samples: Int16Array, factor: number): Int16Array {
  const thin = new Int16Array(Math.floor(samples.length / factor));
  for (let index = 0; index < thin.length; index += 1) {
    let sum = 0;
    for (let offset = 0; offset < factor; offset += 1) sum += samples[index * factor + offset] ?? 0;
    thin[index] = Math.round(sum / factor);
  }
  return thin;
}

export interface Best {
  readonly at: number;
  readonly likeness: number;
}

/** Where between `from` and `to` (inclusive) `heard` is most like `probe`. */
export function mostLike(heard: Int16Array, from: number, to: number, probe: Int16Array): Best {
  let best: Best = { at: from, likeness: -1 };
  for (let at = Math.max(0, from); at <= to; at += 1) {
    const found = likeness(heard, at, probe);
    if (found > best.likeness) best = { at, likeness: found };
  }
  return best;
}
