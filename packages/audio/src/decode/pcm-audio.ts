import { AudioDecodeError } from '../errors';

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

/** @throws AudioDecodeError (`AUDIO_TOO_LONG`) */
export function requireDuration(
  frameCount: number,
  sampleRate: number,
  { maxDurationMs = Infinity }: DecodeOptions,
): void {
  const durationMs = (frameCount / sampleRate) * 1000;
  if (durationMs <= maxDurationMs) return;
  throw new AudioDecodeError(
    'AUDIO_TOO_LONG',
    `This audio lasts ${Math.ceil(durationMs / 1000)} s; at most ${maxDurationMs / 1000} s can be played. Shorten it.`,
  );
}
