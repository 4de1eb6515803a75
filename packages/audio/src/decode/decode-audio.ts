import { decodeGsm } from './gsm';
import { decodeMp3 } from './mp3';
import type { DecodeOptions, PcmAudio } from './pcm-audio';
import { requireKnownKind } from './required-kind';
import { sniff } from './sniff';
import { decodeWav } from './wav';

/**
 * Decodes an audio file, whatever its name says: WAV (see {@link decodeWav}), MP3 or raw
 * GSM 06.10, told by its first bytes. Samples without a header are for `decodeRawPcm`.
 * @throws AudioDecodeError with a message that says what the file is and what to do
 */
export async function decodeAudio(bytes: Uint8Array, options: DecodeOptions = {}): Promise<PcmAudio> {
  const kind = requireKnownKind(bytes, sniff(bytes));
  if (kind === 'MP3') return decodeMp3(bytes, options);
  if (kind === 'GSM') return decodeGsm(bytes, options);
  return decodeWav(bytes, options);
}
