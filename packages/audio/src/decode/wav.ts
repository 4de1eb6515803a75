import { ALAW, ULAW } from './g711';
import { decodeGsmWavData } from './gsm';
import { requireDuration, type DecodeOptions, type PcmAudio } from './pcm-audio';
import { readWavLayout } from './wav-layout';
import type { SampleEncoding } from './wav-layout';

type ReadSample = (view: DataView, offset: number) => number;

/** Float files may hold NaN, infinities, or numbers too big for 32 bits: those become silence. */
const finite = (value: number): number => (Number.isFinite(Math.fround(value)) ? value : 0);

const READERS: Readonly<Record<SampleEncoding, ReadSample>> = {
  u8: (view, offset) => (view.getUint8(offset) - 128) / 128,
  s16: (view, offset) => view.getInt16(offset, true) / 0x8000,
  s24: (view, offset) => (view.getInt16(offset + 1, true) * 256 + view.getUint8(offset)) / 0x80_0000,
  s32: (view, offset) => view.getInt32(offset, true) / 0x8000_0000,
  f32: (view, offset) => finite(view.getFloat32(offset, true)),
  f64: (view, offset) => finite(view.getFloat64(offset, true)),
  alaw: (view, offset) => (ALAW[view.getUint8(offset)] ?? 0) / 0x8000,
  ulaw: (view, offset) => (ULAW[view.getUint8(offset)] ?? 0) / 0x8000,
};

/**
 * Decodes a WAV file: PCM with 8, 16, 24 or 32 bits, IEEE float with 32 or 64, G.711
 * A-law or µ-law, also as `WAVE_FORMAT_EXTENSIBLE`; 4–192 kHz; 1–8 channels. Or GSM 06.10
 * in 65-byte blocks, mono.
 *
 * Lenient where nothing is lost: unknown chunks are skipped; a data size of 0 or of all
 * ones, as streaming recorders write it, means "to the end of the file"; a file cut
 * short gives what is there, down to one frame; an incomplete last frame is dropped.
 * Memory used is at most four bytes per sample that is really in the file (320 samples for
 * the 65 bytes of a GSM block).
 *
 * @throws AudioDecodeError with a message that says what the file is and what to do
 */
export function decodeWav(bytes: Uint8Array, options: DecodeOptions = {}): PcmAudio {
  const layout = readWavLayout(bytes);
  requireDuration(layout.frameCount, layout.sampleRate, options);
  if (layout.encoding === 'gsm') {
    const samples = decodeGsmWavData(bytes, layout.dataOffset, layout.frameCount / 320);
    return { sampleRate: layout.sampleRate, channels: [samples] };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = READERS[layout.encoding];
  const stride = layout.bytesPerSample * layout.channelCount;
  const channels = Array.from({ length: layout.channelCount }, (_, channel) => {
    const samples = new Float32Array(layout.frameCount);
    let offset = layout.dataOffset + channel * layout.bytesPerSample;
    for (let frame = 0; frame < layout.frameCount; frame += 1) {
      samples[frame] = read(view, offset);
      offset += stride;
    }
    return samples;
  });
  return { sampleRate: layout.sampleRate, channels };
}
