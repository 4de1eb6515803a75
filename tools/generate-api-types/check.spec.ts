import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const apiClient = resolve(__dirname, '../../packages/api-client');

describe('the check of the generated files', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generated-'));
    await cp(join(apiClient, 'openapi'), join(folder, 'openapi'), { recursive: true });
    await cp(join(apiClient, 'src/generated'), join(folder, 'src/generated'), { recursive: true });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  /** Runs the command as `npm run check-generated` does. */
  function check() {
    const { status, stderr } = spawnSync(process.execPath, [join(__dirname, 'check.ts')], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, sentences: stderr.split('\n').filter((line) => line !== '') };
  }

  async function edit(file: string, from: string, to: string) {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  }

  it('finds nothing in what is committed', () => {
    expect(check()).toEqual({ status: 0, sentences: [] });
  });

  it('finds one character changed in the description of the Configuration API', async () => {
    await edit('openapi/xapi.yaml', 'CallsActive', 'CallsActivf');
    expect(check()).toEqual({
      status: 1,
      sentences: [
        'src/generated/xapi.ts is not what openapi/xapi.yaml says: run npm run generate, and commit both.',
      ],
    });
  });

  it('finds one character changed in the words of the description of the Call Control API', async () => {
    await edit('openapi/call-control.yaml', 'Participant id', 'Participant ib');
    expect(check()).toEqual({
      status: 1,
      sentences: [
        'src/generated/call-control.ts is not what openapi/call-control.yaml says: run npm run generate, and commit both.',
      ],
    });
  });

  it('finds a parameter that changed its kind', async () => {
    await edit(
      'openapi/xapi.yaml',
      'schema: { type: string, format: date-time }',
      'schema: { type: string, format: date-timf }',
    );
    expect(check().sentences).toContainEqual(
      expect.stringContaining('src/generated/xapi-parameter-kinds.ts is not'),
    );
  });

  it('finds a hand in the generated file, and a file that is missing', async () => {
    await edit('src/generated/xapi.ts', 'CallsActive', 'CallsPassive');
    await rm(join(folder, 'src/generated/call-control.ts'));
    expect(check()).toEqual({
      status: 1,
      sentences: [
        'src/generated/call-control.ts is missing: run npm run generate.',
        'src/generated/xapi.ts is not what openapi/xapi.yaml says: run npm run generate, and commit both.',
      ],
    });
  });
});
