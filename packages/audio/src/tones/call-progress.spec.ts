import { beep, busyTone, durationMs, levelOf, ringback, samplesOfPcm } from '../index';
import { gainOf } from '../testing/tone';

/** Level of one frequency, decibels against a sine of full scale. */
const levelAt = (hertz: number, samples: Int16Array): number =>
  gainOf(
    hertz,
    Float32Array.from(samples, (sample) => sample / 0x8000),
    8000,
  ) -
  20 * Math.log10(2);

describe('tones of a call in progress', () => {
  it('ringback in Europe: 425 Hz for one second, then four of silence', () => {
    const samples = samplesOfPcm(ringback());
    expect(samples).toHaveLength(40_000);
    expect(levelAt(425, samples.subarray(1000, 7000))).toBeCloseTo(-16, 1);
    expect(levelOf(samples.subarray(8000))).toBe(-96);
  });

  it('ringback in North America: 440 and 480 Hz for two seconds, then four of silence', () => {
    const samples = samplesOfPcm(ringback('north-america'));
    expect(samples).toHaveLength(48_000);
    expect(levelAt(440, samples.subarray(1000, 15_000))).toBeCloseTo(-19, 1);
    expect(levelAt(480, samples.subarray(1000, 15_000))).toBeCloseTo(-19, 1);
    expect(levelOf(samples.subarray(16_000))).toBe(-96);
  });

  it('busy: half a second on, half a second off, as often as asked for', () => {
    const samples = samplesOfPcm(busyTone('europe', 2500));
    expect(samples).toHaveLength(20_000);
    const isOn = [0, 1, 2, 3, 4].map(
      (half) => levelOf(samples.subarray(half * 4000 + 100, half * 4000 + 3900)) > -20,
    );
    expect(isOn).toEqual([true, false, true, false, true]);
  });

  it('beep: 1000 Hz, without a click at either end', () => {
    const samples = samplesOfPcm(beep());
    expect(durationMs(beep())).toBe(200);
    expect(levelAt(1000, samples.subarray(100, 1500))).toBeCloseTo(-12, 1);
    expect(Math.abs(samples[0] ?? NaN)).toBeLessThan(50);
    expect(Math.abs(samples.at(-1) ?? NaN)).toBeLessThan(50);
  });
});
