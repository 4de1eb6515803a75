/**
 * The same seed, the same numbers from 0 (included) to 1 (excluded): Mulberry32.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A number from 0 to 1 that depends on `seed` and `subject` alone, so that it comes out the same
 * in every run, whatever else happened before and in which order.
 */
export function chanceOf(seed: number, subject: string): number {
  let hash = 2_166_136_261 ^ seed;
  for (let index = 0; index < subject.length; index += 1) {
    hash = Math.imul(hash ^ subject.charCodeAt(index), 16_777_619);
  }
  return seededRandom(hash)();
}
