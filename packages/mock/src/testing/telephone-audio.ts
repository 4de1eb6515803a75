import { decodeWav } from '@org/3cx-audio';

/** Telephone audio in which no two stretches are alike and no sample is zero. */
export function noise(ms: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(ms * 16);
  let state = seed;
  for (let index = 0; index < bytes.length; index += 2) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes.writeInt16LE((state % 20_000) + 1, index);
  }
  return bytes;
}

/** The samples of a WAV file as bytes of telephone audio. */
export function pcmOf(wav: Uint8Array): Buffer {
  const [samples = new Float32Array()] = decodeWav(wav).channels;
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, index) => bytes.writeInt16LE(Math.round(sample * 32_768), index * 2));
  return bytes;
}

/** Takes leading and trailing silence off. */
export function trimmed(pcm: Buffer): Buffer {
  let start = 0;
  let end = pcm.length;
  while (start < end && pcm.readInt16LE(start) === 0) start += 2;
  while (end > start && pcm.readInt16LE(end - 2) === 0) end -= 2;
  return pcm.subarray(start, end);
}

export function isSilent(pcm: Buffer): boolean {
  return pcm.every((byte) => byte === 0);
}
