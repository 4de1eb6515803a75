import { Command } from 'commander';
import type { Terminal } from '../terminal';
import { drawCommand } from './draw-command';
import { lintCommand } from './lint-command';
import { runCommand } from './run-command';

/** `3cx flow …`: call flows as data. */
export function flowCommand(terminal: Terminal): Command {
  const flow = new Command('flow').description('check, draw and run call flows');
  for (const command of [lintCommand(terminal), drawCommand(terminal), runCommand(terminal)])
    flow.addCommand(command);
  return flow;
}
