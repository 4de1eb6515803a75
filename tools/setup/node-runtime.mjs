import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { outputOf } from './child-process.mjs';
import { SetupError } from './setup-error.mjs';

const MAJOR = 24;

/**
 * The Node that everything after the installation runs on: the workspace's own,
 * which came with the dependencies, else the one that runs this if it is new enough.
 *
 * @returns {Promise<{ node: string, version: string, headers: string | undefined }>} `headers`: folder
 *   with `include/node`, for compiling native modules; undefined when node-gyp has to find them itself
 */
export async function nodeRuntime(root) {
  const folder = platformPackage(root);
  if (folder !== undefined) {
    const node = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    const version = await outputOf(node, ['--version']);
    if (version !== undefined) return { node, version, headers: folder };
  }
  if (Number(process.versions.node.split('.')[0]) >= MAJOR) {
    return { node: process.execPath, version: process.version, headers: undefined };
  }
  throw new SetupError(
    `npm has no Node.js ${MAJOR} for ${process.platform} ${process.arch}, and this is ${process.version}: install Node.js ${MAJOR} and run the command again.`,
  );
}

function platformPackage(root) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  try {
    return dirname(createRequire(join(root, 'package.json')).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
