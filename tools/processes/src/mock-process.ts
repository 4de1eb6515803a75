import { join } from 'node:path';
import * as z from 'zod';
import { freePort } from './free-port.ts';
import { MockControl } from './mock-control.ts';
import { SpawnedProcess, type StopResult } from './spawned-process.ts';

const READY_MS = 30_000;

const Ready = z.object({
  url: z.string(),
  controlUrl: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
});

export interface MockOptions {
  /** The clone, with built packages. */
  readonly root: string;
  readonly logFile: string;
  /** Aborting it gives the start up and ends what was started. */
  readonly signal?: AbortSignal | undefined;
  /** Ports of the PBX and of its control API, each used when it is free. Default: any free ones. */
  readonly preferredPorts?: readonly [pbx: number, control: number];
  /** More arguments of `3cx mock`. */
  readonly args?: readonly string[];
}

/** The mock 3CX as its users run it: `3cx mock`, a process of its own. */
export class MockProcess implements AsyncDisposable {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly control: MockControl;
  readonly #process: SpawnedProcess;

  private constructor(spawned: SpawnedProcess, ready: z.infer<typeof Ready>) {
    this.#process = spawned;
    this.url = ready.url;
    this.clientId = ready.clientId;
    this.clientSecret = ready.clientSecret;
    this.control = new MockControl(ready.controlUrl);
  }

  /** @throws ProcessError when it doesn't become ready */
  static async start({
    root,
    logFile,
    signal,
    preferredPorts,
    args = [],
  }: MockOptions): Promise<MockProcess> {
    const ports =
      preferredPorts === undefined
        ? []
        : [
            '--port',
            String(await freePort(preferredPorts[0])),
            '--control-port',
            String(await freePort(preferredPorts[1])),
          ];
    const spawned = await SpawnedProcess.spawn({
      name: 'The mock 3CX',
      command: process.execPath,
      args: [join(root, 'packages/cli/bin/3cx.cjs'), 'mock', '--json', ...ports, ...args],
      cwd: root,
      logFile,
      signal,
    });
    try {
      const line = await spawned.line((text) => text.startsWith('{'), READY_MS);
      return new MockProcess(spawned, Ready.parse(JSON.parse(line)));
    } catch (error) {
      await spawned.stop();
      throw error;
    }
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** Resolves with a sentence when the process has ended, for whatever reason. */
  get exited(): Promise<string> {
    return this.#process.exited;
  }

  get isAlive(): boolean {
    return this.#process.isAlive;
  }

  stop(): Promise<StopResult> {
    return this.#process.stop(10_000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
