import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MODULE = pathToFileURL(join(__dirname, 'lock.mjs')).href;

describe('withLock, between real processes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const path = (name: string): string => join(folder, name);

  /** A process that takes the lock and does this while it has it. */
  const holder = (work: string): ChildProcess =>
    spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { appendFileSync } from 'node:fs';
         import { withLock } from ${JSON.stringify(MODULE)};
         const log = (text) => appendFileSync(${JSON.stringify(path('log'))}, text + '\\n');
         const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
         await withLock(${JSON.stringify(path('lock'))}, async () => { ${work} }, () => console.log('waiting'));`,
      ],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
  const ended = (child: ChildProcess): Promise<number | null> =>
    new Promise((resolve) => child.once('close', resolve));
  const printed = (child: ChildProcess): Promise<string> =>
    new Promise((resolve) =>
      child.stdout?.once('data', (data: Buffer) => {
        resolve(data.toString().trim());
      }),
    );
  const log = (): readonly string[] => readFileSync(path('log'), 'utf8').trim().split('\n');

  it('lets one work at a time, and all in the end', async () => {
    const children = ['a', 'b', 'c', 'd'].map((name) =>
      holder(`log('begin ${name}'); await pause(20); log('end ${name}');`),
    );
    expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0, 0]);
    const lines = log();
    expect(lines).toHaveLength(8);
    lines.forEach((line, index) => {
      if (index % 2 === 0) expect(lines[index + 1]).toBe(line.replace('begin', 'end'));
    });
    expect(existsSync(path('lock'))).toBe(false);
  }, 30_000);

  it('is taken over by exactly one when its owner was killed', async () => {
    const owner = holder(`console.log('has it'); await pause(60_000);`);
    expect(await printed(owner)).toBe('has it');
    const heirs = ['a', 'b', 'c'].map((name) =>
      holder(`log('begin ${name}'); await pause(20); log('end ${name}');`),
    );
    await Promise.all(heirs.map(printed));
    owner.kill('SIGKILL');
    expect(await Promise.all(heirs.map(ended))).toEqual([0, 0, 0]);
    log().forEach((line, index, lines) => {
      if (index % 2 === 0) expect(lines[index + 1]).toBe(line.replace('begin', 'end'));
    });
    expect(log()).toHaveLength(6);
  }, 30_000);

  it('is free again after work that fails', async () => {
    const failing = holder(`throw new Error('no network');`);
    expect(await ended(failing)).toBe(1);
    expect(await ended(holder(`log('begin');`))).toBe(0);
    expect(log()).toEqual(['begin']);
  }, 30_000);
});
