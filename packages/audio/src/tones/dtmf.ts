import { silence } from '../pcm-samples';
import { tonePcm } from './tone';

/** Hertz, by row and column of the keypad (ITU-T Q.23). */
export const DTMF_LOW = [697, 770, 852, 941] as const;
export const DTMF_HIGH = [1209, 1336, 1477, 1633] as const;
export const DTMF_KEYPAD = ['123A', '456B', '789C', '*0#D'] as const;

export interface DtmfTimes {
  /** Milliseconds, 40–5000. Default 120. */
  readonly toneMs?: number;
  /** Silence after each tone, milliseconds, 40–5000. Default 80. */
  readonly gapMs?: number;
}

/** Low group −9 dB, high group −7 dB: the telephone line takes more of the high one, as Q.23's twist allows for. */
const LOW_DB = -9;
const HIGH_DB = -7;
const PAUSE_MS = 500;

const inRange = (name: string, ms: number): number => {
  if (ms >= 40 && ms <= 5000) return ms;
  throw new RangeError(`${name} is ${ms} ms; 40 to 5000 ms can be told apart by a receiver (ITU-T Q.24).`);
};

const keyTone = (key: string, toneMs: number): Uint8Array => {
  const row = DTMF_KEYPAD.findIndex((keys) => keys.includes(key));
  const low = DTMF_LOW[row];
  const high = DTMF_HIGH[DTMF_KEYPAD[row]?.indexOf(key) ?? -1];
  if (low === undefined || high === undefined) {
    throw new RangeError('Digits to send are 0–9, *, #, A–D, and "," or "w" for a pause of half a second.');
  }
  return tonePcm(
    [
      { hertz: low, levelDb: LOW_DB },
      { hertz: high, levelDb: HIGH_DB },
    ],
    toneMs,
  );
};

/**
 * Keys as sound: telephone PCM of the DTMF tones of ITU-T Q.23, one after the other.
 * A far end that waits for signalled digits (RFC 4733) doesn't notice them.
 * @param digits 0–9, *, #, A–D; `,` or `w` is a pause of half a second. Spaces and hyphens are skipped
 * @throws RangeError for another character, no key at all, or times out of range
 */
export function dtmfTones(
  digits: string,
  { toneMs = 120, gapMs = 80 }: DtmfTimes = {},
): Uint8Array<ArrayBuffer> {
  inRange('toneMs', toneMs);
  inRange('gapMs', gapMs);
  const keys = Array.from(digits.toUpperCase().replace(/[\s-]/g, ''));
  if (keys.length === 0) throw new RangeError('There are no digits to send.');
  const gap = silence(gapMs);
  const pieces = keys.flatMap((key) =>
    key === ',' || key === 'W' ? [silence(PAUSE_MS)] : [keyTone(key, toneMs), gap],
  );
  const pcm = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    pcm.set(piece, end);
    end += piece.length;
  }
  return pcm;
}
