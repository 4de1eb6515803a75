/** `npm start`: everything that belongs to a 3CX with n8n, on this machine, until Ctrl-C. */
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { announce } from './announcement.ts';
import { departmentRouter } from './department-router.ts';
import { openFolder } from './folder.ts';
import { StepFailed, step } from './step.ts';
import { stopRequest } from './stop-request.ts';
import { MockProcess, N8nClient, N8nProcess, installNodePackage } from '@org/processes';

const root = resolve(import.meta.dirname, '..', '..');
const nodePackage = join(root, 'packages', 'n8n-nodes');
const PORTS = { pbx: 5001, control: 5002, n8n: 5678 } as const;

async function run(stop: AbortSignal): Promise<void> {
  const installation = process.env.N8N_INSTALLATION;
  if (installation === undefined) throw new StepFailed('Run `npm start`: it finds or installs n8n first.');
  await using stack = new AsyncDisposableStack();
  const folder = await openFolder(join(root, '.start'));
  stack.defer(() => folder.close());

  const userFolder = join(folder.path, 'n8n');
  const logs = { mock: join(folder.path, 'mock.log'), n8n: join(folder.path, 'n8n.log') };
  await Promise.all(Object.values(logs).map((log) => rm(log, { force: true })));
  await mkdir(userFolder, { recursive: true });

  const mock = await step('Starting the mock 3CX', logs.mock, () =>
    MockProcess.start({ root, logFile: logs.mock, signal: stop, preferredPorts: [PORTS.pbx, PORTS.control] }),
  );
  stack.use(mock);
  await folder.remember(mock.pid);
  await step('Installing the nodes into n8n, as users do', logs.n8n, () =>
    installNodePackage(nodePackage, userFolder),
  );
  stop.throwIfAborted();
  const n8n = await step('Starting n8n', logs.n8n, () =>
    N8nProcess.start({
      installation,
      userFolder,
      logFile: logs.n8n,
      signal: stop,
      port: PORTS.n8n,
      encryptionKey: folder.encryptionKey,
    }),
  );
  stack.use(n8n);
  await folder.remember(n8n.pid);
  const client = await step('Signing in', logs.n8n, () => N8nClient.signIn(n8n.url, folder.owner));
  stop.throwIfAborted();
  const workflow = await step('Activating the sample workflow "Department Router"', logs.n8n, () =>
    departmentRouter(client, mock, join(nodePackage, 'workflows', 'department-router.json'), folder),
  );
  announce({ n8n: n8n.url, workflow: workflow.id, owner: folder.owner, mock, logs });

  const ended = await Promise.race([stopped(stop), mock.exited, n8n.exited]);
  if (ended !== undefined) throw new StepFailed(`${ended}.`);
  console.log('\nStopping n8n and the mock 3CX …');
}

function stopped(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve(undefined);
    stop.addEventListener('abort', () => {
      resolve(undefined);
    });
  });
}

const stop = stopRequest();
try {
  await run(stop);
  console.log('Everything has ended.');
} catch (error) {
  if (stop.aborted) {
    console.log('Stopped before everything was up; nothing is left running.');
  } else {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
