const PCM = 1;

/**
 * The samples of a WAV file that is telephone audio already: 8 kHz, 16 bit, mono.
 * Anything else is refused, so that a comparison never measures a conversion.
 */
export function telephoneSamples(wav: Uint8Array): Int16Array {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  const tag = (at: number): string => String.fromCharCode(...wav.subarray(at, at + 4));
  if (tag(0) !== 'RIFF' || tag(8) !== 'WAVE') throw new Error('Not a WAV file');
  let isTelephone = false;
  for (let at = 12; at + 8 <= wav.length;) {
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (tag(at) === 'fmt ') {
      isTelephone =
        view.getUint16(body, true) === PCM &&
        view.getUint16(body + 2, true) === 1 &&
        view.getUint32(body + 4, true) === 8000 &&
        view.getUint16(body + 14, true) === 16;
    }
    if (tag(at) === 'data') {
      if (!isTelephone) throw new Error('Not 8 kHz 16-bit mono PCM');
      const count = Math.floor(Math.min(length, wav.length - body) / 2);
      return Int16Array.from({ length: count }, (_, index) => view.getInt16(body + 2 * index, true));
    }
    at = body + length + (length % 2);
  }
  throw new Error('A WAV file without samples');
}
