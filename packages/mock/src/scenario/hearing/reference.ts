import { energyOf } from './likeness';
import { spokenSamples } from '../../media/spoken-wav';

export const samplesPerMs = 8;
/** Below this a stretch counts as quiet: about 50 dB under full scale. */
export const quietRms = 100;
const edgeMs = 10;

/** A recording to be recognised, as a telephone carries it. */
export interface Reference {
  readonly name: string;
  /** 8 kHz, without the quiet at either end. */
  readonly samples: Int16Array;
  /** Length of the whole file, milliseconds. */
  readonly fileMs: number;
}

/**
 * @param wav the bytes of a WAV file.
 * @throws AudioDecodeError when it isn't one.
 */
export function referenceFrom(name: string, wav: Uint8Array): Reference {
  const whole = spokenSamples(wav);
  return { name, samples: withoutQuietEnds(whole), fileMs: whole.length / samplesPerMs };
}

/** @param tolerance how many times louder than a quiet recording it may be, for a noisy line. */
export function isQuiet(samples: Int16Array, tolerance = 1): boolean {
  return energyOf(samples) <= (quietRms * tolerance) ** 2 * samples.length;
}

function withoutQuietEnds(samples: Int16Array): Int16Array {
  const step = edgeMs * samplesPerMs;
  let start = 0;
  let end = samples.length;
  while (end - start > step && isQuiet(samples.subarray(start, start + step))) start += step;
  while (end - start > step && isQuiet(samples.subarray(end - step, end))) end -= step;
  return samples.subarray(start, end);
}
