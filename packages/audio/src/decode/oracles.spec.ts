import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeAudio, decodeWav, encodeWav } from '../index';
import type { PcmAudio } from '../index';
import { oracle, samplesOf } from '../testing/oracle-program';
import { spoken } from '../testing/spoken';
import { plainWav } from '../testing/wav-file';

const folder = mkdtempSync(join(tmpdir(), 'audio-oracles-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const SECONDS = 1;

const speechFiles = new Map<number, Uint8Array>();
/** Long enough for every codec's delay; shorter at rates that carry much. */
const speechFile = (rate: number): Uint8Array => {
  const file = speechFiles.get(rate) ?? encodeWav(spoken(rate > 100_000 ? SECONDS / 5 : SECONDS, rate), rate);
  speechFiles.set(rate, file);
  return file;
};

/** The file that the oracle makes of a second of speech. */
const madeBySox = (rate: number, extension: string, ...format: string[]): Uint8Array => {
  const path = join(folder, `sox.${extension}`);
  oracle('sox', ['-D', '-t', 'wav', '-', '-r', String(rate), ...format, path], speechFile(rate));
  return readFileSync(path);
};

const madeByFfmpeg = (rate: number, extension: string, ...options: string[]): Uint8Array => {
  const path = join(folder, `ffmpeg.${extension}`);
  const input = speechFile(rate);
  oracle('ffmpeg', ['-y', '-v', 'error', '-f', 'wav', '-i', 'pipe:0', ...options, path], input);
  return readFileSync(path);
};

const bySox = (file: Uint8Array, extension: string): Int16Array => {
  const path = join(folder, `read.${extension}`);
  writeFileSync(path, file);
  return samplesOf(oracle('sox', ['-D', path, '-t', 's16', '-'], new Uint8Array()));
};

const byFfmpeg = (file: Uint8Array): Int16Array =>
  samplesOf(oracle('ffmpeg', ['-v', 'error', '-i', 'pipe:0', '-f', 's16le', '-'], file));

/** Interleaved 16-bit samples. */
const interleaved = ({ channels }: PcmAudio): Int16Array =>
  Int16Array.from({ length: channels.length * (channels[0]?.length ?? 0) }, (_, index) => {
    const sample = channels[index % channels.length]?.[Math.floor(index / channels.length)] ?? 0;
    return Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)));
  });

const largestDifference = (ours: Int16Array, theirs: Int16Array): number => {
  expect(ours).toHaveLength(theirs.length);
  return ours.reduce((most, sample, index) => Math.max(most, Math.abs(sample - (theirs[index] ?? 0))), 0);
};

/** How far a signal lies above its difference from another, in decibels. */
const signalToDifference = (ours: Int16Array, theirs: Int16Array): number => {
  let signal = 0;
  let difference = 0;
  theirs.forEach((sample, index) => {
    signal += sample ** 2;
    difference += (sample - (ours[index] ?? 0)) ** 2;
  });
  return 10 * Math.log10(signal / difference);
};

describe('decoding, beside sox and ffmpeg', () => {
  describe.each([8000, 11_025, 44_100])('WAV at %i Hz', (rate) => {
    it.each([
      ['8 bit', ['-e', 'unsigned-integer', '-b', '8']],
      ['16 bit', ['-b', '16']],
      ['24 bit', ['-b', '24']],
      ['32 bit', ['-e', 'signed-integer', '-b', '32']],
      ['float 32', ['-e', 'floating-point', '-b', '32']],
      ['float 64', ['-e', 'floating-point', '-b', '64']],
      ['A-law', ['-e', 'a-law']],
      ['µ-law', ['-e', 'mu-law']],
      ['stereo', ['-b', '16', '-c', '2']],
    ])('%s: as both read it, within one step of 16 bits', async (_, format) => {
      const file = madeBySox(rate, 'wav', ...format);
      const ours = await decodeAudio(file);
      expect(ours.sampleRate).toBe(rate);
      expect(largestDifference(interleaved(ours), bySox(file, 'wav'))).toBeLessThanOrEqual(1);
      expect(largestDifference(interleaved(ours), byFfmpeg(file))).toBeLessThanOrEqual(1);
    });
  });

  it('an extensible header with six channels and 24 bits at 192 kHz', async () => {
    const file = madeByFfmpeg(192_000, 'wav', '-ac', '6', '-c:a', 'pcm_s24le');
    const ours = await decodeAudio(file);
    expect(ours.channels).toHaveLength(6);
    expect(largestDifference(interleaved(ours), byFfmpeg(file))).toBeLessThanOrEqual(1);
  });

  describe('GSM 06.10: bit for bit', () => {
    it.each([
      ['in WAV, by sox', () => madeBySox(8000, 'wav', '-e', 'gsm-full-rate'), 'wav'],
      ['in WAV, by ffmpeg', () => madeByFfmpeg(8000, 'wav', '-c:a', 'libgsm_ms'), 'wav'],
      ['raw, by sox', () => madeBySox(8000, 'gsm'), 'gsm'],
      ['raw, by ffmpeg', () => madeByFfmpeg(8000, 'gsm', '-c:a', 'libgsm'), 'gsm'],
    ])('%s', async (_, make, extension) => {
      const file = make();
      const theirs = bySox(file, extension);
      const ours = interleaved(await decodeAudio(file));
      // Sox trims the padding of the last frame by the header's sample count; ours keeps it.
      expect(ours.length - theirs.length).toBeGreaterThanOrEqual(0);
      expect(ours.length - theirs.length).toBeLessThan(320);
      expect(largestDifference(ours.subarray(0, theirs.length), theirs)).toBe(0);
    });
  });

  describe('MP3: the same sound, sample for sample in place', () => {
    it.each([
      ['44.1 kHz mono', 44_100, ['-c:a', 'libmp3lame', '-b:a', '64k']],
      ['44.1 kHz stereo, variable bit rate', 44_100, ['-ac', '2', '-c:a', 'libmp3lame', '-q:a', '4']],
      ['16 kHz', 16_000, ['-c:a', 'libmp3lame', '-b:a', '32k']],
      ['8 kHz', 8000, ['-c:a', 'libmp3lame', '-b:a', '16k']],
      ['without a length header', 22_050, ['-c:a', 'libmp3lame', '-write_xing', '0']],
      ['with a large ID3 tag', 22_050, ['-c:a', 'libmp3lame', '-metadata', `title=${'x'.repeat(5000)}`]],
    ])('%s', async (_, rate, options) => {
      const file = madeByFfmpeg(rate, 'mp3', ...options);
      const ours = await decodeAudio(file);
      expect(ours.sampleRate).toBe(rate);
      const theirs = byFfmpeg(file);
      const stereo = options.includes('-ac');
      const mine = stereo ? interleaved(ours) : interleaved({ ...ours, channels: ours.channels.slice(0, 1) });
      // Decoders differ in how much of the encoder's delay they cut off.
      const step = stereo ? 2 : 1;
      const middle = Math.floor(theirs.length / 4) * 2;
      const window = theirs.subarray(middle, middle + 2000);
      const closest = Array.from({ length: 3600 }, (__, index) => {
        const start = middle + (index - 1800) * step;
        return signalToDifference(mine.subarray(start, start + window.length), window);
      }).reduce((a, b) => Math.max(a, b));
      expect(closest).toBeGreaterThan(60);
    });
  });
});

describe('G.711: every code, as sox reads it', () => {
  it.each([
    ['al', 6],
    ['ul', 7],
  ])('%s', (type, tag) => {
    const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
    const ours = interleaved(decodeWav(plainWav({ tag, bits: 8 }, codes)));
    const theirs = samplesOf(
      oracle('sox', ['-D', '-t', type, '-r', '8000', '-c', '1', '-', '-t', 's16', '-'], codes),
    );
    expect([...ours]).toEqual([...theirs]);
  });
});
