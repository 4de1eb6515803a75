import { levelOf, pcmOfSamples, reportOn, silence, VoiceActivity, withGain, samplesOfPcm } from '../index';
import { noise } from '../testing/noise';
import { joined } from '../testing/speech';
import { spoken } from '../testing/spoken';

const sine = (amplitude: number, count = 8000): Float64Array =>
  Float64Array.from(
    { length: count },
    (_, index) => amplitude * 32_768 * Math.sin((2 * Math.PI * 1000 * index) / 8000),
  );
const sinePcm = (amplitude: number, count = 8000): Uint8Array => pcmOfSamples(sine(amplitude, count));

describe('levelOf: decibels against a sine of full scale', () => {
  it.each([
    [1, 0],
    [0.5, -6.02],
    [0.01, -40],
  ])('a sine of amplitude %d has %d dBFS', (amplitude, level) => {
    expect(levelOf(samplesOfPcm(sinePcm(amplitude)))).toBeCloseTo(level, 1);
  });

  it('silence has −96', () => {
    expect(levelOf(new Int16Array(100))).toBe(-96);
    expect(levelOf(new Int16Array())).toBe(-96);
  });
});

describe('reportOn', () => {
  it('a good prompt: how long, how loud, without its pauses, and no warning', () => {
    const report = reportOn(joined(silence(500), sinePcm(0.1), silence(2000), sinePcm(0.1), silence(300)));
    expect(report.durationMs).toBe(4800);
    expect(report.activeLevelDbfs).toBeCloseTo(-20, 1);
    expect(report.peakDbfs).toBeCloseTo(-20, 1);
    expect(report).toMatchObject({
      clippedMs: 0,
      leadingSilenceMs: 500,
      trailingSilenceMs: 300,
      warnings: [],
    });
  });

  it.each([
    ['silent', silence(1000)],
    ['silent', new Uint8Array()],
    ['quiet', sinePcm(0.01)],
    ['loud', sinePcm(0.6)],
  ])('warns: %s', (warning, pcm) => {
    expect(reportOn(pcm).warnings).toEqual([warning]);
  });

  it('tells how much is clipped, and not of a single sample that touches full scale', () => {
    expect(reportOn(sinePcm(0.999)).warnings).not.toContain('clipped');
    const report = reportOn(sinePcm(4));
    expect(report.warnings).toEqual(['loud', 'clipped']);
    expect(report.clippedMs).toBeGreaterThan(500);
  });
});

describe('withGain', () => {
  it('makes louder and quieter by decibels, and clips what gets too loud', () => {
    expect(levelOf(samplesOfPcm(withGain(sinePcm(0.1), 6)))).toBeCloseTo(-14, 1);
    expect(levelOf(samplesOfPcm(withGain(sinePcm(0.1), -20)))).toBeCloseTo(-40, 1);
    expect(
      samplesOfPcm(withGain(sinePcm(0.9), 20)).every((sample) => sample >= -32_768 && sample <= 32_767),
    ).toBe(true);
  });

  it('of 0 dB changes no byte', () => {
    const pcm = sinePcm(0.3);
    expect(withGain(pcm, 0)).toEqual(pcm);
  });

  it.each([-61, 21, NaN])('refuses %d dB', (gain) => {
    expect(() => withGain(sinePcm(0.1), gain)).toThrow(RangeError);
  });
});

describe('VoiceActivity', () => {
  const speech = spoken(1, 8000);
  const hiss = (count: number, amplitude: number): Int16Array =>
    Int16Array.from(noise(count), (sample) => sample * amplitude);
  const concat = (...parts: Int16Array[]): Int16Array => Int16Array.from(parts.flatMap((part) => [...part]));

  it('says when speech begins and ends', () => {
    const changes = new VoiceActivity().push(concat(new Int16Array(8000), speech, new Int16Array(8000)));
    expect(changes.map(({ speaking }) => speaking)).toEqual([true, false]);
    expect(changes[0]?.atMs).toBeGreaterThanOrEqual(1000);
    expect(changes[0]?.atMs).toBeLessThan(1100);
    expect(changes[1]?.atMs).toBeGreaterThan(1600);
    expect(changes[1]?.atMs).toBeLessThanOrEqual(2000);
  });

  it('hears through the noise of a line, and takes neither it nor a click for speech', () => {
    const line = (seconds: number): Int16Array => hiss(seconds * 8000, 60);
    const click = new Int16Array(80).fill(20_000);
    const detector = new VoiceActivity();
    expect(detector.push(concat(line(3), click, line(2)))).toEqual([]);
    expect(detector.push(speech).map(({ speaking }) => speaking)).toContain(true);
    detector.push(line(1));
    expect(detector.speaking).toBe(false);
    expect(detector.levelDbfs).toBeLessThan(-45);
  });
});
