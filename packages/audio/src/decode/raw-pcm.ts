import { AudioDecodeError } from '../errors';
import { requireDuration, type DecodeOptions, type PcmAudio } from './pcm-audio';

/** Samples without a header: only whoever made them knows what they are. */
export interface RawPcmFormat {
  /** Hertz, 4000–192 000. Default 8000. */
  readonly sampleRate?: number;
  /** 1–8, interleaved. Default 1. */
  readonly channels?: number;
}

/**
 * Signed 16-bit little-endian samples without a header. An incomplete last frame is dropped.
 * @throws AudioDecodeError for less than one frame; RangeError for a format out of range
 */
export function decodeRawPcm(
  bytes: Uint8Array,
  { sampleRate = 8000, channels: channelCount = 1 }: RawPcmFormat = {},
  options: DecodeOptions = {},
): PcmAudio {
  if (!Number.isInteger(sampleRate) || sampleRate < 4000 || sampleRate > 192_000) {
    throw new RangeError(`A sample rate of ${sampleRate} Hz can't be read; 4000 to 192000 Hz can.`);
  }
  if (!Number.isInteger(channelCount) || channelCount < 1 || channelCount > 8) {
    throw new RangeError(`A channel count of ${channelCount} can't be read; 1 to 8 can.`);
  }
  const frameCount = Math.floor(bytes.length / (2 * channelCount));
  if (frameCount === 0) {
    throw new AudioDecodeError('AUDIO_EMPTY', 'There is no audio in it. Record or upload it again.');
  }
  requireDuration(frameCount, sampleRate, options);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const channels = Array.from({ length: channelCount }, (_, channel) =>
    Float32Array.from(
      { length: frameCount },
      (__, frame) => view.getInt16((frame * channelCount + channel) * 2, true) / 0x8000,
    ),
  );
  return { sampleRate, channels };
}
