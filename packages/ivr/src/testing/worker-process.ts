import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Makes a script of a worker in this folder that a process can be started with. */
export async function bundledWorker(name: string, directory: string): Promise<string> {
  const outfile = join(directory, `${name}.cjs`);
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    conditions: ['@org/source'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** Starts it; resolves once it has said that it is ready. */
export async function startWorker(script: string, args: readonly string[]): Promise<ChildProcess> {
  const started = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(started.stdout, 'data');
  return started;
}
