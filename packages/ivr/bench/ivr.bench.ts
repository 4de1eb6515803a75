/**
 * What is done with a key, beside what it is measured against, in the same run. `--quick` is
 * shorter, `--only` runs the case of that name, `--json FILE` writes the figures, and the exit
 * code is 1 when a goal is missed.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { decision, nextPrompt } from './collections';
import type { Case } from './figures';
import { serve } from './server';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string', default: '' },
    serve: { type: 'boolean', default: false },
  },
});

async function run(): Promise<void> {
  const { quick } = values;
  const cases: Case[] = [];
  for (const [name, measure] of Object.entries({ decision, nextPrompt })) {
    if (name.includes(values.only)) cases.push(await measure(quick));
  }
  for (const { name, value, unit, reference, ratio, goal, holds } of cases) {
    console.log(
      `${holds ? 'ok  ' : 'MISS'} ${name}: ${String(value)} ${unit} (beside ${String(reference)}, ratio ${String(ratio)}; goal ${goal})`,
    );
  }
  if (values.json !== undefined) {
    const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
    writeFileSync(values.json, `${JSON.stringify({ machine, cases }, null, 2)}\n`);
  }
  process.exitCode = cases.every(({ holds }) => holds) ? 0 : 1;
}

if (values.serve) serve();
else await run();
