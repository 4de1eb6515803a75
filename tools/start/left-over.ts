import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const POLL_MS = 100;
const GRACE_MS = 15_000;

/** Whether a process with this id lives and has `marker` in its command line: ids are used again. */
export async function isRunning(pid: number, marker: string): Promise<boolean> {
  return (await commandLine(pid)).includes(marker);
}

/** Ends the process group of an n8n or a mock that an earlier, killed start has left. */
export async function endLeftOver(pid: number): Promise<void> {
  const command = await commandLine(pid);
  if (!command.includes('n8n') && !command.includes('3cx.cjs')) return;
  const deadline = Date.now() + GRACE_MS;
  process.kill(-pid, 'SIGTERM');
  while (groupLives(pid) && Date.now() < deadline) await delay(POLL_MS);
  if (groupLives(pid)) process.kill(-pid, 'SIGKILL');
}

function groupLives(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}

async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux')
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    return (await promisify(execFile)('ps', ['-o', 'args=', '-p', String(pid)])).stdout;
  } catch {
    return '';
  }
}
