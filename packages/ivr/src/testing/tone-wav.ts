/** A WAV file with a tone: 8 kHz, 16 bit, mono. */
export function toneWav(ms: number, hertz = 440): Uint8Array {
  const samples = ms * 8;
  const view = new DataView(new ArrayBuffer(44 + samples * 2));
  const text = (at: number, word: string) => {
    Array.from(word).forEach((letter, index) => {
      view.setUint8(at + index, letter.charCodeAt(0));
    });
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8_000, true);
  view.setUint32(28, 16_000, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples * 2, true);
  for (let at = 0; at < samples; at += 1) {
    view.setInt16(44 + at * 2, Math.round(12_000 * Math.sin((2 * Math.PI * hertz * at) / 8_000)), true);
  }
  return new Uint8Array(view.buffer);
}
