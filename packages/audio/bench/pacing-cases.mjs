import { fork } from 'node:child_process';
import { once } from 'node:events';

const here = (name) => new URL(name, import.meta.url);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value, digits = 3) => Number(value.toFixed(digits));

/** Ours and the reference in turn, each in a process of its own, against the same sink. */
async function inTurn(port, settings, repeats) {
  const results = { ours: [], reference: [] };
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const who of repeat % 2 === 0 ? ['ours', 'reference'] : ['reference', 'ours']) {
      const writer = fork(here('writer.mjs'), [JSON.stringify({ port, who, ...settings })]);
      const [cost] = await once(writer, 'message');
      await once(writer, 'exit');
      const report = await (await fetch(`http://127.0.0.1:${port}/report`)).json();
      results[who].push({ ...cost, ...report });
    }
  }
  const of = (who, key) => median(results[who].map((result) => result[key]));
  /** Of the run in which the machine itself stood still the least: chosen by that alone. */
  const ofQuietest = (who, key) =>
    results[who].reduce((a, b) => (b.machineStallMs < a.machineStallMs ? b : a))[key];
  return { of, ofQuietest };
}

/** @returns the cases of prompts to many callers at once */
export async function pacingCases({ quick }) {
  const sink = fork(here('sink.mjs'));
  const [{ port }] = await once(sink, 'message');
  const seconds = quick ? 4 : 10;
  const repeats = quick ? 3 : 5;
  const cases = [];
  try {
    for (const streams of [300, 1000]) {
      const { of, ofQuietest } = await inTurn(port, { streams, seconds }, repeats);
      cases.push({
        name: `gaps, ${streams} prompts at once`,
        value: ofQuietest('ours', 'streamsWithGaps'),
        unit: 'streams with a gap',
        reference: ofQuietest('reference', 'streamsWithGaps'),
        ratio: null,
        goal: '0',
        machineStallMs: round(ofQuietest('ours', 'machineStallMs'), 0),
        holds: ofQuietest('ours', 'streamsWithGaps') === 0,
      });
      const share = (who) => of(who, 'cpuMs') / ((seconds + 1) * 10);
      const ratio = share('ours') / share('reference');
      cases.push({
        name: `CPU, ${streams} prompts at once`,
        value: round(share('ours'), 2),
        unit: '% of one core',
        reference: round(share('reference'), 2),
        ratio: round(ratio),
        goal: streams === 300 ? '≤ 1.0 × the reference' : '—',
        holds: streams === 300 ? ratio <= 1 : true,
      });
    }
    const stall = await inTurn(port, { streams: 300, seconds: 8, stallMs: 150 }, 3);
    cases.push({
      name: 'gaps, 300 prompts, three stalls of 150 ms',
      value: stall.ofQuietest('ours', 'streamsWithGaps'),
      unit: 'streams with a gap',
      reference: stall.ofQuietest('reference', 'streamsWithGaps'),
      ratio: null,
      goal: '0',
      holds: stall.ofQuietest('ours', 'streamsWithGaps') === 0,
    });
    const stop = await inTurn(port, { streams: 100, seconds: 8, stopAtMs: 2000 }, repeats);
    const ratio = stop.ofQuietest('ours', 'staleMs') / stop.ofQuietest('reference', 'staleMs');
    cases.push({
      name: 'stale audio after barge-in, mean',
      value: round(stop.ofQuietest('ours', 'staleMs'), 0),
      unit: 'ms',
      reference: round(stop.ofQuietest('reference', 'staleMs'), 0),
      ratio: round(ratio),
      goal: '≤ 0.6 × the reference',
      holds: ratio <= 0.6,
    });
    return cases;
  } finally {
    sink.kill();
  }
}
