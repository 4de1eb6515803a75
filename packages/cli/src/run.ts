import { Command, CommanderError } from 'commander';
import { conformanceCommand } from './conformance-command';
import { flowCommand } from './flow/flow-command';
import { mockCommand } from './mock-command';
import { recordCommand } from './record-command';
import { replayCommand } from './replay-command';
import { scenarioCommand } from './scenario-command';
import { processTerminal } from './terminal';
import type { Terminal } from './terminal';

/**
 * Runs the `3cx` command. Never throws: what goes wrong is one sentence on stderr.
 * @param argv as `process.argv`: interpreter and script first.
 * @returns the exit code: 0, or 1 when something went wrong.
 */
export async function run(argv: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  const program = new Command('3cx')
    .description('3CX V20 tools')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        terminal.out(text.trimEnd());
      },
      writeErr: (text) => {
        terminal.err(text.trimEnd());
      },
    })
    .showHelpAfterError('(3cx --help tells what there is)');
  for (const command of [
    mockCommand,
    scenarioCommand,
    recordCommand,
    replayCommand,
    conformanceCommand,
    flowCommand,
  ]) {
    program.addCommand(inherit(command(terminal), program));
  }
  try {
    await program.parseAsync([...argv]);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    terminal.err(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** The settings of the program, for a command and those under it. */
function inherit(command: Command, program: Command): Command {
  command.copyInheritedSettings(program);
  for (const each of command.commands) inherit(each, program);
  return command;
}
