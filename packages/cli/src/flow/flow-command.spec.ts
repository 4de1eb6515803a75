import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockPbx } from '@org/3cx-mock';
import * as z from 'zod';
import { run } from '../run';
import { TestTerminal } from '../testing/test-terminal';

const sound = {
  version: 1,
  name: 'router',
  start: 'ask',
  steps: {
    ask: { do: 'menu', prompt: '/prompts/ask.wav', choices: { '1': 'sales' }, failed: 'bye' },
    sales: { do: 'transfer', kind: 'extension', to: '101', failed: 'bye' },
    bye: { do: 'hangUp' },
  },
};
const lost = { ...sound, start: 'nowhere' };
const odd = { ...sound, steps: { ...sound.steps, alone: { do: 'hangUp' } } };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flow-command-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(content: unknown): Promise<string> {
  const file = join(folder, 'flow.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function flow(...args: string[]) {
  const terminal = new TestTerminal();
  const code = await run(['node', '3cx', 'flow', ...args], terminal);
  return { code, lines: terminal.lines, errors: terminal.errors.join('\n') };
}

describe('3cx flow lint', () => {
  test('says that nothing is wrong, with 0', async () => {
    const file = await fileOf(sound);
    expect(await flow('lint', file)).toEqual({
      code: 0,
      lines: [`${file}: nothing found wrong with it.`],
      errors: '',
    });
  });

  test('names each step and how to mend it, with 1', async () => {
    const { code, lines, errors } = await flow('lint', await fileOf(lost));
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      /^error {3}the flow: start, onError or onHangUp names "nowhere".*\(unknown-target\)$/,
    );
    expect(errors).toMatch(/1 to mend before it can be run\.$/);
  });

  test('ends with 0 for warnings, unless --strict', async () => {
    const file = await fileOf(odd);
    expect(await flow('lint', file)).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(/^warning step alone: .*\(unreachable\)$/)],
    });
    expect((await flow('lint', '--strict', file)).code).toBe(1);
  });

  test('--json prints the findings', async () => {
    const { lines } = await flow('lint', '--json', await fileOf(odd));
    expect(JSON.parse(lines.join())).toMatchObject([
      { severity: 'warning', code: 'unreachable', step: 'alone' },
    ]);
  });

  test('--prompts looks for prompts in a folder', async () => {
    const file = await fileOf(sound);
    const missing = await flow('lint', '--prompts', folder, file);
    expect([missing.code, missing.lines.join()]).toEqual([1, expect.stringContaining('(missing-prompt)')]);
    await mkdir(join(folder, 'prompts'));
    await writeFile(join(folder, 'prompts/ask.wav'), '');
    expect((await flow('lint', '--prompts', folder, file)).code).toBe(0);
  });

  test('or on a server', async () => {
    await using mock = await createMockPbx({ tls: false, files: { '/prompts/ask.wav': new Uint8Array(44) } });
    expect((await flow('lint', '--prompts', mock.url, await fileOf(sound))).code).toBe(0);
    const other = {
      ...sound,
      steps: { ...sound.steps, ask: { ...sound.steps.ask, prompt: '/prompts/no.wav' } },
    };
    expect((await flow('lint', '--prompts', mock.url, await fileOf(other))).code).toBe(1);
  });

  test.each([
    ['no such file', undefined, 'there is no such file'],
    ['no JSON', '{"version": 1,', 'is no JSON'],
    ['no flow', { ...sound, steps: { ask: { do: 'dance' } } }, 'steps.ask'],
  ])('%s is one clear sentence and 1', async (_, content, problem) => {
    const file = content === undefined ? join(folder, 'none.json') : await fileOf(content);
    const { code, lines, errors } = await flow('lint', file);
    expect([code, lines]).toEqual([1, []]);
    expect(errors).toContain(file);
    expect(errors).toContain(problem);
    expect(errors).not.toContain('\n');
  });
});

describe('3cx flow draw', () => {
  test('prints a Mermaid flowchart', async () => {
    const { code, lines } = await flow('draw', await fileOf(sound));
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/^flowchart TD\n/);
    expect(await flow('draw', '--mermaid', await fileOf(sound))).toMatchObject({ lines });
  });

  test('writes an SVG', async () => {
    const out = join(folder, 'flow.svg');
    expect(await flow('draw', '--svg', '--out', out, await fileOf(sound))).toEqual({
      code: 0,
      lines: [],
      errors: '',
    });
    expect(await readFile(out, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
  });

  test('refuses both at once, and a place it can not write to', async () => {
    const file = await fileOf(sound);
    expect(await flow('draw', '--svg', '--mermaid', file)).toMatchObject({ code: 1 });
    const { code, errors } = await flow('draw', '--out', join(folder, 'not/there.svg'), file);
    expect([code, errors]).toEqual([1, expect.stringContaining('can not be written')]);
  });
});

const placed = z.object({ id: z.number() });

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

describe('3cx flow run', () => {
  const someEnvironment = { ...process.env };

  beforeEach(() => {
    const others = Object.entries(process.env).filter(([name]) => !name.startsWith('THREECX_'));
    process.env = Object.fromEntries(others);
  });

  afterEach(() => {
    process.env = { ...someEnvironment };
  });

  test('--mock leads calls through the flow until Ctrl-C, and tells how each ended', async () => {
    const terminal = new TestTerminal();
    const code = run(['node', '3cx', 'flow', 'run', '--mock', await fileOf(sound)], terminal);
    const text = await terminal.lineLike(/go through the flow router/);
    expect(terminal.errors).toEqual(['A beep stands in for what the mock does not have: /prompts/ask.wav']);
    const control = /(http:\/\/127\.0\.0\.1:\d+)\/calls /.exec(text)?.[1] ?? '';
    const { id } = placed.parse(await post(`${control}/calls`, { from: '+15550100', to: '999' }));
    await post(`${control}/calls/${String(id)}/dtmf`, { digits: '1' });
    const line = await terminal.lineLike(/transferred/);
    expect(line).toMatch(/^call-\d+-\d+: transferred at sales \(ask, sales\)$/);
    expect(terminal.lines.slice(1).join()).not.toContain('15550100');
    terminal.pressCtrlC();
    expect(await code).toBe(0);
    await expect(post(`${control}/calls`, {})).rejects.toThrow();
  }, 30_000);

  test('takes the PBX from the environment', async () => {
    await using mock = await createMockPbx({ tls: false });
    process.env.THREECX_URL = mock.url;
    process.env.THREECX_CLIENT_ID = mock.clientId;
    process.env.THREECX_CLIENT_SECRET = mock.clientSecret;
    const terminal = new TestTerminal();
    const code = run(['node', '3cx', 'flow', 'run', await fileOf(sound)], terminal);
    expect(await terminal.firstLine).toContain(`Calls to 999 on ${mock.url}`);
    terminal.pressCtrlC();
    expect(await code).toBe(0);
    expect(terminal.lines.join() + terminal.errors.join()).not.toContain(mock.clientSecret);
  }, 30_000);

  test('says what is missing', async () => {
    const { code, errors } = await flow('run', '--client-id', '999', await fileOf(sound));
    expect(code).toBe(1);
    expect(errors).toMatch(/^--url, --client-secret missing: give them, or THREECX_URL/);
  });

  test('does not run a flow that can not work', async () => {
    const { code, errors } = await flow('run', '--mock', await fileOf(lost));
    expect([code, errors]).toEqual([1, expect.stringContaining('1 to mend')]);
  });

  test.each([
    [[], '--recordings'],
    [['--callback-queue', '800'], '--callback-offer belong together'],
  ])(
    'says which option a step needs: %j',
    async (args, option) => {
      const recording = {
        ...sound,
        steps: {
          ...sound.steps,
          bye: { do: 'record', saveAs: 'm', next: 'end', failed: 'end' },
          end: { do: 'hangUp' },
        },
      };
      const { code, errors } = await flow('run', '--mock', ...args, await fileOf(recording));
      expect(code).toBe(1);
      expect(errors).toContain(option);
    },
    30_000,
  );
});
