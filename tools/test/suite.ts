/** One row of the result: a suite of tests, or checks of one kind. */
export interface Suite {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What the numbers don't say, e.g. which checks failed. */
  readonly note: string;
  /** Each test that failed, with what it said. */
  readonly failures?: readonly FailedTest[];
}

export interface FailedTest {
  readonly name: string;
  readonly message: string;
}

/** A suite of yes-or-no checks, one per name. */
export function checks(name: string, results: ReadonlyMap<string, boolean>): Suite {
  const failures = [...results].filter(([, passed]) => !passed).map(([check]) => check);
  return {
    name,
    passed: results.size - failures.length,
    failed: failures.length,
    skipped: 0,
    note: failures.join(', '),
  };
}

/** The table for people. */
export function table(suites: readonly Suite[]): string {
  const rows = suites.map(({ name, passed, failed, skipped, note }) => [
    name,
    String(passed),
    String(failed),
    skipped === 0 ? '' : String(skipped),
    note,
  ]);
  const all = [['suite', 'passed', 'failed', 'skipped', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Lines of a failure that are shown: enough for an expectation and what came instead. */
const shownLines = 12;

/** Every failed test by suite and name, with the beginning of what it said; empty if there is none. */
export function failedTests(suites: readonly Suite[]): string {
  return suites
    .flatMap(({ name: suite, failures = [] }) =>
      failures.map(({ name, message }) =>
        [
          `FAILED  ${suite}: ${name}`,
          ...message
            .split('\n')
            .filter((line) => line.trim() !== '')
            .slice(0, shownLines)
            .map((line) => `        ${line}`),
        ].join('\n'),
      ),
    )
    .join('\n\n');
}

/** The last line of `npm test`, for machines: `412 passed, 0 failed`. */
export function summary(suites: readonly Suite[]): string {
  const sum = (count: (suite: Suite) => number): number =>
    suites.reduce((total, suite) => total + count(suite), 0);
  return `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`;
}
