import { loudnessSimilarity } from './loudness-similarity';

/** Noise that swells and fades in a way that only this seed has. */
function speech(seed: number, seconds = 2): Int16Array {
  let state = seed;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const swells = Array.from({ length: seconds * 10 + 1 }, random);
  return Int16Array.from(
    { length: seconds * 8000 },
    (_, index) => (swells[Math.floor(index / 800)] ?? 0) * (random() - 0.5) * 30_000,
  );
}

function delayed(samples: Int16Array, by: number): Int16Array {
  const later = new Int16Array(samples.length + 16_000);
  later.set(samples, by);
  return later;
}

test('the same, later, turned over and quieter, is alike', () => {
  const said = speech(1);
  const received = delayed(said, 4321).map((sample) => -sample / 2);
  expect(loudnessSimilarity(received, said)).toBeGreaterThan(0.95);
});

test('something else is not', () => {
  expect(loudnessSimilarity(delayed(speech(2), 4321), speech(1))).toBeLessThan(0.7);
});

test('silence is like nothing', () => {
  expect(loudnessSimilarity(new Int16Array(40_000), speech(1))).toBe(0);
});
