import { DtmfDetector, dtmfTones, durationMs, encodeWav, samplesOfPcm } from '../index';
import { withNoise } from '../testing/noise';
import { oracle, samplesOf } from '../testing/oracle-program';
import { spoken } from '../testing/spoken';

const EVERY_KEY = '1234567890*#ABCD';

const heardBy = (detector: DtmfDetector, samples: Int16Array): string =>
  detector
    .push(samples)
    .map(({ key }) => key)
    .join('');
const heardIn = (samples: Int16Array): string => heardBy(new DtmfDetector(), samples);

/** What multimon-ng hears; it wants 22 050 Hz, and writes `DTMF: 5` per key. */
const heardByMultimon = (samples: Int16Array): string => {
  const file = encodeWav(Int16Array.from(samples));
  const raw = oracle('sox', ['-D', '-t', 'wav', '-', '-r', '22050', '-t', 's16', '-'], file);
  const text = oracle('multimon-ng', ['-q', '-t', 'raw', '-a', 'DTMF', '-'], raw).toString();
  return [...text.matchAll(/^DTMF: (.)$/gm)].map(([, key]) => key).join('');
};

/** Tones made by sox: one key, at these frequencies and levels. */
const soxTone = (low: number, high: number, seconds: number, lowVolume = 0.3, highVolume = 0.3): Int16Array =>
  samplesOf(
    oracle(
      'sox',
      [
        ...['-D', '-n', '-r', '8000', '-b', '16', '-c', '1', '-t', 's16', '-'],
        ...['synth', String(seconds), 'sine', String(low), 'sine', String(high)],
        ...['remix', `1v${lowVolume},2v${highVolume}`, 'pad', '0.06', '0.06'],
      ],
      new Uint8Array(),
    ),
  );

describe('dtmfTones', () => {
  it('multimon-ng hears every key, once each', () => {
    expect(heardByMultimon(samplesOfPcm(dtmfTones(EVERY_KEY)))).toBe(EVERY_KEY);
    expect(heardByMultimon(samplesOfPcm(dtmfTones('1122#', { toneMs: 70, gapMs: 70 })))).toBe('1122#');
  });

  it('lasts as long as asked for, and skips what only helps reading', () => {
    expect(durationMs(dtmfTones('12'))).toBe(400);
    expect(durationMs(dtmfTones('1,2', { toneMs: 50, gapMs: 50 }))).toBe(700);
    expect(dtmfTones('555-12 a')).toEqual(dtmfTones('55512A'));
  });

  it('does not clip', () => {
    const peak = samplesOfPcm(dtmfTones(EVERY_KEY)).reduce(
      (most, sample) => Math.max(most, Math.abs(sample)),
      0,
    );
    expect(peak).toBeLessThan(0.85 * 32_768);
  });

  it.each([
    ['', {}],
    ['12x', {}],
    ['1', { toneMs: 39 }],
    ['1', { gapMs: 5001 }],
    ['1', { toneMs: NaN }],
  ])('refuses %j %j without repeating the digits', (digits, times) => {
    expect(() => dtmfTones(digits, times)).toThrow(RangeError);
    expect(() => dtmfTones(digits, times)).not.toThrow(/12x/);
  });
});

describe('DtmfDetector', () => {
  it('hears our own tones, whole or in pieces of any size', () => {
    const samples = samplesOfPcm(dtmfTones(EVERY_KEY, { toneMs: 60, gapMs: 60 }));
    expect(heardIn(samples)).toBe(EVERY_KEY);
    const detector = new DtmfDetector();
    let heard = '';
    for (let at = 0, size = 1; at < samples.length; at += size, size = (size * 7) % 311) {
      heard += heardBy(detector, samples.subarray(at, at + size));
    }
    expect(heard).toBe(EVERY_KEY);
  });

  it('says when a key began, within a block', () => {
    const [first, second] = new DtmfDetector().push(samplesOfPcm(dtmfTones('12')));
    expect(Math.abs((first?.atMs ?? NaN) - 0)).toBeLessThan(14);
    expect(Math.abs((second?.atMs ?? NaN) - 200)).toBeLessThan(14);
  });

  describe('tones made by sox, as Q.24 asks of a receiver', () => {
    it.each(
      [697, 770, 852, 941].flatMap((low, row) =>
        [1209, 1336, 1477, 1633].map(
          (high, column) => [low, high, ['123A', '456B', '789C', '*0#D'][row]?.[column] ?? ''] as const,
        ),
      ),
    )(
      '%i + %i Hz is %s, also 1.5 % off, also a twist of 6 dB either way, and not when 3.5 % off',
      (low, high, key) => {
        expect(heardIn(soxTone(low, high, 0.05))).toBe(key);
        expect(heardIn(soxTone(low * 1.015, high * 1.015, 0.06))).toBe(key);
        expect(heardIn(soxTone(low * 0.985, high * 0.985, 0.06))).toBe(key);
        expect(heardIn(soxTone(low, high, 0.06, 0.4, 0.2))).toBe(key);
        expect(heardIn(soxTone(low, high, 0.06, 0.25, 0.45))).toBe(key);
        expect(heardIn(soxTone(low * 1.035, high * 1.035, 0.1))).toBe('');
      },
      60_000,
    );

    it('down to −40 dBFS, and not a single frequency, nor a tone of 15 ms', () => {
      expect(heardIn(soxTone(770, 1336, 0.06, 0.01, 0.01))).toBe('5');
      expect(heardIn(soxTone(770, 1336, 0.5, 0.3, 0.0001))).toBe('');
      expect(heardIn(soxTone(770, 1336, 0.015))).toBe('');
    });
  });

  it.each([20, 15, 12])(
    'hears every key with white noise %i dB below, in ten rounds, as multimon-ng does or better',
    (snr) => {
      const samples = samplesOfPcm(dtmfTones(EVERY_KEY, { toneMs: 100, gapMs: 80 }));
      for (let seed = 1; seed <= 10; seed += 1) {
        expect(heardIn(withNoise(samples, snr, seed))).toBe(EVERY_KEY);
      }
      expect(heardByMultimon(withNoise(samples, 20))).toBe(EVERY_KEY);
    },
  );

  it('hears a key through a telephone codec', () => {
    const file = encodeWav(samplesOfPcm(dtmfTones(EVERY_KEY)));
    const coded = oracle('sox', ['-D', '-t', 'wav', '-', '-e', 'a-law', '-t', 'wav', '-'], file);
    expect(heardIn(samplesOf(oracle('sox', ['-D', '-t', 'wav', '-', '-t', 's16', '-'], coded)))).toBe(
      EVERY_KEY,
    );
  });

  describe('talk-off: what is no key', () => {
    it('two minutes of a voice, and noise', () => {
      expect(heardIn(spoken(120, 8000))).toBe('');
      expect(heardIn(withNoise(new Int16Array(80_000).fill(1000), -10))).toBe('');
    });

    it.each(['en', 'de', 'fr', 'es', 'it', 'pt'])(
      'minutes of speech by espeak-ng in %s, at three pitches',
      (language) => {
        const text = Array.from({ length: 120 }, (_, index) => String(index * 7919)).join(', ');
        for (const pitch of ['20', '50', '90']) {
          const wav = oracle(
            'espeak-ng',
            ['--stdin', '--stdout', '-v', language, '-p', pitch],
            Buffer.from(text),
          );
          const speech = samplesOf(
            oracle('sox', ['-D', '-t', 'wav', '-', '-r', '8000', '-t', 's16', '-'], wav),
          );
          expect(speech.length).toBeGreaterThan(8000 * 60);
          expect(heardIn(speech)).toBe('');
        }
      },
      120_000,
    );
  });
});
