import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from './child-process.mjs';
import { step } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

/** What compiles n8n's SQLite driver, each with the names it may have. */
const COMPILER = [['python3', 'python'], ['make'], ['g++', 'c++', 'clang++']];

/** Names under which a Chromium or Chrome may be installed. */
const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Makes sure that a C++ compiler, make and Python are there. */
export async function ensureCompiler() {
  if (process.platform === 'win32' || COMPILER.every((names) => findCommand(...names) !== undefined)) return;
  await installByApt(
    ['python3', 'make', 'g++'],
    'n8n compiles its SQLite driver',
    process.platform === 'darwin' ? 'xcode-select --install' : undefined,
  );
}

/** Programs that judge our audio: other people's decoders, tone detectors and a voice. */
const SOUND_PROGRAMS = ['sox', 'ffmpeg', 'multimon-ng', 'espeak-ng'];

/** Makes sure that the programs which judge our audio are there. */
export async function ensureSoundPrograms() {
  const missing = SOUND_PROGRAMS.filter((name) => findCommand(name) === undefined);
  if (missing.length > 0) await installByApt(missing, 'The audio tests compare with them');
}

/** Path of a Chromium or Chrome, installed first where that is possible. `CHROME_PATH` comes before all. */
export async function ensureChromium() {
  const found = () => process.env.CHROME_PATH || findCommand(...CHROMIUM);
  const present = found();
  if (present !== undefined) return present;
  await installByApt(['chromium'], 'The checks of the editor drive a real browser');
  return found();
}

/** The first of these commands that is on PATH, as a path. */
export function findCommand(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

async function installByApt(packages, why, command = `sudo apt-get install -y ${packages.join(' ')}`) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || findCommand('apt-get') === undefined) {
    throw new SetupError(
      `${why}, for which ${packages.join(', ')} must be installed: run \`${command}\` and start again.`,
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const what = `Installing ${packages.join(', ')}`;
  await step(`${what} (${why})`, async () => {
    await runQuietly('apt-get', ['update'], { what: 'apt-get update', env });
    await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { what, env });
  });
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
