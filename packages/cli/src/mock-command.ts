import { constants, readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { createMockPbx, createMockServer, parseTenants } from '@org/3cx-mock';
import type { MockPbx, MockPbxOptions, MockServer, TenantOptions } from '@org/3cx-mock';
import { Command, InvalidArgumentError, Option } from 'commander';
import { startFailure } from './start-failure';
import type { Terminal } from './terminal';
import { largestPort, wholeNumber } from './whole-number';

/** What commander makes of the options below. */
interface Flags {
  readonly port: number;
  readonly controlPort: number;
  readonly proxyPort?: number;
  readonly host: string;
  readonly tls: boolean;
  readonly tenants?: Readonly<Record<string, TenantOptions>>;
  readonly json: boolean;
  readonly discardFirstMs: number;
  readonly firstStatus: 'Connected' | 'Ringing';
  readonly expiresIn: 'minutes' | 'seconds';
  readonly xapiSpec?: string;
}

/** `3cx mock`: a mock 3CX until interrupted. */
export function mockCommand(terminal: Terminal): Command {
  return new Command('mock')
    .description('start a mock 3CX V20 and keep it running until Ctrl-C')
    .option('--port <n>', 'port of the PBX; 0 takes a free one', wholeNumber(largestPort), 0)
    .option('--control-port <n>', 'port of the control API; 0 takes a free one', wholeNumber(largestPort), 0)
    .option(
      '--proxy-port <n>',
      'port of a proxy in front of the PBX whose connections faults break; 0 takes a free one',
      wholeNumber(largestPort),
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--no-tls', 'plain HTTP and WS instead of HTTPS and WSS')
    .option(
      '--tenants <file>',
      'several PBXs on one server: JSON with the options of each by name',
      readTenants,
    )
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
    .action(async ({ json, firstStatus, tenants, ...flags }: Flags) => {
      const options = { ...flags, firstInboundStatus: firstStatus };
      const interrupt = terminal.listenForInterrupt();
      try {
        if (tenants) {
          await using server = await startServer(options, tenants);
          terminal.out(json ? serverLine(server) : serverIntroduction(server));
          await interrupt.happened;
        } else {
          await using pbx = await start(options);
          terminal.out(json ? oneLine(pbx) : introduction(pbx));
          await interrupt.happened;
        }
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

/** What was said on the command line is so for every tenant that doesn't say otherwise. */
async function startServer(
  { port, controlPort, host, tls, proxyPort: _, ...options }: Omit<Flags, 'json' | 'firstStatus' | 'tenants'>,
  tenants: Readonly<Record<string, TenantOptions>>,
): Promise<MockServer> {
  try {
    return await createMockServer({
      port,
      controlPort,
      host,
      tls,
      tenants: Object.fromEntries(
        Object.entries(tenants).map(([name, tenant]) => [name, { ...options, ...tenant }]),
      ),
    });
  } catch (error) {
    throw startFailure(error);
  }
}

function readTenants(path: string): Readonly<Record<string, TenantOptions>> {
  try {
    return parseTenants(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

function serverLine({ url, controlUrl, tenants }: MockServer): string {
  return JSON.stringify({ url, controlUrl, tenants: tenants.map(({ pbx: _, ...tenant }) => tenant) });
}

function serverIntroduction({ controlUrl, tenants }: MockServer): string {
  return [
    `Mock 3CX is running with ${tenants.length} tenants. Ctrl-C ends it.`,
    '',
    ...tenants.flatMap((tenant) => [
      `  ${tenant.name}`,
      `    PBX            ${tenant.url}${tenant.certificate === undefined ? '' : '   (self-signed certificate)'}`,
      ...tenant.hostUrls.map((url) => `    By host name   ${url}`),
      `    Control API    ${tenant.controlUrl}`,
      `    Client id      ${tenant.clientId}   (also the route point)`,
      `    Client secret  ${tenant.clientSecret}`,
      '',
    ]),
    `  All of them      ${controlUrl}/tenants`,
  ].join('\n');
}

function oneLine({ url, controlUrl, clientId, clientSecret, certificate, proxyUrl }: MockPbx): string {
  return JSON.stringify({ url, controlUrl, clientId, clientSecret, certificate, proxyUrl });
}

function introduction({ url, controlUrl, clientId, clientSecret, certificate, proxyUrl }: MockPbx): string {
  return [
    'Mock 3CX is running. Ctrl-C ends it.',
    '',
    `  PBX            ${url}${certificate === undefined ? '' : '   (self-signed certificate)'}`,
    ...(proxyUrl === undefined ? [] : [`  Fault proxy    ${proxyUrl}`]),
    `  Control API    ${controlUrl}   (in a browser: telephones, calls and events)`,
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
