import { lintFlow, type FlowFinding } from '@org/3cx-ivr';
import { Command } from 'commander';
import type { Terminal } from '../terminal';
import { promptsAt } from './prompt-source';
import { readFlow } from './read-flow';

interface Flags {
  readonly prompts?: string;
  readonly strict: boolean;
  readonly json: boolean;
}

/** `3cx flow lint FILE`: what is wrong with a flow, before anybody calls it. */
export function lintCommand(terminal: Terminal): Command {
  return new Command('lint')
    .description('say what is wrong with a call flow; ends with 1 when something keeps it from working')
    .argument('<file>', 'the flow, as JSON')
    .option('--prompts <place>', 'folder or URL where the prompts are; without it they are not looked for')
    .option('--strict', 'end with 1 for warnings too', false)
    .option('--json', 'print the findings as JSON', false)
    .action(async (file: string, { prompts, strict, json }: Flags) => {
      const flow = await readFlow(file);
      const found = await lintFlow(flow, prompts === undefined ? {} : { promptExists: promptsAt(prompts) });
      if (json) terminal.out(JSON.stringify(found));
      else for (const line of linesOf(file, found)) terminal.out(line);
      const errors = found.filter(({ severity }) => strict || severity === 'error').length;
      if (errors > 0) throw new Error(`${file}: ${String(errors)} to mend before it can be run.`);
    });
}

export function linesOf(file: string, found: readonly FlowFinding[]): readonly string[] {
  if (found.length === 0) return [`${file}: nothing found wrong with it.`];
  return found.map(
    ({ severity, code, step, message }) =>
      `${severity.padEnd(7)} ${step === '' ? 'the flow' : `step ${step}`}: ${message} (${code})`,
  );
}
