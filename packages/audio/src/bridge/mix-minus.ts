/**
 * For each of several voices what the others say together: nobody hears himself. What gets too
 * loud is clipped. All arrays have the same length.
 */
export function mixMinus(voices: readonly Int16Array[]): Int16Array<ArrayBuffer>[] {
  const length = voices[0]?.length ?? 0;
  const sum = new Int32Array(length);
  for (const voice of voices)
    for (let index = 0; index < length; index += 1) sum[index] = (sum[index] ?? 0) + (voice[index] ?? 0);
  return voices.map((own) => {
    const others = new Int16Array(length);
    for (let index = 0; index < length; index += 1) {
      const value = (sum[index] ?? 0) - (own[index] ?? 0);
      others[index] = value > 0x7fff ? 0x7fff : value < -0x8000 ? -0x8000 : value;
    }
    return others;
  });
}
