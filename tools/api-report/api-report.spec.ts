import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Within the workspace, so that Node's own types are found. */
const results = join(__dirname, 'test-results');
let folder: string;

beforeEach(async () => {
  await mkdir(results, { recursive: true });
  folder = await mkdtemp(join(results, 'package-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'package.json'), '{"name":"@org/example","version":"1.0.0"}');
});
afterEach(() => rm(folder, { recursive: true }));

const exporting = (text: string) => writeFile(join(folder, 'dist/index.d.mts'), text);
const run = (script: 'check.ts' | 'update.ts') => {
  const { status, stderr } = spawnSync(process.execPath, [join(__dirname, script)], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stderr };
};
const report = () => readFile(join(folder, 'api/example.api.md'), 'utf8');

const ONE = 'export declare function one(times: number): void;\n';

describe('the report of what a package exports', () => {
  it('is written, and then holds for as long as nothing changes', async () => {
    await exporting(ONE);
    expect(run('update.ts').status).toBe(0);
    expect(await report()).toContain('export function one(times: number): void;');
    expect(run('check.ts')).toMatchObject({ status: 0 });
  }, 60_000);

  it.each([
    ['something is added', `${ONE}export declare const two: 2;\n`],
    ['something changes its type', ONE.replace('number', 'string')],
    ['something goes', 'export {};\n'],
  ])(
    'no longer holds when %s, which says what to do',
    async (_what, changed) => {
      await exporting(ONE);
      run('update.ts');
      const before = await report();
      await exporting(changed);
      expect(run('check.ts')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('npm run update-api') as string,
      });
      expect(await report()).toBe(before);
    },
    60_000,
  );

  it('is missing at first', async () => {
    await exporting(ONE);
    expect(run('check.ts').status).toBe(1);
  }, 60_000);
});
