import { isRawGsm } from './gsm';

/** What a file is, as far as its first bytes tell. */
export type FileKind =
  | 'wav'
  | 'rifx'
  | 'rf64'
  | 'web page'
  | 'MP3'
  | 'GSM'
  | 'Ogg'
  | 'FLAC'
  | 'MP4'
  | 'AIFF'
  | 'AMR'
  | 'AU'
  | 'text'
  | 'unknown';

/** Bytes looked at: enough for a web page behind a byte order mark and some blank lines. */
const LOOK_AT = 256;

const isMpegAudioFrame = (bytes: Uint8Array): boolean => {
  const [sync = 0, header = 0, rates = 0] = bytes;
  const layer = (header >> 1) & 0b11;
  const bitrate = rates >> 4;
  return sync === 0xff && header >= 0xe0 && layer !== 0 && bitrate !== 0b1111;
};

const isText = (start: string): boolean => /^[\t\n\r\x20-\x7e]+$/.test(start);

/** Names the kind of a file by its first bytes, so that an error can say what was given. */
export function sniff(bytes: Uint8Array): FileKind {
  const start = String.fromCharCode(...bytes.subarray(0, LOOK_AT));
  const form = start.slice(8, 12);
  if (start.startsWith('RIFF') && form === 'WAVE') return 'wav';
  if (start.startsWith('RIFX') && form === 'WAVE') return 'rifx';
  if ((start.startsWith('RF64') || start.startsWith('BW64')) && form === 'WAVE') return 'rf64';
  if (start.startsWith('FORM') && form.startsWith('AIF')) return 'AIFF';
  if (start.startsWith('ID3') || isMpegAudioFrame(bytes)) return 'MP3';
  if (start.startsWith('OggS')) return 'Ogg';
  if (start.startsWith('fLaC')) return 'FLAC';
  if (start.startsWith('#!AMR')) return 'AMR';
  if (start.startsWith('.snd')) return 'AU';
  if (start.slice(4, 8) === 'ftyp') return 'MP4';
  if (/^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i.test(start)) return 'web page';
  if (isText(start)) return 'text';
  return isRawGsm(bytes) ? 'GSM' : 'unknown';
}
