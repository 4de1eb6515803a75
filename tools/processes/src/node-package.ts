import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const run = promisify(execFile);
const Packed = z.tuple([z.looseObject({ name: z.string(), filename: z.string() })]);

/** Packs a built node package into `folder`, as publishing would; gives the tarball's path. */
export async function packNodePackage(packageFolder: string, folder: string): Promise<string> {
  const args = ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd: packageFolder });
  const [{ filename }] = Packed.parse(JSON.parse(stdout));
  return join(folder, filename);
}

/**
 * Installs a node package into a user folder the way n8n does it for community
 * packages: into `.n8n/nodes`, without peer dependencies (n8n supplies
 * `n8n-workflow`) and without install scripts. Does nothing when that very
 * package is installed.
 */
export async function installNodePackage(packageFolder: string, userFolder: string): Promise<void> {
  const nodes = join(userFolder, '.n8n', 'nodes');
  await mkdir(nodes, { recursive: true });
  const temporary = await mkdtemp(join(tmpdir(), 'n8n-node-package-'));
  try {
    const tarball = await packNodePackage(packageFolder, temporary);
    const digest = createHash('sha256')
      .update(await readFile(tarball))
      .digest('hex');
    const stamp = join(nodes, 'node_modules', '.installed-from');
    if ((await textOf(stamp)) === digest) return;
    await writeFile(
      join(nodes, 'package.json'),
      JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }),
    );
    await rm(join(nodes, 'package-lock.json'), { force: true });
    await rm(join(nodes, 'node_modules'), { recursive: true, force: true });
    const args = [
      'install',
      '--omit=dev',
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    await run('npm', [...args, tarball], { cwd: nodes });
    await writeFile(stamp, digest);
  } finally {
    await rm(temporary, { recursive: true });
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
