/**
 * `npm run performance-check`: the short benchmarks against the ratios of
 * `performance/ratios.json`; exits with 1 when one is worse by more than its margin.
 *
 * `--update` stores what it measures; `--from FILE` judges a file of `npm run bench -- --json
 * FILE` instead of measuring; `--ratios FILE` is another file of ratios.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AllResults, type BenchmarkCase } from './benchmark-results.ts';
import { benchmark, benchmarkedPackages } from './package-benchmarks.ts';
import { isBad, sentence, StoredRatios, updated, verdicts } from './stored-ratios.ts';

/** A package with a worse figure is measured so often before that is believed. */
const RUNS = 3;

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    update: { type: 'boolean', default: false },
    from: { type: 'string' },
    ratios: { type: 'string', default: join(root, 'performance/ratios.json') },
  },
});
const stored = StoredRatios.parse(JSON.parse(await readFile(values.ratios, 'utf8')));

async function measured(): Promise<BenchmarkCase[]> {
  if (values.from !== undefined)
    return AllResults.parse(JSON.parse(await readFile(values.from, 'utf8'))).cases;
  const all: BenchmarkCase[] = [];
  for (const one of await benchmarkedPackages(root)) {
    const cases: BenchmarkCase[] = [];
    for (let run = 1; run <= RUNS; run += 1) {
      console.log(`\n== ${one.name}${run === 1 ? '' : `, again: run ${run} of at most ${RUNS}`}\n`);
      cases.push(...(await benchmark(one, { quick: true })));
      const names = new Set(cases.map(({ name }) => name));
      const worse = verdicts(stored, cases).some(({ kind, name }) => kind === 'worse' && names.has(name));
      if (!worse && !values.update) break;
    }
    all.push(...cases);
  }
  return all;
}

const cases = await measured();
if (values.update) {
  await writeFile(values.ratios, `${JSON.stringify(updated(stored, cases), null, 2)}\n`);
  console.log(`\n${values.ratios} holds what was measured.`);
} else {
  const judged = verdicts(stored, cases);
  console.log(`\n${judged.map(sentence).join('\n')}`);
  process.exitCode = judged.some(isBad) ? 1 : 0;
}
