/**
 * Our audio beside what it is measured against, in the same run. `--quick` is shorter,
 * `--json FILE` writes the figures, and the exit code is 1 when a goal is missed.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { pacingCases } from './pacing-cases.mjs';
import { resamplingCases } from './resampling-cases.mjs';

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const cases = [...resamplingCases(values), ...(await pacingCases(values))];
for (const { name, value, unit, reference, ratio, goal, holds } of cases) {
  const beside = ratio === null ? `beside ${reference}` : `beside ${reference}, ratio ${ratio}`;
  console.log(`${holds ? 'ok  ' : 'MISS'} ${name}: ${value} ${unit} (${beside}; goal ${goal})`);
}
if (values.json !== undefined) {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  writeFileSync(values.json, `${JSON.stringify({ machine, cases }, null, 2)}\n`);
}
process.exitCode = cases.every(({ holds }) => holds) ? 0 : 1;
