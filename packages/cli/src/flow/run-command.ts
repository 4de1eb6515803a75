import { connect, type PhoneSystem } from '@org/3cx-core';
import {
  createFileCallStore,
  createFileCampaignStore,
  createFileRecordingStore,
  FlowOptionsError,
  lintFlow,
  openCallbackDesk,
  queueFiguresOf,
  serveFlow,
  type CallbackDesk,
  type Flow,
  type FlowResult,
} from '@org/3cx-ivr';
import type { MockPbx } from '@org/3cx-mock';
import { Command, Option } from 'commander';
import type { Terminal } from '../terminal';
import { linesOf } from './lint-command';
import { mockFor } from './mock-for-flow';
import { readFlow } from './read-flow';

interface Flags {
  readonly url?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly allowUnauthorizedCerts: boolean;
  readonly mock: boolean;
  readonly store?: string;
  readonly recordings?: string;
  readonly callbackQueue?: string;
  readonly callbackOffer?: string;
}

/** `3cx flow run FILE`: leads calls through a flow until interrupted. */
export function runCommand(terminal: Terminal): Command {
  return new Command('run')
    .description('lead every call that reaches the route point through a call flow, until Ctrl-C')
    .argument('<file>', 'the flow, as JSON')
    .addOption(new Option('--url <url>', 'where the PBX answers').env('THREECX_URL'))
    .addOption(new Option('--client-id <id>', 'client id of the API entry').env('THREECX_CLIENT_ID'))
    .addOption(
      new Option('--client-secret <secret>', 'its key; better given in the environment').env(
        'THREECX_CLIENT_SECRET',
      ),
    )
    .option('--allow-unauthorized-certs', 'accept any certificate of the PBX', false)
    .option('--mock', 'run it on a mock 3CX that is started with it', false)
    .option('--store <folder>', 'keep there where calls are, to go on after a restart')
    .option('--recordings <folder>', 'keep recordings there; needed by flows that record')
    .option('--callback-queue <number>', 'make the call-backs that the flow books, into this queue')
    .option('--callback-offer <prompt>', 'what they are asked who are called back: press 1')
    .action(async (file: string, flags: Flags) => {
      const flow = await soundFlow(file, terminal);
      const interrupt = terminal.listenForInterrupt();
      try {
        await using line = await openLine(flow, flags, terminal);
        await lead(line, flow, flags, terminal, interrupt.happened);
      } finally {
        interrupt.stop();
      }
    });
}

/** A flow without errors; warnings are told. */
async function soundFlow(file: string, terminal: Terminal): Promise<Flow> {
  const flow = await readFlow(file);
  const found = await lintFlow(flow);
  if (found.length > 0) for (const line of linesOf(file, found)) terminal.err(line);
  const errors = found.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) throw new Error(`${file}: ${String(errors)} to mend before it can be run.`);
  return flow;
}

interface Line extends AsyncDisposable {
  readonly pbx: PhoneSystem;
  readonly mock: MockPbx | undefined;
}

async function openLine(flow: Flow, { mock, ...flags }: Flags, terminal: Terminal): Promise<Line> {
  if (!mock) return { ...(await connected(flags)), mock: undefined };
  const started = await mockFor(flow, terminal);
  const { url, clientId, clientSecret } = started;
  const line = await connected({ url, clientId, clientSecret, allowUnauthorizedCerts: false });
  return {
    pbx: line.pbx,
    mock: started,
    async [Symbol.asyncDispose]() {
      await line[Symbol.asyncDispose]();
      await started.dispose();
    },
  };
}

async function connected({
  url,
  clientId,
  clientSecret,
  allowUnauthorizedCerts,
}: Pick<Flags, 'url' | 'clientId' | 'clientSecret' | 'allowUnauthorizedCerts'>) {
  const missing = [
    ...(url === undefined ? ['--url'] : []),
    ...(clientId === undefined ? ['--client-id'] : []),
    ...(clientSecret === undefined ? ['--client-secret'] : []),
  ];
  if (url === undefined || clientId === undefined || clientSecret === undefined) {
    throw new Error(
      `${missing.join(', ')} missing: give them, or THREECX_URL, THREECX_CLIENT_ID and THREECX_CLIENT_SECRET, or --mock.`,
    );
  }
  const pbx = await connect({ serverUrl: url, clientId, clientSecret, allowUnauthorizedCerts });
  return { pbx, [Symbol.asyncDispose]: () => pbx.dispose() };
}

async function lead(
  { pbx, mock }: Line,
  flow: Flow,
  flags: Flags,
  terminal: Terminal,
  end: Promise<void>,
): Promise<void> {
  const { store, recordings } = flags;
  const quiet = () => undefined;
  const logger = {
    ...{ debug: quiet, info: quiet },
    warn: (message: string, context?: object) => {
      terminal.err(`${message} ${JSON.stringify(context ?? {})}`);
    },
    error: (message: string, context?: object) => {
      terminal.err(`${message} ${JSON.stringify(context ?? {})}`);
    },
  };
  await using desk = await deskOf(pbx, flags);
  const service = await serveFlow(pbx, flow, {
    logger,
    queueFigures: queueFiguresOf(pbx),
    ...(store !== undefined && { store: createFileCallStore(store) }),
    ...(recordings !== undefined && { recordings: createFileRecordingStore(recordings) }),
    ...(desk.open && { callbacks: desk.open }),
    onResult: (callId, result) => {
      terminal.out(lineOf(callId, result));
    },
  }).catch((error: unknown) => {
    if (!(error instanceof FlowOptionsError)) throw error;
    const help = 'The options for that are --recordings, and --callback-queue with --callback-offer.';
    throw new Error(`${error.message} ${help}`, { cause: error });
  });
  try {
    terminal.out(introduction(flow, pbx, mock));
    await end;
  } finally {
    await service.dispose();
  }
}

async function deskOf(
  pbx: PhoneSystem,
  { callbackQueue: queue, callbackOffer: offer, store }: Flags,
): Promise<AsyncDisposable & { readonly open: CallbackDesk | undefined }> {
  if ((queue === undefined) !== (offer === undefined))
    throw new Error('--callback-queue and --callback-offer belong together: give both, or neither.');
  const open =
    queue === undefined || offer === undefined
      ? undefined
      : await openCallbackDesk(pbx, {
          ...{ queue, offer },
          figures: queueFiguresOf(pbx),
          ...(store !== undefined && { store: createFileCampaignStore(store) }),
        });
  return { open, [Symbol.asyncDispose]: async () => open?.dispose() };
}

/** Neither numbers nor values: what callers entered is not for the screen. */
function lineOf(callId: string, { kind, step, trail }: FlowResult): string {
  return `${callId}: ${kind} at ${step} (${trail.join(', ')})`;
}

function introduction({ name }: Flow, pbx: PhoneSystem, mock: MockPbx | undefined): string {
  const leading = `Calls to ${pbx.clientId} on ${pbx.serverUrl} go through the flow ${name}. Ctrl-C ends it.`;
  if (mock === undefined) return leading;
  return [
    leading,
    '',
    'Let someone call, and press keys (the id is in the answer to the first):',
    '',
    `  curl -X POST ${mock.controlUrl}/calls -H 'Content-Type: application/json' \\`,
    `    -d '{"from":"+15550100","to":"${mock.clientId}"}'`,
    `  curl -X POST ${mock.controlUrl}/calls/ID/dtmf -H 'Content-Type: application/json' -d '{"digits":"1"}'`,
  ].join('\n');
}
