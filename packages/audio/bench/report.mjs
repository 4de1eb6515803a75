/** Measures what the plots of docs/audio.md show, and draws them. */
import { performance } from 'node:perf_hooks';
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pacer, resample } from '../dist/index.mjs';
import { playAsReference } from './reference-pacing.mjs';
import { svgPlot } from './svg-plot.mjs';

const folder = new URL('../../../docs/audio/', import.meta.url);
mkdirSync(folder, { recursive: true });
const draw = (name, plot) => writeFileSync(new URL(name, folder), svgPlot(plot));

/** What becomes of a tone of this frequency, decibels: its gain below 4 kHz, its alias above. */
const response = (from, hertz) => {
  const tone = Float32Array.from(
    { length: from },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / from),
  );
  const output = resample(tone, from, 8000);
  const middle = output.subarray(1600, 6400);
  const power = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length;
  return Math.max(-120, 10 * Math.log10((2 * power) / 0.25 + 1e-14));
};
const sweep = (from, min, max, step) =>
  Array.from({ length: Math.floor((max - min) / step) + 1 }, (_, index) => {
    const hertz = min + index * step + 0.5;
    return [hertz / 1000, response(from, hertz)];
  });

draw('frequency-response.svg', {
  title: 'Conversion to 8 kHz: what is left of a tone',
  x: { label: 'frequency of the tone, kHz', min: 0, max: 8, step: 1 },
  y: { label: 'dB', min: -120, max: 0, step: 20 },
  lines: [
    { name: 'from 44.1 kHz', points: sweep(44_100, 50, 7950, 50) },
    { name: 'from 16 kHz', points: sweep(16_000, 50, 7950, 50) },
  ],
});
draw('passband.svg', {
  title: 'The same, what a telephone carries',
  x: { label: 'frequency of the tone, kHz', min: 0, max: 3.6, step: 0.4 },
  y: { label: 'dB', min: -0.5, max: 0.5, step: 0.1 },
  lines: [
    { name: 'from 44.1 kHz', points: sweep(44_100, 100, 3600, 25) },
    { name: 'from 16 kHz', points: sweep(16_000, 100, 3600, 25) },
  ],
});

const SECONDS = 5;
const STALL_AT_MS = 2500;
const STALL_MS = 150;

/** The lead of one prompt over time, in a process that stands still once. */
async function leadOverTime(play) {
  const points = [];
  const startedAt = performance.now();
  let sent = 0;
  const note = () => {
    const now = performance.now() - startedAt;
    points.push([now / 1000, sent / 16 - now]);
  };
  const sink = {
    write(bytes) {
      note();
      sent += bytes.length;
      note();
    },
  };
  const stalled = sleep(STALL_AT_MS).then(() => {
    const until = performance.now() + STALL_MS;
    while (performance.now() < until);
  });
  await Promise.all([play(sink), stalled]);
  return points.filter(([second]) => second <= SECONDS - 0.5);
}

const pcm = new Uint8Array(SECONDS * 16_000);
const pacer = new Pacer();
const ours = await leadOverTime((sink) => pacer.open(sink).play(pcm));
const reference = await leadOverTime((sink) => playAsReference(sink, pcm).done);
pacer.dispose();

draw('pacing.svg', {
  title: 'Audio sent and not heard yet',
  x: { label: 'seconds since the prompt began', min: 0, max: SECONDS, step: 0.5 },
  y: { label: 'ms', min: 0, max: 900, step: 100 },
  bands: [{ from: STALL_AT_MS / 1000, to: (STALL_AT_MS + STALL_MS) / 1000, label: 'stall' }],
  lines: [
    { name: 'ours', points: ours },
    { name: 'the documented pacing', points: reference },
  ],
});
