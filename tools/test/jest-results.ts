import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Suite } from './suite.ts';

const JestResults = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

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
  const suite = { name, passed, failed, skipped, note: '' };
  if (failed > 0) {
    return numRuntimeErrorTestSuites === 0
      ? suite
      : { ...suite, note: `${numRuntimeErrorTestSuites} test files couldn't run` };
  }
  if (passed === 0) return { ...suite, failed: 1, note: 'no test ran' };
  if (!taskPassed) return { ...suite, failed: 1, note: 'jest failed although its tests passed' };
  return suite;
}

async function read(file: string): Promise<z.infer<typeof JestResults> | undefined> {
  try {
    return JestResults.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
