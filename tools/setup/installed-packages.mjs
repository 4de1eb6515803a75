import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Counts how far an `npm ci` has come, by the packages of the lockfile that have
 * their files. Looks at the top level only: a few thousand names, some milliseconds.
 */
export function installedPackages(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const topLevel = Object.keys(packages).filter((path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path));
  return () => {
    const present = topLevel.filter((path) => existsSync(join(folder, path, 'package.json'))).length;
    return `${present} of ${topLevel.length} packages`;
  };
}
