/** Characters as bytes. */
export const ascii = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A chunk of a RIFF file: header, body, and the padding byte after an odd size. */
export function riffChunk(id: string, body: ArrayLike<number>, statedSize = body.length): number[] {
  const size = [0, 8, 16, 24].map((shift) => (statedSize >>> shift) & 0xff);
  const padding = body.length % 2 === 1 ? [0] : [];
  return [...ascii(id), ...size, ...Array.from(body), ...padding];
}

export interface WavFormat {
  readonly tag?: number;
  readonly channels?: number;
  readonly sampleRate?: number;
  readonly bits?: number;
  readonly blockAlign?: number;
}

const little = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff);

/** The body of a `fmt ` chunk. */
export function formatBody({
  tag = 1,
  channels = 1,
  sampleRate = 8000,
  bits = 16,
  blockAlign = (channels * bits) / 8,
}: WavFormat = {}): number[] {
  return [
    ...little(tag, 2),
    ...little(channels, 2),
    ...little(sampleRate, 4),
    ...little(sampleRate * blockAlign, 4),
    ...little(blockAlign, 2),
    ...little(bits, 2),
  ];
}

/** The body of a `fmt ` chunk of the extensible kind. */
export function extensibleBody(format: WavFormat = {}): number[] {
  const guidTail = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
  return [
    ...formatBody({ ...format, tag: 0xfffe }),
    ...little(22, 2),
    ...little(format.bits ?? 16, 2),
    ...little(0, 4),
    ...little(format.tag ?? 1, 2),
    ...guidTail,
  ];
}

/** A RIFF/WAVE file of these chunks. */
export function wavFile(...chunks: number[][]): Uint8Array {
  return Uint8Array.from(riffChunk('RIFF', [...ascii('WAVE')].concat(...chunks)));
}

/** A plain file: format, then data. */
export const plainWav = (format: WavFormat, data: ArrayLike<number>): Uint8Array =>
  wavFile(riffChunk('fmt ', formatBody(format)), riffChunk('data', data));
