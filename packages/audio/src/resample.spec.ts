import fc from 'fast-check';
import { resample } from './index';
import { gainOf, middle, peakOf, tone } from './testing/tone';

const TO_TELEPHONE = [8001, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000, 192_000];

describe('resample', () => {
  describe.each(TO_TELEPHONE)('from %i Hz to 8 kHz', (from) => {
    it.each([100, 300, 1000, 2000, 3000, 3400])('keeps a tone of %i Hz within 0.1 dB', (hertz) => {
      const telephone = middle(resample(tone(hertz, from), from, 8000));
      expect(Math.abs(gainOf(hertz, telephone, 8000))).toBeLessThan(0.1);
    });
  });

  describe.each(TO_TELEPHONE.filter((from) => from / 2 > 4600))('from %i Hz to 8 kHz', (from) => {
    it.each([4600, 5000, 6000, 7900, 12_000, 20_000].filter((hertz) => hertz < from / 2))(
      'leaves nothing above −60 dB of a tone of %i Hz',
      (hertz) => {
        expect(peakOf(middle(resample(tone(hertz, from), from, 8000)))).toBeLessThan(-60);
      },
    );
  });

  it.each([
    [8000, 48_000],
    [4000, 8000],
    [8000, 8001],
    [22_050, 44_100],
  ])('upsamples from %i to %i Hz without images', (from, to) => {
    const hertz = from * 0.42;
    const output = middle(resample(tone(hertz, from), from, to));
    expect(Math.abs(gainOf(hertz, output, to))).toBeLessThan(0.1);
    if (from - hertz < to / 2) expect(gainOf(from - hertz, output, to)).toBeLessThan(-60);
  });

  it('adds no delay: a click stays where it was', () => {
    const click = new Float32Array(4410);
    click[2205] = 1;
    const output = resample(click, 44_100, 8000);
    expect(output.indexOf(Math.max(...output))).toBe(400);
  });

  it('keeps a constant level exactly, whatever the phase', () => {
    const output = middle(resample(new Float32Array(44_100).fill(0.25), 44_100, 8000));
    expect(Math.max(...output)).toBeCloseTo(0.25, 6);
    expect(Math.min(...output)).toBeCloseTo(0.25, 6);
  });

  it('returns a copy for equal rates', () => {
    const samples = Float32Array.of(0.1, -0.2, 0.3);
    const output = resample(samples, 8000, 8000);
    expect(output).toEqual(samples);
    expect(output).not.toBe(samples);
  });

  it('gives ceil(length × to / from) finite samples for any pair of rates, and leaves its input alone', () => {
    const rate = fc.integer({ min: 4000, max: 192_000 });
    fc.assert(
      fc.property(
        fc.float32Array({ maxLength: 200, noNaN: true, min: -1, max: 1 }),
        rate,
        rate,
        (samples, from, to) => {
          const before = Float32Array.from(samples);
          const output = resample(samples, from, to);
          expect(output).toHaveLength(Math.ceil((samples.length * to) / from));
          expect(output.every((sample) => Number.isFinite(sample))).toBe(true);
          expect(samples).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([0, -8000, 8000.5, NaN, Infinity])('refuses a rate of %p', (rate) => {
    expect(() => resample(new Float32Array(8), rate, 8000)).toThrow(RangeError);
    expect(() => resample(new Float32Array(8), 8000, rate)).toThrow(RangeError);
  });
});
