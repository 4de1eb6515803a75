import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { SpawnedProcess, type StopResult } from './spawned-process.ts';

const READY_MS = 180_000;
const READY_POLL_MS = 200;

/** Keeps n8n on this machine: no telemetry, no update check, no template gallery, no licence server. */
const QUIET_ENVIRONMENT = {
  // A test runner's `test` would start a different n8n.
  NODE_ENV: 'production',
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_HIRING_BANNER_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  EXTERNAL_FRONTEND_HOOKS_URLS: '',
  N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
  N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
  N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
  N8N_LICENSE_SERVER_URL: 'http://127.0.0.1:9',
  N8N_DISABLED_MODULES: 'mcp-registry',
  N8N_SECURE_COOKIE: 'false',
  N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
} as const;

export interface N8nOptions {
  /** Folder of the n8n installation (with `node_modules/n8n`). */
  readonly installation: string;
  /** n8n keeps everything in `<userFolder>/.n8n`. */
  readonly userFolder: string;
  readonly logFile: string;
  /** Aborting it gives the start up and ends what was started. */
  readonly signal?: AbortSignal | undefined;
  /** Port of editor and API when free; default any free one. */
  readonly port?: number;
  /** Must be the same for every start on one user folder. Default: a new one. */
  readonly encryptionKey?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A real n8n on the loopback interface, with the node packages of its user folder. */
export class N8nProcess implements AsyncDisposable {
  readonly url: string;
  readonly #process: SpawnedProcess;

  private constructor(spawned: SpawnedProcess, url: string) {
    this.#process = spawned;
    this.url = url;
  }

  /** Resolves when n8n answers that it is ready. @throws ProcessError when it doesn't become so */
  static async start(options: N8nOptions): Promise<N8nProcess> {
    const { installation, userFolder, logFile, signal } = options;
    const port = await freePort(options.port);
    const brokerPort = await freePort();
    const spawned = await SpawnedProcess.spawn({
      name: 'n8n',
      command: process.execPath,
      args: [join(installation, 'node_modules/n8n/bin/n8n'), 'start'],
      cwd: userFolder,
      env: {
        ...QUIET_ENVIRONMENT,
        N8N_USER_FOLDER: userFolder,
        N8N_HOST: '127.0.0.1',
        N8N_LISTEN_ADDRESS: '127.0.0.1',
        N8N_PORT: String(port),
        N8N_RUNNERS_BROKER_PORT: String(brokerPort),
        N8N_ENCRYPTION_KEY: options.encryptionKey ?? randomBytes(16).toString('hex'),
        ...options.env,
      },
      logFile,
      signal,
    });
    const url = `http://127.0.0.1:${port}`;
    const giveUp = new AbortController();
    try {
      await spawned.whileAlive(answersReady(url, giveUp.signal), READY_MS, 'become ready');
      return new N8nProcess(spawned, url);
    } catch (error) {
      await spawned.stop();
      throw error;
    } finally {
      giveUp.abort();
    }
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** Resolves with a sentence when the process has ended, for whatever reason. */
  get exited(): Promise<string> {
    return this.#process.exited;
  }

  /** Whether n8n or a process it started is left. */
  get isAlive(): boolean {
    return this.#process.isAlive;
  }

  /** Ends n8n and its task runners; n8n itself waits up to 30 s for running executions. */
  stop(): Promise<StopResult> {
    return this.#process.stop(40_000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

async function answersReady(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const { ok } = await fetch(`${url}/healthz/readiness`, { signal });
      if (ok) return;
    } catch {
      // Not listening yet: asked again until the deadline of the caller.
    }
    await delay(READY_POLL_MS);
  }
}
