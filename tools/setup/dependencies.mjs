import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './child-process.mjs';
import { installedPackages } from './installed-packages.mjs';
import { QUIET, childEnvironment, npmCommand } from './npm.mjs';
import { step } from './progress.mjs';
import { withWorkspaceLock } from './workspace-lock.mjs';

/**
 * Installs the workspace's dependencies when they aren't those of the lockfile.
 * The stamp lies inside `node_modules`, so whatever removes or begins to replace
 * that folder also removes the claim that it is complete.
 */
export async function installDependencies(root) {
  const wanted = digestOf(root);
  if (installedDigest(root) === wanted) return;
  const install = async () => {
    if (installedDigest(root) === wanted) return;
    await step('Installing the dependencies of the workspace', async (report) => {
      const progress = installedPackages(root);
      const watch = setInterval(() => report(progress()), 2_000);
      const { command, prefix } = npmCommand(process.execPath);
      try {
        await runQuietly(command, [...prefix, 'ci', ...QUIET], {
          what: 'Installing the dependencies',
          cwd: root,
          env: childEnvironment([]),
          shell: command.endsWith('.cmd'),
        });
      } finally {
        clearInterval(watch);
      }
      writeFileSync(stampOf(root), wanted);
    });
  };
  await withWorkspaceLock(root, install);
}

function digestOf(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

function installedDigest(root) {
  try {
    return readFileSync(stampOf(root), 'utf8');
  } catch {
    return undefined;
  }
}

function stampOf(root) {
  return join(root, 'node_modules', '.installed-from');
}
