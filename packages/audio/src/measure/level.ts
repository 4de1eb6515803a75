/** What stands for silence: no level is lower. */
export const SILENCE_DBFS = -96;

/** Decibels against a sine of full scale, whose mean square is a half. `meanSquare`: of samples of full scale 1. */
const decibels = (meanSquare: number): number => Math.max(SILENCE_DBFS, 10 * Math.log10(2 * meanSquare));

/** Level of a piece of sound, in decibels against a sine of full scale (dBFS, as AES17); −96 for silence. */
export function levelOf(samples: Int16Array): number {
  if (samples.length === 0) return SILENCE_DBFS;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return decibels(sum / samples.length / 0x8000 ** 2);
}
