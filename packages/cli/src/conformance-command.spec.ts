import { createMockPbx } from '@org/3cx-mock';
import type { MockPbx } from '@org/3cx-mock';
import { Command } from 'commander';
import { conformanceCommand } from './conformance-command';
import type { Terminal } from './terminal';

let pbx: MockPbx;

beforeAll(async () => {
  pbx = await createMockPbx({ tls: false });
});
afterAll(() => pbx.dispose());

async function conformance(args: readonly string[], env: Record<string, string>) {
  const lines: string[] = [];
  const terminal: Terminal = {
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
    listenForInterrupt: () => ({ happened: Promise.resolve(), stop: () => undefined }),
  };
  const program = new Command().exitOverride().addCommand(conformanceCommand(terminal, env));
  const outcome = await program.parseAsync(['node', '3cx', 'conformance', ...args]).then(
    () => 'ended well',
    (error: unknown) => String(error),
  );
  return { lines, outcome };
}

describe('3cx conformance', () => {
  test('prints a line a fact and ends well when all of them hold', async () => {
    const { lines, outcome } = await conformance(['--target', pbx.url, '--client-id', '999'], {
      THREECX_CLIENT_SECRET: 'mock-secret',
    });
    expect(outcome).toBe('ended well');
    expect(lines[0]).toBe(
      'holds      2.1 D:CFG the token answer has token_type Bearer, expires_in, access_token and a null refresh_token',
    );
    expect(lines.at(-1)).toMatch(/^\n\d+ facts, 0 otherwise\.$/);
  });

  test('takes everything from the environment, and prints JSON when asked', async () => {
    const { lines, outcome } = await conformance(['--json'], {
      THREECX_URL: pbx.url,
      THREECX_CLIENT_ID: '999',
      THREECX_CLIENT_SECRET: 'mock-secret',
    });
    expect(outcome).toBe('ended well');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toContainEqual({
      fact: { section: '2.4', source: 'D:EP', says: 'a request without a token is 401' },
      finding: { kind: 'holds' },
    });
  });

  test('fails when the phone system is otherwise', async () => {
    await using minutes = await createMockPbx({ tls: false, tokenLifetimeMs: 600_000 });
    const { lines, outcome } = await conformance(['--target', minutes.url, '--client-id', '999'], {
      THREECX_CLIENT_SECRET: 'mock-secret',
    });
    expect(outcome).toMatch(/The phone system is otherwise in 2 of \d+ facts/);
    expect(lines).toContain(
      'OTHERWISE  2.1 E:XT expires_in says one hour, as 60 minutes or 3600 seconds\n           expires_in is 600.',
    );
  });

  test.each([
    [[], {}, 'Give --target'],
    [['--target', 'http://127.0.0.1:1'], {}, 'Give --client-id'],
    [['--target', 'http://127.0.0.1:1', '--client-id', '999'], {}, 'Set THREECX_CLIENT_SECRET'],
  ])('%j says what is missing', async (args, env, message) => {
    expect((await conformance(args, env)).outcome).toContain(message);
  });
});
