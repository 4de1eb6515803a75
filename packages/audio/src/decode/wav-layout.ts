import { AudioDecodeError } from '../errors';
import { GSM_WAV_BLOCK_BYTES } from './gsm-parameters';
import { isWholeRiffChunk, riffChunks } from './riff-chunks';
import type { RiffChunk } from './riff-chunks';
import { requireKnownKind } from './required-kind';
import { sniff } from './sniff';

/** How one sample of the file is stored, little-endian. */
export type SampleEncoding = 'u8' | 's16' | 's24' | 's32' | 'f32' | 'f64' | 'alaw' | 'ulaw';

/** Where the samples of a WAV file lie and how to read them. */
export interface WavLayout {
  /** Hertz, 4000–192 000. */
  readonly sampleRate: number;
  /** 1–8, interleaved. */
  readonly channelCount: number;
  /** `gsm`: blocks of 65 bytes hold 320 samples of the one channel. */
  readonly encoding: SampleEncoding | 'gsm';
  /** 0 for `gsm`. */
  readonly bytesPerSample: number;
  /** Offset of the first sample. */
  readonly dataOffset: number;
  /** Whole frames (one sample per channel) that are really there; at least one. */
  readonly frameCount: number;
}

const UNKNOWN_SIZE = 0xffffffff;

const FORMAT_PCM = 1;
const FORMAT_FLOAT = 3;
const FORMAT_ALAW = 6;
const FORMAT_ULAW = 7;
const FORMAT_GSM = 0x31;
/** Samples of two GSM frames. */
const GSM_BLOCK_SAMPLES = 320;
const FORMAT_EXTENSIBLE = 0xfffe;
/** Bytes 2–15 of every `KSDATAFORMAT_SUBTYPE_…` GUID that stands for a plain format tag. */
const SUBFORMAT_GUID_TAIL = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];

const OTHER_FORMATS: ReadonlyMap<number, string> = new Map([
  [2, 'Microsoft ADPCM'],
  [0x11, 'IMA ADPCM'],
  [0x50, 'MPEG audio'],
  [0x55, 'MP3'],
]);

const CONVERT = 'Convert it to WAV (PCM, 8 kHz, 16 bit, mono is best).';

const findChunks = (view: DataView): { format: RiffChunk; data: RiffChunk } => {
  let format: RiffChunk | undefined;
  let data: RiffChunk | undefined;
  for (const chunk of riffChunks(view)) {
    if (chunk.id === 'fmt ') format ??= chunk;
    if (chunk.id === 'data') data ??= chunk;
    if (format && data) break;
  }
  if (format === undefined) {
    throw new AudioDecodeError(
      'AUDIO_INVALID',
      'This WAV file has no format chunk: it is damaged. Save it again.',
    );
  }
  if (data === undefined) {
    throw new AudioDecodeError(
      'AUDIO_INVALID',
      'This WAV file has no data chunk: it is cut off before the audio. Upload it again.',
    );
  }
  return { format, data };
};

/** Recorders that stream leave the size 0 or all ones; then the audio reaches to the end of the file. */
const dataBytes = (view: DataView, data: RiffChunk): number => {
  const available = view.byteLength - data.offset;
  if (data.size === UNKNOWN_SIZE) return available;
  if (data.size === 0) return isWholeRiffChunk(view, data.offset) ? 0 : available;
  return Math.min(data.size, available);
};

const formatTag = (view: DataView, { offset, size }: RiffChunk): number => {
  const tag = view.getUint16(offset, true);
  if (tag !== FORMAT_EXTENSIBLE) return tag;
  if (size < 40 || offset + 40 > view.byteLength) {
    throw new AudioDecodeError(
      'AUDIO_INVALID',
      'The format chunk of this WAV file is cut off. Save it again.',
    );
  }
  if (SUBFORMAT_GUID_TAIL.some((byte, index) => view.getUint8(offset + 26 + index) !== byte)) {
    throw new AudioDecodeError(
      'AUDIO_UNSUPPORTED',
      `This WAV file holds a vendor's own encoding. ${CONVERT}`,
    );
  }
  return view.getUint16(offset + 24, true);
};

const encodingOf = (tag: number, bits: number): SampleEncoding | 'gsm' => {
  if (tag === FORMAT_GSM) return 'gsm';
  if (tag === FORMAT_PCM) {
    if (bits === 8) return 'u8';
    if (bits === 16) return 's16';
    if (bits === 24) return 's24';
    if (bits === 32) return 's32';
  } else if (tag === FORMAT_FLOAT) {
    if (bits === 32) return 'f32';
    if (bits === 64) return 'f64';
  } else if (tag === FORMAT_ALAW || tag === FORMAT_ULAW) {
    if (bits === 8) return tag === FORMAT_ALAW ? 'alaw' : 'ulaw';
  } else {
    const name = OTHER_FORMATS.get(tag) ?? `encoding ${tag}`;
    throw new AudioDecodeError('AUDIO_UNSUPPORTED', `WAV with ${name} isn't supported. ${CONVERT}`);
  }
  throw new AudioDecodeError(
    'AUDIO_UNSUPPORTED',
    `WAV with ${bits} bits per sample isn't supported. ${CONVERT}`,
  );
};

const requireRange = (what: string, value: number, min: number, max: number, unit: string): void => {
  if (value >= min && value <= max) return;
  throw new AudioDecodeError(
    value === 0 ? 'AUDIO_INVALID' : 'AUDIO_UNSUPPORTED',
    `This WAV file says it has ${what} ${value}${unit}; ${min} to ${max}${unit} can be read. ${CONVERT}`,
  );
};

const noAudio = (): AudioDecodeError =>
  new AudioDecodeError('AUDIO_EMPTY', 'This WAV file holds no audio. Record or upload it again.');

const gsmLayout = (
  sampleRate: number,
  channelCount: number,
  blockAlign: number,
  view: DataView,
  data: RiffChunk,
): WavLayout => {
  if (channelCount !== 1 || blockAlign !== GSM_WAV_BLOCK_BYTES) {
    throw new AudioDecodeError(
      'AUDIO_UNSUPPORTED',
      `This WAV file holds GSM 06.10 in an unusual way (${channelCount} channels, ${blockAlign} bytes per block). ${CONVERT}`,
    );
  }
  const blocks = Math.floor(dataBytes(view, data) / GSM_WAV_BLOCK_BYTES);
  if (blocks === 0) throw noAudio();
  return {
    sampleRate,
    channelCount,
    encoding: 'gsm',
    bytesPerSample: 0,
    dataOffset: data.offset,
    frameCount: blocks * GSM_BLOCK_SAMPLES,
  };
};

/**
 * Reads the structure of a WAV file without touching its samples. Sizes that lie are
 * not believed: the audio ends where the file ends.
 * @throws AudioDecodeError
 */
export function readWavLayout(bytes: Uint8Array): WavLayout {
  requireKnownKind(bytes, sniff(bytes), ['wav']);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { format, data } = findChunks(view);
  if (format.size < 16 || format.offset + 16 > view.byteLength) {
    throw new AudioDecodeError(
      'AUDIO_INVALID',
      'The format chunk of this WAV file is cut off. Save it again.',
    );
  }
  const channelCount = view.getUint16(format.offset + 2, true);
  const sampleRate = view.getUint32(format.offset + 4, true);
  const blockAlign = view.getUint16(format.offset + 12, true);
  const bits = view.getUint16(format.offset + 14, true);
  const encoding = encodingOf(formatTag(view, format), bits);
  requireRange('a channel count of', channelCount, 1, 8, '');
  requireRange('a sample rate of', sampleRate, 4000, 192_000, ' Hz');

  if (encoding === 'gsm') return gsmLayout(sampleRate, channelCount, blockAlign, view, data);

  const bytesPerSample = bits / 8;
  const frameBytes = bytesPerSample * channelCount;
  // 0 is written by sloppy tools and harmless; any other difference would be heard as noise.
  if (blockAlign !== 0 && blockAlign !== frameBytes) {
    throw new AudioDecodeError(
      'AUDIO_UNSUPPORTED',
      `This WAV file pads its samples (${blockAlign} bytes per frame instead of ${frameBytes}). ${CONVERT}`,
    );
  }
  const frameCount = Math.floor(dataBytes(view, data) / frameBytes);
  if (frameCount === 0) throw noAudio();
  return { sampleRate, channelCount, encoding, bytesPerSample, dataOffset: data.offset, frameCount };
}
