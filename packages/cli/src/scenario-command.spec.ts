import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockPbx } from '@org/3cx-mock';
import { run } from './run';
import type { Terminal } from './terminal';

// Room for a busy machine.
jest.setTimeout(30_000);

let folder: string;
let lines: string[];
let errors: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '3cx-scenario-'));
  lines = [];
  errors = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const terminal: Terminal = {
  out: (line) => lines.push(line),
  err: (line) => errors.push(line),
  listenForInterrupt: () => ({ happened: new Promise(() => undefined), stop: () => undefined }),
};

function file(text: string): string {
  const path = join(folder, 'calls.yaml');
  writeFileSync(path, text);
  return path;
}

const scenarioRun = (...args: readonly string[]) =>
  run(['node', '3cx', 'scenario', 'run', ...args], terminal);

const reaches101 = `
scenario: A colleague answers
actors:
  - phone: '101'
    does: [{ answers: 100ms }]
  - caller: '+15550100'
    as: Anna
    does: [{ dials: '101' }, { isConnectedTo: '101' }, hangsUp, { ends: caller }]
`;

describe('3cx scenario run', () => {
  test('shows each step as it is taken and ends with 0', async () => {
    expect(await scenarioRun(file(reaches101))).toBe(0);
    expect(lines[0]).toBe('A colleague answers (calls.yaml)');
    expect(lines).toContain('    0.000  Anna  dials 101');
    expect(lines).toContain('    0.100  Anna  hangs up');
    expect(lines.at(-1)).toBe('All went as it should: 1 call in 0.1 s.');
    expect(errors).toEqual([]);
  });

  test('runs on a mock that is already there', async () => {
    await using pbx = await createMockPbx({ tls: false });
    expect(await scenarioRun(file(reaches101), '--control-url', pbx.controlUrl)).toBe(0);
    const calls: unknown = await (await fetch(`${pbx.controlUrl}/calls`)).json();
    expect(calls).toMatchObject([{ from: '+15550100', to: '101', state: 'ended', endedBy: 'caller' }]);
  });

  test('ends with 1 and a timeline when it does not go as it should', async () => {
    const path = file(reaches101.replace('isConnectedTo: ', 'isConnectedTo: 10').replace("10'101'", "'103'"));
    expect(await scenarioRun(path)).toBe(1);
    expect(errors.join('\n')).toMatch(
      /^Scenario "A colleague answers" failed: Anna, step 2 \(is connected to 103\)\./,
    );
    expect(errors.join('\n')).toMatch(/PBX +call 1 \(Anna\) is connected to 101\n/);
  });

  test('finds recordings beside the file', async () => {
    const path = file(
      "scenario: s\nactors:\n  - caller: '+15550100'\n    does: [{ dials: '999' }, { speaks: hello.wav }]\n",
    );
    expect(await scenarioRun(path)).toBe(1);
    expect(errors.join('\n')).toContain(`nor is there ${join(folder, 'hello.wav')}`);
  });

  test('a file with a mistake is refused with file and line, a missing one by name', async () => {
    const path = file(reaches101.replace('dials', 'dails'));
    expect(await scenarioRun(path)).toBe(1);
    expect(errors).toEqual([
      expect.stringMatching(/calls\.yaml:8: A caller has no step "dails"; did you mean "dials"\?/),
    ]);
    errors.length = 0;
    expect(await scenarioRun(join(folder, 'none.yaml'))).toBe(1);
    expect(errors[0]).toMatch(/^There is no scenario file .*none\.yaml: give the path/);
  });

  test('without a file says what is missing', async () => {
    expect(await scenarioRun()).toBe(1);
    expect(errors.join('\n')).toContain("missing required argument 'file'");
  });

  test('a mock that does not answer is one clear sentence', async () => {
    const gone = await createMockPbx({ tls: false });
    await gone.dispose();
    expect(await scenarioRun(file(reaches101), '--control-url', gone.controlUrl)).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/^No control API answers at http:.*: start a mock/)]);
  });
});
