/** White noise with a normal distribution, the same for the same seed; root mean square 1. */
export function noise(count: number, seed = 1): Float64Array {
  let state = seed;
  const uniform = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Float64Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  );
}

const rms = (samples: ArrayLike<number>): number =>
  Math.sqrt(Array.from(samples).reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);

/** The signal with noise so many decibels below `levelOf` (default: the signal's own mean level). */
export function withNoise(signal: Int16Array, snrDb: number, seed = 1): Int16Array {
  const level = rms(signal) * 10 ** (-snrDb / 20);
  const hiss = noise(signal.length, seed);
  return signal.map((sample, index) =>
    Math.max(-32_768, Math.min(32_767, Math.round(sample + level * (hiss[index] ?? 0)))),
  );
}
