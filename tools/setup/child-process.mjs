import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from './setup-error.mjs';

const TAIL_LINES = 40;
const INSIST_MS = 2_000;
const PARENT_MS = 500;
/** Children, each with what tells it to stop. */
const running = new Map();
let interruptedBy;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interrupt(signal));

// Ended from outside, npm can die without handing the signal on, and its script would run for ever.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    interrupt('SIGTERM');
  }, PARENT_MS);
  watch.unref();
}

function interrupt(signal) {
  interruptedBy ??= signal;
  for (const stop of running.values()) stop(signal);
  if (running.size === 0) process.exit(interruptedCode());
}

/** 128 + the signal's number, as shells report it. */
function interruptedCode() {
  return { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[interruptedBy] ?? 1;
}

/**
 * Runs a command on this terminal and gives its exit code. SIGINT and SIGTERM are
 * handed on, and the command decides how it ends.
 */
export function runInForeground(command, args, options) {
  return untilEnded(command, args, { ...options, stdio: 'inherit' });
}

/**
 * Runs a command with its output kept in a file. Of a failure the last lines are
 * shown; of a success nothing.
 *
 * @throws {SetupError} when the command fails
 */
export async function runQuietly(command, args, { what, ...options }) {
  const folder = mkdtempSync(join(tmpdir(), '3cx-for-n8n-'));
  const log = join(folder, 'output.log');
  const output = openSync(log, 'w');
  let code;
  try {
    code = await untilEnded(command, args, { ...options, stdio: ['ignore', output, output] }, insist);
  } finally {
    closeSync(output);
  }
  if (interruptedBy !== undefined) process.exit(interruptedCode());
  if (code !== 0) {
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES);
    throw new SetupError(
      `${lines.join('\n')}\n\n${what} failed (exit code ${code}); its whole output is in ${log}`,
    );
  }
  rmSync(folder, { recursive: true });
}

/** What a command prints, trimmed; undefined when it can't be run or fails. */
export function outputOf(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code === 0 ? text.trim() : undefined));
  });
}

function untilEnded(command, args, options, onInterrupt = () => undefined) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    const forget = () => {
      running.delete(child);
      clearInterval(insisting);
    };
    let insisting;
    running.set(child, (signal) => {
      child.kill(signal);
      insisting ??= onInterrupt(child);
    });
    child.once('error', (cause) => {
      forget();
      reject(new SetupError(`${command} can't be run: ${cause.message}`, { cause }));
    });
    child.once('close', (code) => {
      forget();
      resolve(code ?? interruptedCode());
    });
  });
}

/** npm now and then swallows one signal and carries on, so it is told again. */
function insist(child) {
  return setInterval(() => child.kill('SIGTERM'), INSIST_MS);
}
