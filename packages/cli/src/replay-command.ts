import { createReplay } from '@org/3cx-mock';
import type { Replay } from '@org/3cx-mock';
import { Command, InvalidArgumentError } from 'commander';
import { startFailure } from './start-failure';
import type { Terminal } from './terminal';
import { largestPort, wholeNumber } from './whole-number';

/** What commander makes of the options below. */
interface Flags {
  readonly port: number;
  readonly host: string;
  readonly tls: boolean;
  readonly speed?: number;
  readonly patienceMs: number;
  readonly json: boolean;
}

/** `3cx replay`: the PBX of a recording, until interrupted. */
export function replayCommand(terminal: Terminal): Command {
  return new Command('replay')
    .description('answer a client as the PBX did in a recording, in the same order')
    .argument('<file>', 'a recording made by 3cx record')
    .option('--port <n>', 'port for the client; 0 takes a free one', wholeNumber(largestPort), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--tls', 'HTTPS and WSS with a certificate made at start', false)
    .option(
      '--speed <factor>',
      'keep the pauses as they were (1) or shorten them (10); without, none',
      factor,
    )
    .option(
      '--patience-ms <n>',
      'how long to wait for what the client did in the recording, milliseconds',
      wholeNumber(3_600_000),
      2000,
    )
    .option('--json', 'print one line of JSON when ready', false)
    .action(async (file: string, { json, ...options }: Flags) => {
      const interrupt = terminal.listenForInterrupt();
      try {
        await using replay = await start(file, options);
        const { url, certificate } = replay;
        terminal.out(json ? JSON.stringify({ url, certificate }) : introduction(replay));
        await Promise.race([interrupt.happened, replay.finished]);
        if (!json) terminal.out(outcome(replay));
        await interrupt.happened;
      } finally {
        interrupt.stop();
      }
    });
}

async function start(recording: string, options: Omit<Flags, 'json'>): Promise<Replay> {
  try {
    return await createReplay({ recording, ...options });
  } catch (error) {
    throw startFailure(error);
  }
}

function introduction({ url, certificate }: Replay): string {
  return [
    'The recording is ready to be played. Ctrl-C ends it.',
    '',
    `  Point the client at  ${url}${certificate === undefined ? '' : '   (self-signed certificate)'}`,
    '',
    '  Any client id and secret will do.',
  ].join('\n');
}

function outcome({ missing, unknownRequests }: Replay): string {
  return [
    ...missing.map((what) => `Not asked this time: ${what}`),
    ...unknownRequests.map((what) => `Not in the recording: ${what}`),
    missing.length + unknownRequests.length === 0
      ? 'All of it was played as it was recorded.'
      : 'The rest was played as it was recorded.',
  ].join('\n');
}

function factor(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('Give a number above 0.');
}
