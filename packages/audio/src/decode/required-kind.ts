import { AudioDecodeError } from '../errors';
import type { FileKind } from './sniff';

const READABLE: readonly FileKind[] = ['wav', 'MP3', 'GSM'];

/**
 * The kind, when it is one that can be read.
 * @throws AudioDecodeError that says what the file is instead
 */
export function requireKnownKind(
  bytes: Uint8Array,
  kind: FileKind,
  readable: readonly FileKind[] = READABLE,
): FileKind {
  if (readable.includes(kind)) return kind;
  const use = readable.length > 1 ? 'WAV, MP3 or GSM' : 'WAV';
  if (bytes.length === 0) {
    throw new AudioDecodeError('AUDIO_EMPTY', 'The file is empty. Upload it again.');
  }
  if (kind === 'web page') {
    throw new AudioDecodeError(
      'AUDIO_INVALID',
      'This is a web page, not audio. Use the address of the file itself, and one that needs no sign-in.',
    );
  }
  if (kind === 'text' || kind === 'unknown') {
    throw new AudioDecodeError(
      'AUDIO_INVALID',
      `This is ${kind === 'text' ? 'text' : 'not a file we know'}, not audio. Use a ${use} file.`,
    );
  }
  const name = kind === 'rifx' ? 'Big-endian WAV (RIFX)' : kind === 'rf64' ? 'RF64' : kind;
  throw new AudioDecodeError('AUDIO_UNSUPPORTED', `${name} can't be read; use ${use}.`);
}
