/** `npm run bench [-- --json FILE] [--quick]`: every benchmark, each beside its reference; exits with 1 when a goal is missed. */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { AllResults } from './benchmark-results.ts';
import { benchmark, benchmarkedPackages } from './package-benchmarks.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const cases: AllResults['cases'] = [];
for (const one of await benchmarkedPackages(resolve(import.meta.dirname, '../..'))) {
  console.log(`\n== ${one.name}\n`);
  for (const result of await benchmark(one, values)) cases.push({ package: one.name, ...result });
}
if (values.json !== undefined) {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  const all: AllResults = { machine, cases };
  await writeFile(values.json, `${JSON.stringify(all, null, 2)}\n`);
}
const missed = cases.filter(({ holds }) => !holds).length;
console.log(`\n${cases.length} figures, ${missed} of which miss their goal`);
process.exitCode = missed === 0 ? 0 : 1;
