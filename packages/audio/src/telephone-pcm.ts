import { decodeAudio } from './decode/decode-audio';
import type { PcmAudio } from './decode/pcm-audio';
import { resample } from './resample';

/** Hertz. Telephone PCM is signed 16-bit little-endian, mono, at this rate. */
export const TELEPHONE_SAMPLE_RATE = 8000;

/** Bytes of telephone PCM per millisecond. */
export const BYTES_PER_MS = 16;

/** Longest audio that can be played: ten minutes, in milliseconds. */
export const MAX_DURATION_MS = 600_000;

/** How long telephone PCM lasts, in milliseconds. */
export const durationMs = (pcm: Uint8Array): number => pcm.length / BYTES_PER_MS;

const mixToMono = ({ channels }: PcmAudio): Float32Array => {
  const [first = new Float32Array(), ...others] = channels;
  if (others.length === 0) return first;
  return first.map((sample, frame) => {
    let sum = sample;
    for (const channel of others) sum += channel[frame] ?? 0;
    return sum / channels.length;
  });
};

const clip = (sample: number): number => {
  if (sample > 0x7fff) return 0x7fff;
  if (sample < -0x8000) return -0x8000;
  return Math.round(sample);
};

const toSigned16LittleEndian = (samples: Float32Array): Uint8Array<ArrayBuffer> => {
  const pcm = new Uint8Array(samples.length * 2);
  const view = new DataView(pcm.buffer);
  samples.forEach((sample, index) => {
    view.setInt16(index * 2, clip(sample * 0x8000), true);
  });
  return pcm;
};

/** Decoded audio as telephone PCM: channels averaged, resampled to 8 kHz, clipped to 16 bits. */
export const telephonePcmOf = (audio: PcmAudio): Uint8Array<ArrayBuffer> =>
  toSigned16LittleEndian(resample(mixToMono(audio), audio.sampleRate, TELEPHONE_SAMPLE_RATE));

/**
 * Turns an audio file into telephone PCM. A mono 16-bit WAV at 8 kHz comes out sample for
 * sample. Formats: see {@link decodeAudio}.
 *
 * @throws AudioDecodeError, also (`AUDIO_TOO_LONG`) for more than ten minutes
 */
export async function toTelephonePcm(file: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return telephonePcmOf(await decodeAudio(file, { maxDurationMs: MAX_DURATION_MS }));
}
