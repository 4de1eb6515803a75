import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { outputOf, runQuietly } from './child-process.mjs';
import { installedPackages } from './installed-packages.mjs';
import { withLock } from './lock.mjs';
import { QUIET, childEnvironment, npmCommand } from './npm.mjs';
import { step } from './progress.mjs';
import { SetupError } from './setup-error.mjs';
import { ensureCompiler } from './system-packages.mjs';

/** The native modules that n8n can't start without; every other install script stays unrun. */
const NATIVE_MODULES = ['sqlite3', 'isolated-vm'];

/**
 * Folder with a real n8n, as `e2e/n8n/package-lock.json` pins it. Installed once
 * per lockfile, Node version and platform (some 3 GB, some minutes), outside the
 * clone, and renamed into place when it has shown that it starts: a half-finished
 * installation is never used.
 *
 * @param {string} root the clone
 * @param {{ node: string, version: string, headers: string | undefined }} runtime
 */
export async function n8nInstallation(root, runtime) {
  const manifest = join(root, 'e2e', 'n8n');
  const folder = join(cacheFolder(), `n8n-${keyOf(manifest, runtime.version)}`);
  if (existsSync(folder)) return folder;
  const install = async () => {
    if (existsSync(folder)) return;
    removeUnfinished(folder);
    await ensureCompiler();
    await installInto(folder, manifest, runtime);
  };
  await withLock(`${folder}.lock`, install, (owner) =>
    console.log(`» Waiting for ${owner}, which is installing n8n …`),
  );
  return folder;
}

async function installInto(folder, manifest, { node, headers }) {
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(manifest, file), join(unfinished, file));
  const { command, prefix } = npmCommand(node);
  const npm = (what, args) =>
    runQuietly(command, [...prefix, ...args, ...QUIET], {
      what,
      cwd: unfinished,
      env: childEnvironment([dirname(node)], headers === undefined ? {} : { npm_config_nodedir: headers }),
      shell: command.endsWith('.cmd'),
    });

  await step('Installing n8n, once for all clones: about 3 GB, some minutes', async (report) => {
    const progress = installedPackages(unfinished);
    const watch = setInterval(() => report(progress()), 2_000);
    try {
      await npm('Installing n8n', ['ci', '--ignore-scripts']);
    } finally {
      clearInterval(watch);
    }
  });
  await step(`Compiling what n8n needs compiled (${NATIVE_MODULES.join(', ')}), about a minute`, () =>
    npm('Compiling', ['rebuild', ...NATIVE_MODULES, '--foreground-scripts', '--ignore-scripts=false']),
  );
  const version = await outputOf(node, [join(unfinished, 'node_modules', 'n8n', 'bin', 'n8n'), '--version']);
  if (version === undefined) {
    throw new SetupError(
      `n8n was installed in ${unfinished} but doesn't start: run \`n8n --version\` there to see why.`,
    );
  }
  renameSync(unfinished, folder);
  console.log(`  n8n ${version} is in ${folder}`);
}

function keyOf(manifest, nodeVersion) {
  return createHash('sha256')
    .update(readFileSync(join(manifest, 'package-lock.json')))
    .update(`${nodeVersion} ${process.platform} ${process.arch}`)
    .digest('hex')
    .slice(0, 16);
}

function removeUnfinished(folder) {
  const parent = join(folder, '..');
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (path.startsWith(`${folder}.unfinished-`)) rmSync(path, { recursive: true, force: true });
  }
}
