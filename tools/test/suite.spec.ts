import { checks, summary, table } from './suite';

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
});
