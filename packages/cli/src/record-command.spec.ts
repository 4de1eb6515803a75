import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMockPbx } from '@org/3cx-mock';
import { run } from './run';
import type { Terminal } from './terminal';
import { TestTerminal, ready } from './testing/test-terminal';

const command = (terminal: Terminal, ...args: string[]) => run(['node', '3cx', ...args], terminal);

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent: false }, (response) => {
        response.resume();
        response.once('end', () => {
          resolve(response.statusCode);
        });
      })
      .on('error', reject);
  });
}

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '3cx-record-'));
  out = join(folder, 'session.jsonl');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Records one request for a prompt and one for calls without a token. */
async function record(): Promise<void> {
  await using pbx = await createMockPbx();
  const terminal = new TestTerminal();
  const code = command(terminal, 'record', '--target', pbx.url, '--out', out, '--insecure', '--json');
  const url = ready(await terminal.firstLine).get('url') ?? '';
  expect(await statusOf(`${url}/prompts/welcome.wav`)).toBe(200);
  expect(await statusOf(`${url}/callcontrol`)).toBe(401);
  terminal.pressCtrlC();
  expect(await code).toBe(0);
}

test('3cx record writes what went by, and 3cx replay plays it', async () => {
  await record();
  const kinds = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => /"kind":"(\w+)"/.exec(line)?.[1]);
  expect(kinds).toEqual(['recording', 'request', 'response', 'request', 'response']);

  const terminal = new TestTerminal();
  const code = command(terminal, 'replay', out, '--json');
  const url = ready(await terminal.firstLine).get('url') ?? '';
  expect(await statusOf(`${url}/prompts/welcome.wav`)).toBe(200);
  expect(await statusOf(`${url}/callcontrol`)).toBe(401);
  terminal.pressCtrlC();
  expect(await code).toBe(0);
  expect(terminal.lines).toHaveLength(1);
});

test('both say in words where to point the client, and how it went', async () => {
  await record();
  const replaying = new TestTerminal();
  const replayed = command(replaying, 'replay', out);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await replaying.firstLine)?.[0] ?? '';
  expect(await statusOf(`${url}/unheard/of`)).toBe(501);

  const recording = new TestTerminal();
  const second = join(folder, 'second.jsonl');
  const recorded = command(recording, 'record', '--target', url, '--out', second);
  expect(await recording.firstLine).toMatch(/Point the client at {2}http:[^]*3cx replay /);
  recording.pressCtrlC();
  expect(await recorded).toBe(0);
  expect(recording.lines.at(-1)).toBe(`1 lines are in ${second}.`);

  replaying.pressCtrlC();
  expect(await replayed).toBe(0);
  expect(replaying.lines.at(-1)).toMatch(/Not in the recording: GET \/unheard\/of/);
});

test.each([
  [['record', '--out', 'x'], /--target/],
  [['record', '--target', 'ftp://pbx', '--out', 'x'], /origin of the PBX/],
  [['record', '--target', 'http://pbx', '--out', 'x', '--ca', '/no/such/file'], /can not be read/],
  [['replay'], /file/],
  [['replay', 'x', '--speed', '0'], /above 0/],
])('%j is refused with 1', async (args, message) => {
  const terminal = new TestTerminal();
  expect(await command(terminal, ...args)).toBe(1);
  expect(terminal.errors.join('\n')).toMatch(message);
});

test('what is wrong with a file is one clear sentence', async () => {
  writeFileSync(out, 'precious');
  for (const [args, sentence] of [
    [['record', '--target', 'http://127.0.0.1:9', '--out', out], 'is there already'],
    [['replay', join(folder, 'none')], 'is not there'],
    [['replay', out], 'Line 1 is not JSON'],
  ] as const) {
    const terminal = new TestTerminal();
    expect(await command(terminal, ...args)).toBe(1);
    expect(terminal.errors).toHaveLength(1);
    expect(terminal.errors[0]).toContain(sentence);
  }
  expect(readFileSync(out, 'utf8')).toBe('precious');
});
