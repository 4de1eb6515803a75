import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';

const GROUP_POLL_MS = 50;

export interface SpawnOptions {
  /** What it is, for messages: `n8n`, `the mock 3CX`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** File that gets everything the process prints. */
  readonly logFile: string;
  /** Aborting it ends every wait for the process (`line`, `whileAlive`); the process is stopped by whoever waited. */
  readonly signal?: AbortSignal | undefined;
}

export interface StopResult {
  /** Whether the process or one of its children had to be killed because it didn't end by itself. */
  readonly forced: boolean;
}

/** A process died, never became ready, or couldn't be started. The message names the log file. */
export class ProcessError extends Error {
  override readonly name = 'ProcessError';
  readonly code = 'PROCESS';
}

/**
 * A process with its whole family: it leads a process group of its own, so a
 * terminal's Ctrl-C reaches only whoever started it, and `stop` can make sure
 * that no child outlives it.
 */
export class SpawnedProcess implements AsyncDisposable {
  readonly pid: number;
  readonly logFile: string;
  /** Resolves with a sentence when the process has ended, for whatever reason. */
  readonly exited: Promise<string>;
  readonly #name: string;
  readonly #child: ChildProcess;
  readonly #logWritten: Promise<void>;
  readonly #signal: AbortSignal | undefined;

  private constructor(child: ChildProcess, pid: number, { name, logFile, signal }: SpawnOptions) {
    this.pid = pid;
    this.#signal = signal;
    this.logFile = logFile;
    this.#name = name;
    this.#child = child;
    const log = createWriteStream(logFile, { flags: 'a' });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    this.exited = new Promise((resolve) => {
      child.once('close', (code, signal) => {
        log.end();
        resolve(
          `${name} has ended (${signal ?? `exit code ${code ?? 'unknown'}`}); its output is in ${logFile}`,
        );
      });
    });
    this.#logWritten = finished(log);
  }

  /** @throws ProcessError when there is no such command */
  static async spawn(options: SpawnOptions): Promise<SpawnedProcess> {
    const { name, command, args, cwd, env } = options;
    const child = spawn(command, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (cause) => {
        reject(new ProcessError(`${name} can't be started: ${cause.message}`, { cause }));
      });
    });
    if (child.pid === undefined) throw new ProcessError(`${name} was started without a process id`);
    return new SpawnedProcess(child, child.pid, options);
  }

  /**
   * The first line it prints that `accept` takes.
   * @throws ProcessError when it ends or `timeoutMs` passes before there is one
   */
  async line(accept: (line: string) => boolean, timeoutMs: number): Promise<string> {
    const { stdout } = this.#child;
    if (stdout === null) throw new ProcessError(`${this.#name} has no output to read`);
    let pending = '';
    let found: (line: string) => void = () => undefined;
    const line = new Promise<string>((resolve) => {
      found = resolve;
    });
    const onData = (chunk: Buffer): void => {
      const lines = (pending + chunk.toString('utf8')).split('\n');
      pending = lines.pop() ?? '';
      const match = lines.find(accept);
      if (match !== undefined) found(match);
    };
    stdout.on('data', onData);
    try {
      return await this.whileAlive(line, timeoutMs, 'say that it is ready');
    } finally {
      stdout.off('data', onData);
    }
  }

  /**
   * `work`'s result, unless the process ends, the time is up, or the signal aborts first.
   * @param todo what the process failed to do in time, for the message: `answer`
   */
  async whileAlive<T>(work: Promise<T>, timeoutMs: number, todo: string): Promise<T> {
    const settled = new AbortController();
    const signal =
      this.#signal === undefined ? settled.signal : AbortSignal.any([settled.signal, this.#signal]);
    const tooLate = `${this.#name} didn't ${todo} within ${timeoutMs / 1000} s; its output is in ${this.logFile}`;
    try {
      return await Promise.race([
        work,
        this.exited.then((sentence) => Promise.reject(new ProcessError(sentence))),
        delay(timeoutMs, undefined, { signal, ref: false }).then(
          () => Promise.reject(new ProcessError(tooLate)),
          (cause: unknown) =>
            Promise.reject(new ProcessError(`${this.#name} was stopped before it could ${todo}`, { cause })),
        ),
      ]);
    } finally {
      settled.abort();
    }
  }

  /** Whether any process of the group is left. */
  get isAlive(): boolean {
    try {
      process.kill(-this.pid, 0);
      return true;
    } catch {
      return false;
    }
  }

  /** Asks it to end (SIGTERM), waits for its whole group, and kills what is left after `graceMs`. */
  async stop(graceMs = 40_000): Promise<StopResult> {
    const deadline = Date.now() + graceMs;
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGTERM');
    while (this.isAlive && Date.now() < deadline) await delay(GROUP_POLL_MS);
    const forced = this.isAlive;
    if (forced) process.kill(-this.pid, 'SIGKILL');
    await this.exited;
    await this.#logWritten;
    return { forced };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
