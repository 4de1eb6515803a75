import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const OURS = resolve(__dirname, '../../packages/api-client/openapi/xapi.yaml');

/** Runs the command as npm does: in the workspace, the user's folder in INIT_CWD. */
async function verifySpec(args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(__dirname, 'verify-spec.ts'), ...args], {
    env: { ...process.env, ...environment },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number];
  return { status, lines: output.stdout.split('\n').filter((line) => line !== ''), stderr: output.stderr };
}

describe('npm run verify-spec', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verify-spec-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('finds no difference between our description and itself', async () => {
    await expect(verifySpec([OURS])).resolves.toMatchObject({
      status: 0,
      lines: [
        '0 differences in the 200 operations that we describe.',
        'Not described by us: 0 official operations, 0 official properties (--list names them).',
      ],
    });
  });

  it('prints a line for each difference, exits with 1, and names what we leave out with --list', async () => {
    const official = (await readFile(OURS, 'utf8'))
      .replace('QueueStatusType:', 'QueueStatusType: { type: string, enum: [LoggedIn] }\n    Unused:')
      .replace('paths:\n', 'paths:\n  /Lamps: { get: { responses: {} } }\n');
    await writeFile(join(folder, 'official.yaml'), official);
    await expect(verifySpec(['official.yaml', '--list'], { INIT_CWD: folder })).resolves.toMatchObject({
      status: 1,
      lines: [
        'QueueStatusType: the value LoggedOut is unknown officially',
        '1 difference in the 200 operations that we describe.',
        'Not described by us: 1 official operation, 0 official properties.',
        '  GET /Lamps',
      ],
    });
  });

  it('asks a PBX with the token of the environment', async () => {
    const text = await readFile(OURS, 'utf8');
    const server = createServer((request, response) => {
      response.statusCode = request.headers.authorization === 'Bearer abc' ? 200 : 401;
      response.end(response.statusCode === 200 ? text : '');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    const url = `http://127.0.0.1:${String(address.port)}/xapi/v1/swagger.yaml`;
    try {
      await expect(verifySpec([url], { XAPI_TOKEN: 'abc' })).resolves.toMatchObject({ status: 0 });
      await expect(verifySpec([url])).resolves.toMatchObject({
        status: 2,
        stderr: `${url} wants a token: set XAPI_TOKEN to a bearer token of the PBX.\n`,
      });
    } finally {
      server.close();
      await once(server, 'close');
    }
  });

  it.each([
    [[], 'Usage: npm run verify-spec'],
    [['nowhere.yaml'], "nowhere.yaml can't be read."],
    [['--lost'], "Unknown option '--lost'"],
  ])('exits with 2 on %j and says why', async (args, message) => {
    const { status, stderr } = await verifySpec(args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
