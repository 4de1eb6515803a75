import { checks, failedTests, summary, table } from './suite';

const suite = { name: 'core test', passed: 12, failed: 1, skipped: 2, note: '' };

describe('the result of npm test', () => {
  it('counts a check for every project that has it', () => {
    const lint = checks(
      'lint',
      new Map([
        ['core', true],
        ['ivr', false],
        ['audio', true],
      ]),
    );
    expect(lint).toEqual({ name: 'lint', passed: 2, failed: 1, skipped: 0, note: 'ivr' });
  });

  it('sums tests and checks on its last line', () => {
    expect(summary([suite, { ...suite, passed: 3, failed: 0 }])).toBe('15 passed, 1 failed');
  });

  it('lines the numbers up under their headings', () => {
    expect(table([suite, { ...suite, name: 'a', passed: 7, skipped: 0, note: 'no test ran' }])).toBe(
      [
        'suite      passed  failed  skipped',
        'core test      12       1        2',
        'a               7       1           no test ran',
      ].join('\n'),
    );
  });

  it('tells what failed before the table, shortened', () => {
    const message = Array.from({ length: 30 }, (_, line) => `line ${line + 1}`).join('\n\n');
    const told = failedTests([suite, { ...suite, failures: [{ name: 'hears a key', message }] }]);
    expect(told.split('\n').slice(0, 2)).toEqual(['FAILED  core test: hears a key', '        line 1']);
    expect(told).toContain('line 12');
    expect(told).not.toContain('line 13');
    expect(failedTests([suite])).toBe('');
  });
});
