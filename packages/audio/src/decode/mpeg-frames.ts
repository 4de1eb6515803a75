/** One frame of MPEG audio, as its header describes it. */
export interface MpegFrame {
  readonly offset: number;
  readonly byteLength: number;
  /** Hertz. */
  readonly sampleRate: number;
  readonly samples: number;
  /** Version, layer and rate: the same in every frame of one stream. */
  readonly stream: number;
}

/** kbit/s by [is MPEG 1][layer]; index 0 is free format, which nobody writes. */
const BITRATES: Readonly<Record<'one' | 'two', Readonly<Record<1 | 2 | 3, readonly number[]>>>> = {
  one: {
    1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  },
  two: {
    1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    3: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  },
};
const RATES = [44_100, 48_000, 32_000];

const layerOf = (bits: number): 1 | 2 | 3 | undefined =>
  bits === 3 ? 1 : bits === 2 ? 2 : bits === 1 ? 3 : undefined;

/** The frame whose header lies at `offset`, if one does and it ends within the file. */
function frameAt(bytes: Uint8Array, offset: number): MpegFrame | undefined {
  if (offset + 4 > bytes.length || bytes[offset] !== 0xff) return undefined;
  const second = bytes[offset + 1] ?? 0;
  const third = bytes[offset + 2] ?? 0;
  const version = (second >> 3) & 3;
  const layer = layerOf((second >> 1) & 3);
  const rate = RATES[(third >> 2) & 3];
  if ((second & 0xe0) !== 0xe0 || version === 1 || layer === undefined || rate === undefined)
    return undefined;
  const bitrate = BITRATES[version === 3 ? 'one' : 'two'][layer][third >> 4] ?? 0;
  if (bitrate === 0) return undefined;
  const sampleRate = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4;
  const samples = layer === 1 ? 384 : layer === 3 && version !== 3 ? 576 : 1152;
  const padding = (third >> 1) & 1;
  const slot = layer === 1 ? 4 : 1;
  const byteLength = (Math.floor(((samples / 8) * bitrate * 1000) / sampleRate / slot) + padding) * slot;
  if (offset + byteLength > bytes.length) return undefined;
  return { offset, byteLength, sampleRate, samples, stream: ((second & 0x1e) << 8) | (third & 0x0c) };
}

/** Where the audio begins: after an ID3v2 tag, whose size has seven bits per byte. */
function afterId3(bytes: Uint8Array): number {
  if (bytes[0] !== 0x49 || bytes[1] !== 0x44 || bytes[2] !== 0x33 || bytes.length < 10) return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | ((bytes[at] ?? 0) & 0x7f), 0);
  const hasFooter = ((bytes[5] ?? 0) & 0x10) !== 0;
  return 10 + size + (hasFooter ? 10 : 0);
}

/**
 * The frames of one MPEG audio stream, in order, with whatever isn't audio left out. What
 * begins like a frame counts as one only if another of the same stream follows it, or the
 * file ends there: four bytes alone look like a header too often.
 */
export function mpegFrames(bytes: Uint8Array): MpegFrame[] {
  const frames: MpegFrame[] = [];
  let offset = afterId3(bytes);
  while (offset + 4 <= bytes.length) {
    const frame = frameAt(bytes, offset);
    const stream = frames[0]?.stream;
    const next = frame && frameAt(bytes, frame.offset + frame.byteLength);
    const isLast = frame !== undefined && frame.offset + frame.byteLength + 4 > bytes.length;
    const follows = frame !== undefined && frames.at(-1) !== undefined && endOf(frames.at(-1)) === offset;
    if (
      frame !== undefined &&
      (stream === undefined || frame.stream === stream) &&
      (next?.stream === frame.stream || isLast || follows)
    ) {
      frames.push(frame);
      offset += frame.byteLength;
    } else {
      offset += 1;
    }
  }
  return frames;
}

const endOf = (frame: MpegFrame | undefined): number => (frame ? frame.offset + frame.byteLength : -1);
