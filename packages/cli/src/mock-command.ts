import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { createMockPbx } from '@org/3cx-mock';
import type { MockPbx, MockPbxOptions } from '@org/3cx-mock';
import { Command, InvalidArgumentError, Option } from 'commander';
import { startFailure } from './start-failure';
import type { Terminal } from './terminal';

/** What commander makes of the options below. */
interface Flags {
  readonly port: number;
  readonly controlPort: number;
  readonly host: string;
  readonly tls: boolean;
  readonly json: boolean;
  readonly discardFirstMs: number;
  readonly firstStatus: 'Connected' | 'Ringing';
  readonly expiresIn: 'minutes' | 'seconds';
  readonly xapiSpec?: string;
}

const largestPort = 65_535;

/** `3cx mock`: a mock 3CX until interrupted. */
export function mockCommand(terminal: Terminal): Command {
  return new Command('mock')
    .description('start a mock 3CX V20 and keep it running until Ctrl-C')
    .option('--port <n>', 'port of the PBX; 0 takes a free one', wholeNumber(largestPort), 0)
    .option('--control-port <n>', 'port of the control API; 0 takes a free one', wholeNumber(largestPort), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--no-tls', 'plain HTTP and WS instead of HTTPS and WSS')
    .option('--json', 'print one line of JSON when ready', false)
    .option(
      '--discard-first-ms <n>',
      'lose audio that arrives this soon after Connected, milliseconds',
      wholeNumber(60_000),
      0,
    )
    .addOption(
      new Option('--first-status <status>', 'how a call reaches the route point')
        .choices(['Connected', 'Ringing'])
        .default('Connected'),
    )
    .addOption(
      new Option('--expires-in <unit>', 'unit of expires_in')
        .choices(['minutes', 'seconds'])
        .default('seconds'),
    )
    .option(
      '--xapi-spec <file>',
      "a PBX's own OpenAPI description of its XAPI (YAML or JSON), whose other entity sets are then served too",
    )
    .action(async ({ json, firstStatus, ...options }: Flags) => {
      const interrupt = terminal.listenForInterrupt();
      try {
        await using pbx = await start({ ...options, firstInboundStatus: firstStatus });
        terminal.out(json ? oneLine(pbx) : introduction(pbx));
        await interrupt.happened;
      } finally {
        interrupt.stop();
      }
    });
}

async function start(options: MockPbxOptions): Promise<MockPbx> {
  // The description is read on first use only; that it isn't there should be said now.
  if (options.xapiSpec !== undefined) await readable(options.xapiSpec);
  try {
    return await createMockPbx(options);
  } catch (error) {
    throw startFailure(error);
  }
}

async function readable(file: string): Promise<void> {
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    throw new Error(`--xapi-spec: '${file}' can't be read: name a file that is there.`, { cause: error });
  }
}

function oneLine({ url, controlUrl, clientId, clientSecret, certificate }: MockPbx): string {
  return JSON.stringify({ url, controlUrl, clientId, clientSecret, certificate });
}

function introduction({ url, controlUrl, clientId, clientSecret, certificate }: MockPbx): string {
  return [
    'Mock 3CX is running. Ctrl-C ends it.',
    '',
    `  PBX            ${url}${certificate === undefined ? '' : '   (self-signed certificate)'}`,
    `  Control API    ${controlUrl}`,
    `  Client id      ${clientId}   (also the route point)`,
    `  Client secret  ${clientSecret}`,
    '  Extensions     100-105, queue 800, trunk 10001',
    '',
    'Let someone call the route point:',
    '',
    `  curl -X POST ${controlUrl}/calls -H 'Content-Type: application/json' \\`,
    `    -d '{"from":"+15550100","to":"${clientId}"}'`,
  ].join('\n');
}

function wholeNumber(largest: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value <= largest) return value;
    throw new InvalidArgumentError(`Give a whole number from 0 to ${largest}.`);
  };
}
