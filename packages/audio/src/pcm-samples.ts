import { BYTES_PER_MS } from './telephone-pcm';

/** The samples of telephone PCM. Half a sample at the end is left out. */
export function samplesOfPcm(pcm: Uint8Array): Int16Array<ArrayBuffer> {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const samples = new Int16Array(pcm.length >> 1);
  for (let index = 0; index < samples.length; index += 1) samples[index] = view.getInt16(index * 2, true);
  return samples;
}

const clipped = (value: number): number =>
  value > 0x7fff ? 0x7fff : value < -0x8000 ? -0x8000 : Math.round(value);

/** Telephone PCM of samples; louder ones than 16 bits can hold are clipped. Full scale is 32 768. */
export function pcmOfSamples(samples: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const pcm = new Uint8Array(samples.length * 2);
  const view = new DataView(pcm.buffer);
  for (let index = 0; index < samples.length; index += 1) {
    view.setInt16(index * 2, clipped(samples[index] ?? 0), true);
  }
  return pcm;
}

/** So much silence. Milliseconds. */
export const silence = (ms: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Math.round((ms * BYTES_PER_MS) / 2) * 2);

/**
 * Louder or quieter by so many decibels, −60 to 20; what gets too loud is clipped. A gain of
 * 0 gives the same bytes.
 * @throws RangeError
 */
export function withGain(pcm: Uint8Array, gainDb: number): Uint8Array {
  if (!(gainDb >= -60 && gainDb <= 20)) {
    throw new RangeError(`A gain of ${gainDb} dB is out of range: −60 to 20 dB.`);
  }
  if (gainDb === 0) return pcm;
  const factor = 10 ** (gainDb / 20);
  return pcmOfSamples(Float64Array.from(samplesOfPcm(pcm), (sample) => sample * factor));
}
