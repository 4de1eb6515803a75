const fullScale = 32_768;
/** Quieter than this is shown as nothing, decibels below full scale. */
const quietestDb = -50;

/** How loud telephone audio is, from 0 (silence) to 1 (as loud as can be), evenly in decibels. */
export function loudness(samples: Int16Array): number {
  if (samples.length === 0) return 0;
  const power = samples.reduce((sum, sample) => sum + (sample / fullScale) ** 2, 0) / samples.length;
  const db = 10 * Math.log10(2 * power);
  return Math.max(0, Math.min(1, 1 - db / quietestDb));
}
