import { AudioDecodeError } from '../errors';
import { readWavLayout } from './wav-layout';
import type { SampleEncoding } from './wav-layout';

/** Audio as numbers: full scale is −1…1. */
export interface PcmAudio {
  /** Hertz. */
  readonly sampleRate: number;
  /** One array per channel, all of the same length; at least one, with at least one sample. */
  readonly channels: Float32Array[];
}

export interface DecodeOptions {
  /** Longer audio is refused before any of it is decoded. Milliseconds, default: no limit. */
  readonly maxDurationMs?: number;
}

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
};

/**
 * Decodes a WAV file: PCM with 8, 16, 24 or 32 bits, or IEEE float with 32 or 64, also
 * as `WAVE_FORMAT_EXTENSIBLE`; 4–192 kHz; 1–8 channels.
 *
 * Lenient where nothing is lost: unknown chunks are skipped; a data size of 0 or of all
 * ones, as streaming recorders write it, means "to the end of the file"; a file cut
 * short gives what is there, down to one frame; an incomplete last frame is dropped.
 * Memory used is at most four bytes per sample that is really in the file.
 *
 * @throws AudioDecodeError with a message that says what the file is and what to do
 */
export function decodeWav(bytes: Uint8Array, options: DecodeOptions = {}): PcmAudio {
  const layout = readWavLayout(bytes);
  const { maxDurationMs = Infinity } = options;
  const durationMs = (layout.frameCount / layout.sampleRate) * 1000;
  if (durationMs > maxDurationMs) {
    throw new AudioDecodeError(
      'AUDIO_TOO_LONG',
      `This audio lasts ${Math.ceil(durationMs / 1000)} s; at most ${maxDurationMs / 1000} s can be played. Shorten it.`,
    );
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
