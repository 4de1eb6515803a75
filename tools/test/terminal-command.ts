import { spawn } from 'node:child_process';

const HEARTBEAT_MS = 30_000;
/** A suite that hangs must not hang everything: far above what any takes, still within the patience of a CI. */
const LIMIT_MS = 20 * 60_000;

/**
 * Runs a command of `node_modules/.bin` with its output on this terminal, and
 * shows every half minute that it goes on. Gives its exit code; ends it after
 * twenty minutes.
 */
export async function runOnTerminal(
  command: string,
  args: readonly string[],
  cwd: string,
  output: 'shown' | 'quiet' = 'shown',
): Promise<number> {
  const begun = Date.now();
  const heartbeat = setInterval(() => {
    console.log(`  … ${command} ${args[0] ?? ''}: ${Math.round((Date.now() - begun) / 1000)} s`);
  }, HEARTBEAT_MS);
  const child = spawn(command, [...args], { cwd, stdio: output === 'shown' ? 'inherit' : 'ignore' });
  const handOn = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  process.on('SIGINT', handOn).on('SIGTERM', handOn);
  const limit = setTimeout(() => {
    console.error(
      `${command} ${args[0] ?? ''} is ended: it has taken more than ${LIMIT_MS / 60_000} minutes`,
    );
    child.kill('SIGTERM');
  }, LIMIT_MS);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        resolve(code ?? 1);
      });
    });
  } finally {
    clearInterval(heartbeat);
    clearTimeout(limit);
    process.off('SIGINT', handOn).off('SIGTERM', handOn);
  }
}
