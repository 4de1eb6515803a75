import { decodeWav, resample } from '@org/3cx-audio';

const sampleRate = 8000;
const fullScale = 32_768;

/**
 * A WAV file as a telephone carries it: its first channel, 8 kHz, 16 bit.
 * @throws AudioDecodeError
 */
export function spokenSamples(wav: Uint8Array): Int16Array {
  const { channels, sampleRate: from } = decodeWav(wav);
  const samples = resample(channels[0] ?? new Float32Array(), from, sampleRate);
  return Int16Array.from(samples, (sample) =>
    Math.max(-fullScale, Math.min(fullScale - 1, Math.round(sample * fullScale))),
  );
}
