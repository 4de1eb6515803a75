import * as http from 'node:http';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import type { Terminal } from './terminal';
import { TestTerminal, ready } from './testing/test-terminal';

const mock = (terminal: Terminal, ...args: string[]) => run(['node', '3cx', 'mock', ...args], terminal);

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
      .on('error', reject);
  });
}

describe('3cx mock', () => {
  test('--json prints exactly one line when ready, and ends with 0 and free ports when interrupted', async () => {
    const terminal = new TestTerminal();
    const code = mock(terminal, '--json');
    const fields = ready(await terminal.firstLine);
    expect([...fields.keys()]).toEqual(['url', 'controlUrl', 'clientId', 'clientSecret', 'certificate']);
    expect([fields.get('clientId'), fields.get('clientSecret')]).toEqual(['999', 'mock-secret']);
    expect(fields.get('url')).toMatch(/^https:/);
    expect(fields.get('certificate')).toMatch(/^-----BEGIN CERTIFICATE-----/);
    const controlUrl = fields.get('controlUrl') ?? '';
    expect(await statusOf(`${controlUrl}/state`)).toBe(200);
    terminal.pressCtrlC();
    expect(await code).toBe(0);
    expect([terminal.lines.length, terminal.lines[0]?.includes('\n')]).toEqual([1, false]);
    await expect(statusOf(`${controlUrl}/state`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('--no-tls serves plain HTTP and gives no certificate', async () => {
    const terminal = new TestTerminal();
    const code = mock(terminal, '--json', '--no-tls');
    const fields = ready(await terminal.firstLine);
    expect(fields.has('certificate')).toBe(false);
    expect(await statusOf(`${fields.get('url') ?? ''}/prompts/welcome.wav`)).toBe(200);
    terminal.pressCtrlC();
    expect(await code).toBe(0);
  });

  test('--proxy-port puts a proxy in front', async () => {
    const terminal = new TestTerminal();
    const code = mock(terminal, '--json', '--no-tls', '--proxy-port', '0');
    const fields = ready(await terminal.firstLine);
    expect(fields.get('proxyUrl')).not.toBe(fields.get('url'));
    expect(await statusOf(`${fields.get('proxyUrl') ?? ''}/prompts/welcome.wav`)).toBe(200);
    terminal.pressCtrlC();
    expect(await code).toBe(0);
  });

  test("--xapi-spec serves a PBX's own description", async () => {
    const folder = mkdtempSync(join(tmpdir(), '3cx-'));
    const file = join(folder, 'pbx.yaml');
    writeFileSync(file, 'openapi: 3.0.4\npaths: {}\ncomponents: {}\n');
    const terminal = new TestTerminal();
    const code = mock(terminal, '--json', '--no-tls', '--xapi-spec', file);
    const url = ready(await terminal.firstLine).get('url') ?? '';
    // It is there, for who has a token.
    expect(await statusOf(`${url}/xapi/v1/swagger.yaml`)).toBe(401);
    terminal.pressCtrlC();
    expect(await code).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test('--tenants starts several, each with its own options and those of the command line', async () => {
    const folder = mkdtempSync(join(tmpdir(), '3cx-tenants-'));
    const file = join(folder, 'tenants.json');
    writeFileSync(file, '{"acme":{},"globex":{"clientSecret":"other","expiresIn":"seconds"}}');
    const terminal = new TestTerminal();
    const code = mock(terminal, '--tenants', file, '--json', '--no-tls', '--expires-in', 'minutes');
    const fields: unknown = JSON.parse(await terminal.firstLine);
    expect(fields).toMatchObject({
      tenants: [
        { name: 'acme', clientSecret: 'mock-secret' },
        { name: 'globex', clientSecret: 'other' },
      ],
    });
    const urls = [...(await terminal.firstLine).matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url);
    expect(urls).toHaveLength(3);
    const lifetimes = ['mock-secret', 'other'].map(async (secret, index) => {
      const body = new URLSearchParams({
        client_id: '999',
        client_secret: secret,
        grant_type: 'client_credentials',
      });
      return (await fetch(`${urls[index + 1] ?? ''}/connect/token`, { method: 'POST', body })).text();
    });
    expect(await Promise.all(lifetimes)).toEqual([
      expect.stringContaining('"expires_in":60,'),
      expect.stringContaining('"expires_in":3600,'),
    ]);
    terminal.pressCtrlC();
    expect(await code).toBe(0);
    rmSync(folder, { recursive: true });
  });

  test('--tenants says in words where each is; a file that is wrong is refused with what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), '3cx-tenants-'));
    const file = join(folder, 'tenants.json');
    writeFileSync(file, '{"acme":{},"globex":{}}');
    const terminal = new TestTerminal();
    const code = mock(terminal, '--tenants', file, '--no-tls');
    expect(await terminal.firstLine).toMatch(/2 tenants[^]*acme\.localhost[^]*\/tenants\/globex/);
    terminal.pressCtrlC();
    expect(await code).toBe(0);

    for (const [content, message] of [
      ['{"acme":{"secret":1}}', 'no option secret'],
      ['{}', 'name at least one'],
    ] as const) {
      writeFileSync(file, content);
      const refused = new TestTerminal();
      expect(await mock(refused, '--tenants', file)).toBe(1);
      expect(refused.errors.join('\n')).toContain(message);
    }
    rmSync(folder, { recursive: true });
  });

  test('otherwise says in words what is running, with something to try', async () => {
    const terminal = new TestTerminal();
    const code = mock(terminal, '--no-tls');
    const text = await terminal.firstLine;
    expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    expect(text).toMatch(/curl -X POST http:\/\/127\.0\.0\.1:\d+\/calls/);
    terminal.pressCtrlC();
    expect(await code).toBe(0);
  });

  test('SIGTERM ends it like Ctrl-C', async () => {
    const written = jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const before = process.listenerCount('SIGTERM');
    const started = new Promise<void>((resolve) => {
      written.mockImplementation(() => {
        resolve();
        return true;
      });
    });
    const code = run(['node', '3cx', 'mock', '--json', '--no-tls']);
    await started;
    process.emit('SIGTERM');
    expect(await code).toBe(0);
    expect(process.listenerCount('SIGTERM')).toBe(before);
    written.mockRestore();
  });

  test('a port in use is one clear sentence and 1', async () => {
    const first = new TestTerminal();
    const code = mock(first, '--json', '--no-tls');
    const { port } = new URL(ready(await first.firstLine).get('url') ?? '');
    const second = new TestTerminal();
    expect(await mock(second, '--port', port)).toBe(1);
    expect(second.errors).toEqual([`Port ${port} is in use: choose another, or 0 for any free one.`]);
    expect(second.lines).toEqual([]);
    first.pressCtrlC();
    await code;
  });

  test.each([
    ['--port', 'abc'],
    ['--port', '70000'],
    ['--first-status', 'Talking'],
    ['--expires-in', 'hours'],
    ['--xapi-spec', '/nowhere/pbx.yaml'],
    ['--unheard', 'of'],
  ])('%s %s is refused with 1', async (flag, value) => {
    const terminal = new TestTerminal();
    expect(await mock(terminal, flag, value)).toBe(1);
    expect(terminal.errors.join('\n')).toContain(flag);
  });

  test('--help tells the options and is no error', async () => {
    const terminal = new TestTerminal();
    expect(await mock(terminal, '--help')).toBe(0);
    expect(terminal.lines.join('\n')).toContain('--discard-first-ms');
  });
});

test('the executable says what to do when it has not been built', () => {
  const folder = mkdtempSync(join(tmpdir(), '3cx-'));
  cpSync(join(__dirname, '..', 'bin'), join(folder, 'bin'), { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin', '3cx.cjs')], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect(status).toBe(1);
  expect(stderr.trim()).toMatch(/^3cx is not built yet: .+\.$/);
});
