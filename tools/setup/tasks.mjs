import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInForeground } from './child-process.mjs';
import { installDependencies } from './dependencies.mjs';
import { n8nInstallation } from './n8n-installation.mjs';
import { nodeRuntime } from './node-runtime.mjs';
import { childEnvironment } from './npm.mjs';
import { SetupError } from './setup-error.mjs';
import { ensureChromium, ensureSoundPrograms } from './system-packages.mjs';
import { buildPackages } from './workspace-build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const binFolder = join(root, 'node_modules', '.bin');

const withEndToEnd = (args) => !args.includes('--skip-e2e');

/** What each task needs and runs. `script`: run by Node 24 with the caller's arguments. */
const TASKS = {
  build: { n8n: () => false },
  start: { n8n: () => true, script: ['tools/start/start.ts'] },
  test: { n8n: withEndToEnd, browser: withEndToEnd, sound: () => true, script: ['tools/test/run.ts'] },
  bench: { n8n: () => false, script: ['tools/performance-check/bench.ts'] },
  'performance-check': { n8n: () => false, script: ['tools/performance-check/performance-check.ts'] },
  e2e: {
    n8n: () => true,
    browser: () => true,
    script: ['node_modules/jest/bin/jest.js', '--config', 'e2e/jest.config.cjs'],
  },
};

/**
 * Prepares the machine for a task, then does it.
 *
 * @returns {Promise<number>} the exit code
 */
export async function runTask(name, args) {
  const task = Object.hasOwn(TASKS, name ?? '') ? TASKS[name] : undefined;
  if (task === undefined) {
    console.error(`Say what to do: ${Object.keys(TASKS).join(', ')}.`);
    return 1;
  }
  try {
    await installDependencies(root);
    const runtime = await nodeRuntime(root);
    const env = childEnvironment([binFolder, dirname(runtime.node)], {
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      // Nx's own choice is shared between clones, and with it the record of a run that `npm test` reads.
      NX_CACHE_DIRECTORY: join(root, '.nx', 'cache'),
    });
    await buildPackages(root, runtime, env);
    if (task.n8n(args)) env.N8N_INSTALLATION = await n8nInstallation(root, runtime);
    if (task.sound?.(args)) await ensureSoundPrograms();
    if (task.browser?.(args)) env.CHROME_PATH = await ensureChromium();
    if (task.script === undefined) return 0;
    const [script, ...fixed] = task.script;
    return await runInForeground(runtime.node, [join(root, script), ...fixed, ...args], { cwd: root, env });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}`);
    if (name === 'test') console.log('\n0 passed, 1 failed');
    return 1;
  }
}
