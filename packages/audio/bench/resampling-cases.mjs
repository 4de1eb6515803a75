import { performance } from 'node:perf_hooks';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resample } from '../dist/index.mjs';

const FROM = 44_100;
const TO = 8000;
const AMPLITUDE = 0.5;

const tone = (hertz, seconds) =>
  Float32Array.from(
    { length: FROM * seconds },
    (_, at) => AMPLITUDE * Math.sin((2 * Math.PI * hertz * at) / FROM),
  );

/** sox converts the same samples; its own way to 16 bits is float here, so that dither doesn't count. */
const bySox = (samples) => {
  const folder = mkdtempSync(join(tmpdir(), 'resampling-'));
  try {
    const from = join(folder, 'from.raw');
    const to = join(folder, 'to.raw');
    writeFileSync(from, Buffer.from(samples.buffer));
    const raw = ['-t', 'raw', '-e', 'floating-point', '-b', '32', '-c', '1'];
    const began = performance.now();
    const run = spawnSync('sox', ['-D', ...raw, '-r', `${FROM}`, from, ...raw, '-r', `${TO}`, to]);
    const ms = performance.now() - began;
    if (run.error?.code === 'ENOENT') {
      throw new Error(
        'The benchmark compares with sox, which is not installed: run `sudo apt-get install -y sox`.',
      );
    }
    if (run.status !== 0) throw new Error(run.stderr.toString());
    const bytes = readFileSync(to);
    return { ms, output: new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const byUs = (samples) => {
  // Processor time: what else the machine does meanwhile is none of ours.
  const before = process.cpuUsage();
  const output = resample(samples, FROM, TO);
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, output };
};

/** Level of the loudest sample, free of both ends, in decibels against the tone that went in. */
const peakDb = (samples) => {
  const middle = samples.subarray(Math.floor(samples.length * 0.2), Math.floor(samples.length * 0.8));
  return 20 * Math.log10(middle.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 1e-9) / AMPLITUDE);
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value, digits = 2) => Number(value.toFixed(digits));

/** @returns the cases of converting 44.1 kHz to 8 kHz */
export function resamplingCases({ quick }) {
  const minute = tone(1000, 60);
  byUs(minute);
  const repeats = quick ? 3 : 5;
  const times = (convert) => median(Array.from({ length: repeats }, () => convert(minute).ms));
  const ours = times(byUs);
  const theirs = times(bySox);
  const cases = [
    {
      name: 'resampling a minute of 44.1 kHz to 8 kHz',
      value: round(ours, 0),
      unit: 'ms',
      reference: round(theirs, 0),
      ratio: round(ours / theirs),
      goal: '≤ 600 ms',
      holds: ours <= 600,
    },
  ];
  for (const hertz of [300, 1000, 3000, 3400]) {
    const value = peakDb(byUs(tone(hertz, 2)).output);
    cases.push({
      name: `gain at ${hertz} Hz`,
      value: round(value, 3),
      unit: 'dB',
      reference: round(peakDb(bySox(tone(hertz, 2)).output), 3),
      ratio: null,
      goal: '±0.1 dB',
      holds: Math.abs(value) <= 0.1,
    });
  }
  for (const hertz of [4600, 5000, 6000, 12_000]) {
    const value = peakDb(byUs(tone(hertz, 2)).output);
    cases.push({
      name: `alias of ${hertz} Hz`,
      value: round(value, 1),
      unit: 'dB',
      reference: round(peakDb(bySox(tone(hertz, 2)).output), 1),
      ratio: null,
      goal: '≤ −60 dB',
      holds: value <= -60,
    });
  }
  return cases;
}
