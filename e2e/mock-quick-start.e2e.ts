import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packNodePackage } from '@org/processes';

const run = promisify(execFile);
const packages = join(__dirname, '..', 'packages');

/** An asymmetric matcher without the type `any`. */
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** The first JavaScript example in the README of the mock. */
function quickStart(): string {
  const readme = readFileSync(join(packages, 'mock', 'README.md'), 'utf8');
  const code = /```js\n(.*?)```/s.exec(readme)?.[1];
  if (code === undefined) throw new Error('The README has no example.');
  return code;
}

describe("the mock's quick start, from npm install on", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), '3cx-quick-start-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('installs as it would be published, and its test passes, and fails when the call goes elsewhere', async () => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'quick-start', private: true }));
    const tarballs: string[] = [];
    for (const name of ['audio', 'api-client', 'core', 'mock']) {
      tarballs.push(await packNodePackage(join(packages, name), folder));
    }
    const install = [
      'install',
      '--save-dev',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--loglevel=error',
    ];
    await run('npm', [...install, ...tarballs], { cwd: folder });

    writeFileSync(join(folder, 'call.test.mjs'), quickStart());
    const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap'], { cwd: folder });
    expect(stdout).toMatch(/^ok 1 - a caller reaches sales$/m);

    writeFileSync(join(folder, 'call.test.mjs'), quickStart().replace("to: '101'", "to: '102'"));
    const failing = run(process.execPath, ['--test', '--test-reporter=tap'], { cwd: folder });
    await expect(failing).rejects.toMatchObject({
      stdout: matching(/Expected {2}to be connected to 101 within 10 s/),
    });
  }, 240_000);
});
