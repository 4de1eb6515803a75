import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestSuite } from './jest-results';

describe('a suite read from the file jest wrote', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jest-results-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const written = (counts: object): string => {
    const file = join(folder, 'test.json');
    const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0 };
    writeFileSync(file, JSON.stringify({ ...none, ...counts }));
    return file;
  };

  it('has the numbers of its tests', async () => {
    const file = written({ numPassedTests: 5, numPendingTests: 1 });
    expect(await jestSuite('core test', file, true)).toMatchObject({ passed: 5, failed: 0, skipped: 1 });
  });

  it.each([
    ['a failed test', { numPassedTests: 5, numFailedTests: 2 }, false, 2],
    ["a test file that couldn't run", { numPassedTests: 5, numRuntimeErrorTestSuites: 1 }, false, 1],
    ['a run without any test', {}, true, 1],
    ['a run that failed although its tests passed', { numPassedTests: 5 }, false, 1],
  ])('counts %s as failed', async (_case, counts, taskPassed, failed) => {
    expect(await jestSuite('core test', written(counts), taskPassed)).toMatchObject({ failed });
  });

  it('fails when there is no file, or one that is cut off', async () => {
    expect(await jestSuite('core test', join(folder, 'absent.json'), true)).toMatchObject({
      passed: 0,
      failed: 1,
    });
    const file = join(folder, 'cut.json');
    writeFileSync(file, '{"numPassedTests": 5');
    expect(await jestSuite('core test', file, true)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('names what failed, with what it said in plain text', async () => {
    const file = written({
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        {
          name: '/clone/src/a.spec.ts',
          status: 'failed',
          message: 'all of it',
          assertionResults: [
            { fullName: 'a works', status: 'passed', failureMessages: [] },
            { fullName: 'a hears', status: 'failed', failureMessages: ['\u001b[31mexpected 1\u001b[39m'] },
          ],
        },
        {
          name: '/clone/src/b.spec.ts',
          status: 'failed',
          message: "can't find a module",
          assertionResults: [],
        },
      ],
    });
    expect((await jestSuite('core test', file, false)).failures).toEqual([
      { name: 'a hears', message: 'expected 1' },
      { name: 'b.spec.ts', message: "can't find a module" },
    ]);
  });
});
