import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Owner } from '@org/processes';
import { endLeftOver, isRunning } from './left-over.ts';
import { StepFailed } from './step.ts';

const State = z.object({
  owner: z.object({ email: z.string(), password: z.string() }),
  encryptionKey: z.string(),
  /** Content of the sample workflow's file when it was last imported. */
  importedWorkflow: z.string().optional(),
});

const Running = z.object({ starter: z.number(), processes: z.array(z.number()) });

/** What one start leaves for the next: n8n's own folder, the login, and who is running. */
export interface StartFolder {
  readonly path: string;
  readonly owner: Owner;
  readonly encryptionKey: string;
  readonly importedWorkflow: string | undefined;
  /** Notes the content of the sample workflow's file that is now in n8n. */
  imported(content: string): Promise<void>;
  /** Notes a process of this start, so that the next one can end it should this one be killed. */
  remember(pid: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the folder for this start alone, and ends what a killed start has left.
 * @throws StepFailed when another start is running
 */
export async function openFolder(path: string): Promise<StartFolder> {
  await mkdir(path, { recursive: true });
  const stateFile = join(path, 'state.json');
  const runningFile = join(path, 'running.json');
  await claim(runningFile);

  const state = State.safeParse(await json(stateFile)).data ?? newState();
  const running = { starter: process.pid, processes: [] as number[] };
  await write(stateFile, state);
  await write(runningFile, running);
  return {
    path,
    owner: state.owner,
    encryptionKey: state.encryptionKey,
    importedWorkflow: state.importedWorkflow,
    imported: (content) => write(stateFile, { ...state, importedWorkflow: content }),
    remember: async (pid) => {
      running.processes.push(pid);
      await write(runningFile, running);
    },
    close: () => rm(runningFile, { force: true }),
  };
}

async function claim(runningFile: string): Promise<void> {
  const earlier = Running.safeParse(await json(runningFile)).data;
  if (earlier === undefined) return;
  if (await isRunning(earlier.starter, 'start.ts')) {
    throw new StepFailed(
      `\`npm start\` is already running here (process ${earlier.starter}): end it with Ctrl-C first.`,
    );
  }
  await Promise.all(earlier.processes.map(endLeftOver));
}

function newState(): z.infer<typeof State> {
  return {
    owner: { email: 'owner@example.com', password: `Aa1${randomBytes(9).toString('base64url')}` },
    encryptionKey: randomBytes(24).toString('hex'),
  };
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(file: string, content: unknown): Promise<void> {
  return writeFile(file, JSON.stringify(content, null, 2), { mode: 0o600 });
}
