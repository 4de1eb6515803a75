import { AudioDecodeError } from '../errors';
import { mpegFrames, type MpegFrame } from './mpeg-frames';
import { requireDuration, type DecodeOptions, type PcmAudio } from './pcm-audio';

/** Frames handed over at once: a second or two, so that other work gets its turn in between. */
const FRAMES_PER_TURN = 64;

const joined = (bytes: Uint8Array, frames: readonly MpegFrame[]): Uint8Array => {
  const total = frames.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const audio = new Uint8Array(total);
  let end = 0;
  for (const { offset, byteLength } of frames) {
    audio.set(bytes.subarray(offset, offset + byteLength), end);
    end += byteLength;
  }
  return audio;
};

const append = (parts: Float32Array[][]): Float32Array[] =>
  [0, 1].map((channel) => {
    const pieces = parts.map((part) => part[channel] ?? new Float32Array());
    const whole = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const piece of pieces) {
      whole.set(piece, end);
      end += piece.length;
    }
    return whole;
  });

const noAudio = (): AudioDecodeError =>
  new AudioDecodeError('AUDIO_EMPTY', 'This MP3 file holds no audio, perhaps only tags. Save it again.');

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Decodes MPEG audio (MP3, also layers I and II) at its own rate; always two channels, equal
 * for a mono file. Tags and damaged stretches are skipped; the encoder's delay and padding are
 * cut off where the file tells them.
 * @throws AudioDecodeError
 */
export async function decodeMp3(bytes: Uint8Array, options: DecodeOptions = {}): Promise<PcmAudio> {
  const frames = mpegFrames(bytes);
  const [first] = frames;
  if (first === undefined) throw noAudio();
  requireDuration(frames.length * first.samples, first.sampleRate, options);
  // Loaded with the first MP3: it brings a WebAssembly module with it.
  const { MPEGDecoder } = await import('mpg123-decoder');
  const decoder = new MPEGDecoder();
  await decoder.ready;
  try {
    const parts: Float32Array[][] = [];
    for (let index = 0; index < frames.length; index += FRAMES_PER_TURN) {
      const { channelData } = decoder.decode(joined(bytes, frames.slice(index, index + FRAMES_PER_TURN)));
      parts.push(channelData);
      await nextTurn();
    }
    const channels = append(parts);
    if ((channels[0]?.length ?? 0) === 0) throw noAudio();
    return { sampleRate: first.sampleRate, channels };
  } finally {
    decoder.free();
  }
}
