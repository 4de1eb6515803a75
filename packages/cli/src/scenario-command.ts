import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { createMockPbx, parseScenario, runScenario } from '@org/3cx-mock';
import type { RunOptions, Scenario, ScenarioResult } from '@org/3cx-mock';
import { Command } from 'commander';
import type { Terminal } from './terminal';

interface Flags {
  readonly controlUrl?: string;
}

/** `3cx scenario run FILE`: people call as a file says, and find what they expect, or the exit code is 1. */
export function scenarioCommand(terminal: Terminal): Command {
  const run = new Command('run')
    .description('run a scenario on a mock 3CX; exit code 1 with a timeline when it does not go as it should')
    .argument('<file>', 'scenario in YAML')
    .option(
      '--control-url <url>',
      'control API of a running mock; without it, one of its own in virtual time',
    )
    .action(async (file: string, { controlUrl }: Flags) => {
      const scenario = parseScenario(await textOf(file), file);
      terminal.out(`${scenario.name} (${basename(file)})`);
      const { durationMs, calls } = await perform(scenario, controlUrl, {
        folder: dirname(file),
        onStep: ({ atMs, who, what }) => {
          terminal.out(`${(atMs / 1000).toFixed(3).padStart(9)}  ${who}  ${what}`);
        },
      });
      const placed = `${calls.length} ${calls.length === 1 ? 'call' : 'calls'}`;
      terminal.out(`All went as it should: ${placed} in ${(durationMs / 1000).toFixed(1)} s.`);
    });
  return new Command('scenario').description('play people on telephones from a file').addCommand(run);
}

async function perform(
  scenario: Scenario,
  controlUrl: string | undefined,
  options: RunOptions,
): Promise<ScenarioResult> {
  if (controlUrl !== undefined) return runScenario(scenario, { ...options, controlUrl });
  await using pbx = await createMockPbx({ time: 'virtual' });
  return await pbx.run(scenario, options);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`There is no scenario file ${file}: give the path of a YAML file.`, { cause: error });
  }
}
