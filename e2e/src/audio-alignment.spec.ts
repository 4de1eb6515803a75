import { alignPrompt } from './audio-alignment';

const MS = 8;

/** Speech-like noise: no two parts alike, as in a spoken prompt. Deterministic. */
function speech(ms: number, seed: number): Int16Array {
  let state = seed;
  let smooth = 0;
  return Int16Array.from({ length: ms * MS }, (_, index) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    smooth = 0.7 * smooth + 0.3 * (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1);
    const syllable = 0.6 + 0.4 * Math.sin(index / (35 * MS));
    return Math.round(12_000 * syllable * smooth);
  });
}

function silence(ms: number): Int16Array {
  return new Int16Array(ms * MS);
}

function joined(...parts: readonly Int16Array[]): Int16Array {
  return Int16Array.from(parts.flatMap((part) => [...part]));
}

describe('alignPrompt', () => {
  const prompt = speech(2_000, 1);
  const part = (fromMs: number, toMs: number): Int16Array => prompt.subarray(fromMs * MS, toMs * MS);

  it('finds a whole prompt where it was heard', () => {
    const result = alignPrompt(joined(silence(437), prompt, silence(300)), prompt);
    expect(result).toMatchObject({ offsetMs: 437, missingMs: 0, extraMs: 0 });
    expect(result.similarity).toBeCloseTo(1, 6);
  });

  it('finds it behind another prompt', () => {
    const other = speech(1_500, 2);
    const result = alignPrompt(joined(silence(400), other, silence(120), prompt), prompt);
    expect(result).toMatchObject({ offsetMs: 2_020, missingMs: 0, extraMs: 0 });
  });

  it.each([
    ['beginning', () => joined(silence(400), part(200, 2_000))],
    ['end', () => joined(silence(400), part(0, 1_800), silence(500))],
    ['middle', () => joined(silence(400), part(0, 900), part(1_100, 2_000))],
    ['end, by the end of the recording', () => joined(silence(400), part(0, 1_800))],
  ])('tells 200 ms cut out of the %s', (_where, heard) => {
    const { missingMs } = alignPrompt(heard(), prompt);
    expect(missingMs).toBeGreaterThanOrEqual(190);
    expect(missingMs).toBeLessThanOrEqual(210);
  });

  it('tells silence in the place of 200 ms', () => {
    const result = alignPrompt(joined(part(0, 900), silence(200), part(1_100, 2_000)), prompt);
    expect(result).toMatchObject({ extraMs: 0 });
    expect(result.missingMs).toBeGreaterThanOrEqual(190);
  });

  it('tells a gap of 40 ms between two parts', () => {
    const result = alignPrompt(joined(part(0, 950), silence(40), part(950, 2_000)), prompt);
    expect(result).toMatchObject({ offsetMs: 0, extraMs: 40 });
    expect(result.missingMs).toBeLessThanOrEqual(10);
  });

  it('adds gaps up', () => {
    const heard = joined(part(0, 400), silence(60), part(400, 1_200), silence(100), part(1_200, 2_000));
    expect(alignPrompt(heard, prompt)).toMatchObject({ extraMs: 160, missingMs: 0 });
  });

  it("doesn't take one prompt for another", () => {
    const result = alignPrompt(joined(silence(300), speech(3_000, 3)), prompt);
    expect(result).toEqual({ offsetMs: NaN, similarity: 0, missingMs: 2_000, extraMs: 0 });
  });

  it('refuses a prompt that is silence', () => {
    expect(() => alignPrompt(silence(1_000), silence(500))).toThrow('too short or too quiet');
  });
});
