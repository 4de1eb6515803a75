import { readFileSync } from 'node:fs';
import { createRecorder } from '@org/3cx-mock';
import type { Recorder } from '@org/3cx-mock';
import { Command, InvalidArgumentError } from 'commander';
import { startFailure } from './start-failure';
import type { Terminal } from './terminal';
import { largestPort, wholeNumber } from './whole-number';

/** What commander makes of the options below. */
interface Flags {
  readonly target: string;
  readonly out: string;
  readonly port: number;
  readonly host: string;
  readonly tls: boolean;
  readonly ca?: string;
  readonly insecure: boolean;
  readonly audio: boolean;
  readonly json: boolean;
}

/** `3cx record`: a recorder in front of a PBX until interrupted. */
export function recordCommand(terminal: Terminal): Command {
  return new Command('record')
    .description(
      'record what a client and a PBX say to each other, without secrets, keys and outside numbers',
    )
    .requiredOption('--target <url>', 'origin of the PBX, e.g. https://pbx.example.com', origin)
    .requiredOption('--out <file>', 'where to write it; the file must not exist yet')
    .option('--port <n>', 'port for the client; 0 takes a free one', wholeNumber(largestPort), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--tls', 'HTTPS and WSS towards the client, with a certificate made at start', false)
    .option('--ca <file>', "PEM to trust for the PBX's certificate", readPem)
    .option('--insecure', 'accept any certificate of the PBX', false)
    .option('--audio', 'record what is said and played too, not only how much', false)
    .option('--json', 'print one line of JSON when ready', false)
    .action(async ({ json, ...options }: Flags) => {
      const interrupt = terminal.listenForInterrupt();
      try {
        await using recorder = await start(options);
        const { url, certificate } = recorder;
        terminal.out(json ? JSON.stringify({ url, certificate }) : introduction(recorder, options));
        await interrupt.happened;
        if (!json) terminal.out(`${recorder.lines} lines are in ${options.out}.`);
      } finally {
        interrupt.stop();
      }
    });
}

async function start(options: Omit<Flags, 'json'>): Promise<Recorder> {
  try {
    return await createRecorder(options);
  } catch (error) {
    throw startFailure(error);
  }
}

function introduction({ url, certificate }: Recorder, { target, out }: Omit<Flags, 'json'>): string {
  return [
    `Recording what goes to ${target}. Ctrl-C ends it.`,
    '',
    `  Point the client at  ${url}${certificate === undefined ? '' : '   (self-signed certificate)'}`,
    `  Written to           ${out}`,
    '',
    `  Play it again with   3cx replay ${out}`,
  ].join('\n');
}

function origin(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return new URL(text).origin;
  throw new InvalidArgumentError('Give the origin of the PBX, e.g. https://pbx.example.com.');
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new InvalidArgumentError('The file can not be read.');
  }
}
