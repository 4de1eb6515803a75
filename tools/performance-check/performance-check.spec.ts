import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoredRatios } from './stored-ratios';

const folder = mkdtempSync(join(tmpdir(), 'performance-'));
const ratios = join(folder, 'ratios.json');
const results = join(folder, 'results.json');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The command, on a stored ratio of 2 with a margin of a quarter, when this was measured. */
function check(ratio: number, ...more: string[]) {
  writeFileSync(ratios, JSON.stringify({ margin: 0.25, cases: { cpu: { ratio: 2 } } }));
  const one = { package: 'p', name: 'cpu', value: 1, unit: 'µs', reference: 1, ratio, goal: '', holds: true };
  const machine = { node: 'v24', cpu: 'any', cores: 2 };
  writeFileSync(results, JSON.stringify({ machine, cases: [one] }));
  return spawnSync(
    process.execPath,
    [join(__dirname, 'performance-check.ts'), '--from', results, '--ratios', ratios, ...more],
    { encoding: 'utf8' },
  );
}

describe('npm run performance-check', () => {
  it('exits with 0 while all is as before, within the margin', () => {
    expect(check(2.4)).toMatchObject({ status: 0, stdout: expect.stringContaining('ok') as string });
  }, 60_000);

  it('exits with 1 when a ratio is worse, and says which', () => {
    const { status, stdout } = check(2.6);
    expect(status).toBe(1);
    expect(stdout).toMatch(/WORSE {2}cpu: 2\.60 \(stored 2\.00, up to 2\.50 would do\)/);
  }, 60_000);

  it('stores what was measured when told to', () => {
    expect(check(2.6, '--update').status).toBe(0);
    expect(JSON.parse(readFileSync(ratios, 'utf8'))).toMatchObject({ cases: { cpu: { ratio: 2.6 } } });
  }, 60_000);

  it('has stored ratios that can be read', () => {
    const text = readFileSync(join(__dirname, '../../performance/ratios.json'), 'utf8');
    expect(Object.keys(StoredRatios.parse(JSON.parse(text)).cases).length).toBeGreaterThan(5);
  });
});
