/**
 * Runs a script on Node 20, whatever Node the workspace itself is on:
 * `node run.mjs script.js arg…`. Exits with the script's own code.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const platformPackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

function node20() {
  if (process.versions.node.startsWith('20.')) return process.execPath;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${platformPackage}/package.json`);
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    console.error(
      `No Node 20 for ${process.platform} ${process.arch} on npm: run this with a Node 20 of your own.`,
    );
    process.exit(1);
  }
}

const { status, error } = spawnSync(node20(), process.argv.slice(2), { stdio: 'inherit' });
if (error) console.error(error.message);
process.exit(status ?? 1);
