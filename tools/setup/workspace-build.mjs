import { join } from 'node:path';
import { runQuietly } from './child-process.mjs';
import { step } from './progress.mjs';
import { withWorkspaceLock } from './workspace-lock.mjs';

/** Builds every package whose sources have changed since its last build; of the rest Nx keeps or restores the output. */
export function buildPackages(root, { node }, env) {
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  return withWorkspaceLock(root, () =>
    step('Building the packages (only what has changed)', () =>
      runQuietly(node, [nx, 'run-many', '-t', 'build', '--outputStyle=static'], {
        what: 'The build',
        cwd: root,
        env,
      }),
    ),
  );
}
