import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod';
import type { FailedTest, Suite } from './suite.ts';

const JestResults = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
  testResults: z
    .array(
      z.object({
        name: z.string(),
        status: z.string(),
        message: z.string().default(''),
        assertionResults: z.array(
          z.object({
            fullName: z.string(),
            status: z.string(),
            failureMessages: z.array(z.string()).nullish(),
          }),
        ),
      }),
    )
    .default([]),
});
type JestResults = z.infer<typeof JestResults>;

/**
 * A suite from the file that jest wrote. Nothing passes by silence: no file, no
 * test in it, a test file that couldn't run, or a run that failed although its
 * tests passed, is one failure each.
 *
 * @param taskPassed whether the command that ran jest succeeded
 */
export async function jestSuite(name: string, file: string, taskPassed: boolean): Promise<Suite> {
  const results = await read(file);
  if (results === undefined) return { name, passed: 0, failed: 1, skipped: 0, note: 'wrote no results' };
  const {
    numPassedTests: passed,
    numPendingTests: skipped,
    numFailedTests,
    numRuntimeErrorTestSuites,
  } = results;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const suite = { name, passed, failed, skipped, note: '', failures: failuresIn(results) };
  if (failed > 0) {
    return numRuntimeErrorTestSuites === 0
      ? suite
      : { ...suite, note: `${numRuntimeErrorTestSuites} test files couldn't run` };
  }
  if (passed === 0) return { ...suite, failed: 1, note: 'no test ran' };
  if (!taskPassed) return { ...suite, failed: 1, note: 'jest failed although its tests passed' };
  return suite;
}

function failuresIn({ testResults }: JestResults): readonly FailedTest[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') {
      return [{ name: basename(name), message: stripVTControlCharacters(message) }];
    }
    return failed.map((test) => ({
      name: test.fullName,
      message: stripVTControlCharacters((test.failureMessages ?? []).join('\n')),
    }));
  });
}

async function read(file: string): Promise<JestResults | undefined> {
  try {
    return JestResults.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
