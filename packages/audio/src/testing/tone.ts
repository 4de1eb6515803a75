/** A sine of amplitude 0.5. */
export function tone(hertz: number, sampleRate: number, seconds = 1): Float32Array {
  return Float32Array.from(
    { length: Math.round(sampleRate * seconds) },
    (_, index) => 0.5 * Math.sin((2 * Math.PI * hertz * index) / sampleRate),
  );
}

/** The part of a signal that is free of its beginning and its end. */
export const middle = (samples: Float32Array): Float32Array =>
  samples.subarray(Math.floor(samples.length * 0.2), Math.floor(samples.length * 0.8));

/** Gain in decibels of a tone of amplitude 0.5 after processing: projection on sine and cosine, Hann-weighted. */
export function gainOf(hertz: number, samples: Float32Array, sampleRate: number): number {
  let sine = 0;
  let cosine = 0;
  let weights = 0;
  samples.forEach((sample, index) => {
    const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length);
    const angle = (2 * Math.PI * hertz * index) / sampleRate;
    sine += sample * weight * Math.sin(angle);
    cosine += sample * weight * Math.cos(angle);
    weights += weight;
  });
  return 20 * Math.log10((2 * Math.hypot(sine, cosine)) / weights / 0.5);
}

/** The loudest sample in decibels, against a tone of amplitude 0.5. */
export const peakOf = (samples: Float32Array): number =>
  20 * Math.log10(samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0) / 0.5);
