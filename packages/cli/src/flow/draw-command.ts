import { writeFile } from 'node:fs/promises';
import { toMermaid, toSvg } from '@org/3cx-ivr';
import { Command, Option } from 'commander';
import type { Terminal } from '../terminal';
import { messageOf, readFlow } from './read-flow';

interface Flags {
  readonly svg?: boolean;
  readonly mermaid?: boolean;
  readonly out?: string;
}

/** `3cx flow draw FILE`: the picture of a flow. */
export function drawCommand(terminal: Terminal): Command {
  return new Command('draw')
    .description('draw a call flow, as a Mermaid flowchart unless told otherwise')
    .argument('<file>', 'the flow, as JSON')
    .addOption(new Option('--svg', 'as SVG').conflicts('mermaid'))
    .addOption(new Option('--mermaid', 'as a Mermaid flowchart'))
    .option('--out <file>', 'write it to a file instead of printing it')
    .action(async (file: string, { svg = false, out }: Flags) => {
      const flow = await readFlow(file);
      const picture = svg ? toSvg(flow) : toMermaid(flow);
      if (out === undefined) {
        terminal.out(picture.trimEnd());
        return;
      }
      try {
        await writeFile(out, picture);
      } catch (error) {
        throw new Error(`${out} can not be written: ${messageOf(error)}.`, { cause: error });
      }
    });
}
