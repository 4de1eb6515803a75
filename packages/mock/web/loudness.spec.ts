import { loudness } from './loudness';
import { frequencies } from './tones';

test('loudness is 0 for silence and 1 for a tone as loud as can be, evenly in decibels between', () => {
  const tone = (amplitude: number) =>
    Int16Array.from({ length: 800 }, (_, index) => 32_767 * amplitude * Math.sin(index * 0.7));
  expect(loudness(new Int16Array(160))).toBe(0);
  expect(loudness(new Int16Array())).toBe(0);
  expect(loudness(tone(1))).toBeCloseTo(1, 2);
  expect(loudness(tone(0.1))).toBeCloseTo(0.6, 2);
  expect(loudness(tone(0.000_1))).toBe(0);
});

test('a key has the two frequencies of ITU-T Q.23', () => {
  expect(frequencies('1')).toEqual([697, 1209]);
  expect(frequencies('0')).toEqual([941, 1336]);
  expect(frequencies('#')).toEqual([941, 1477]);
  expect(frequencies('x')).toBeUndefined();
});
