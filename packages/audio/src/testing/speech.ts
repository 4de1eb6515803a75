/** Telephone PCM without two equal stretches, so that an order mixed up or a byte lost shows. */
export function speech(ms: number, seed = 1): Uint8Array {
  const samples = Int16Array.from({ length: ms * 8 }, (_, index) => (index + 1) * (2 * seed + 1) * 7919);
  return new Uint8Array(samples.buffer);
}

/** One array of several. */
export const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** Compares byte for byte, fast enough for property tests. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
