import { AudioDecodeError } from '../errors';
import {
  GSM_FRAME_BYTES,
  GSM_MARKER,
  GSM_WAV_BLOCK_BYTES,
  readGsmFrame,
  readGsmWavBlock,
  type GsmFrame,
} from './gsm-parameters';
import { GSM_FRAME_SAMPLES, GsmSynthesis } from './gsm-synthesis';
import { requireDuration, type DecodeOptions, type PcmAudio } from './pcm-audio';

const GSM_SAMPLE_RATE = 8000;
const FRAMES_LOOKED_AT = 16;

/**
 * Whether this looks like a raw `.gsm` file: every frame at its beginning carries the marker.
 * One frame alone must be the whole file, because one in sixteen files begins like that.
 */
export function isRawGsm(bytes: Uint8Array): boolean {
  const frames = Math.min(FRAMES_LOOKED_AT, Math.floor(bytes.length / GSM_FRAME_BYTES));
  if (frames === 0 || (frames === 1 && bytes.length !== GSM_FRAME_BYTES)) return false;
  return Array.from({ length: frames }, (_, frame) => bytes[frame * GSM_FRAME_BYTES] ?? 0).every(
    (byte) => byte >> 4 === GSM_MARKER,
  );
}

const synthesize = (frames: Iterable<GsmFrame>, count: number): Float32Array => {
  const synthesis = new GsmSynthesis();
  const samples = new Float32Array(count * GSM_FRAME_SAMPLES);
  let offset = 0;
  for (const frame of frames) {
    for (const sample of synthesis.decode(frame)) {
      samples[offset] = sample / 0x8000;
      offset += 1;
    }
  }
  return samples;
};

/**
 * Decodes a raw GSM 06.10 file: 33-byte frames of 20 ms, 8 kHz. An incomplete last frame is
 * dropped, and decoding ends at the first frame without the marker.
 * @throws AudioDecodeError
 */
export function decodeGsm(bytes: Uint8Array, options: DecodeOptions = {}): PcmAudio {
  const offsets: number[] = [];
  for (let offset = 0; offset + GSM_FRAME_BYTES <= bytes.length; offset += GSM_FRAME_BYTES) {
    if ((bytes[offset] ?? 0) >> 4 !== GSM_MARKER) break;
    offsets.push(offset);
  }
  if (offsets.length === 0) {
    throw new AudioDecodeError('AUDIO_INVALID', 'This is not a GSM 06.10 file. Save it again.');
  }
  requireDuration(offsets.length * GSM_FRAME_SAMPLES, GSM_SAMPLE_RATE, options);
  const frames = offsets.map((offset) => readGsmFrame(bytes, offset));
  return { sampleRate: GSM_SAMPLE_RATE, channels: [synthesize(frames, offsets.length)] };
}

/** Samples of the blocks of a WAV file's GSM data. */
export function decodeGsmWavData(bytes: Uint8Array, offset: number, blockCount: number): Float32Array {
  function* frames(): Generator<GsmFrame, void> {
    for (let block = 0; block < blockCount; block += 1) {
      yield* readGsmWavBlock(bytes, offset + block * GSM_WAV_BLOCK_BYTES);
    }
  }
  return synthesize(frames(), blockCount * 2);
}
