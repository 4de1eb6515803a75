import { delimiter } from 'node:path';

/**
 * The environment for a command of ours: the given folders first on PATH, and none
 * of the variables that npm sets for its own script, which would send a nested npm
 * to the wrong folder.
 */
export function childEnvironment(folders, extra = {}) {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package_|lifecycle_|command$|config_local_prefix$|config_prefix$|config_ignore_scripts$)/i.test(
        name,
      ),
  );
  const environment = Object.fromEntries(inherited);
  return { ...environment, PATH: [...folders, process.env.PATH].filter(Boolean).join(delimiter), ...extra };
}

/** How to start npm: the one that started us, on the given Node, else the one on PATH. */
export function npmCommand(node) {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return { command: node, prefix: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', prefix: [] };
}

/** What keeps npm quiet and offline from everything but the registry. */
export const QUIET = ['--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
