import { TELEPHONE_SAMPLE_RATE } from './telephone-pcm';

const HEADER_BYTES = 44;
const FORMAT_CHUNK_BYTES = 16;
const FORMAT_PCM = 1;
const BYTES_PER_SAMPLE = 2;

/**
 * Wraps mono samples in a WAV file (PCM, 16 bit).
 * @param sampleRate Hertz
 */
export function encodeWav(pcm: Int16Array, sampleRate = TELEPHONE_SAMPLE_RATE): Uint8Array<ArrayBuffer> {
  const dataBytes = pcm.length * BYTES_PER_SAMPLE;
  const file = new Uint8Array(HEADER_BYTES + dataBytes);
  const view = new DataView(file.buffer);
  const text = (offset: number, id: string): void => {
    for (let index = 0; index < id.length; index += 1) view.setUint8(offset + index, id.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, HEADER_BYTES - 8 + dataBytes, true);
  text(8, 'WAVE');
  text(12, 'fmt ');
  view.setUint32(16, FORMAT_CHUNK_BYTES, true);
  view.setUint16(20, FORMAT_PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * BYTES_PER_SAMPLE, true);
  view.setUint16(32, BYTES_PER_SAMPLE, true);
  view.setUint16(34, BYTES_PER_SAMPLE * 8, true);
  text(36, 'data');
  view.setUint32(40, dataBytes, true);
  pcm.forEach((sample, index) => {
    view.setInt16(HEADER_BYTES + index * BYTES_PER_SAMPLE, sample, true);
  });
  return file;
}
