import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryCallStore, type CallStore, type SavedFlow } from './call-store';
import { createFileCallStore } from './file-call-store';

const saved: SavedFlow = {
  callId: 'call-7-3',
  flow: 'orders',
  position: {
    stack: [{ step: 'a' }, { subflow: 'inner', step: 'b' }],
    values: { number: '1234', again: true, times: 2 },
    secrets: { pin: 'ask' },
    language: 'de',
    passed: { 'inner/limit': 1 },
    taken: 9,
    handling: 'nothing',
  },
  pending: 'ask',
  key: 'call-7-3:10',
};

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'calls-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe.each<[string, () => CallStore]>([
  ['in memory', createMemoryCallStore],
  ['in files', () => createFileCallStore(join(directory, 'not/there/yet'))],
])('a call store %s', (_, create) => {
  it('gives back what was saved last, until it is removed', async () => {
    const store = create();
    expect(await store.list()).toEqual([]);
    await store.save(saved);
    const later: SavedFlow = { ...saved, pending: 'http', key: 'call-7-3:11' };
    await store.save(later);
    await store.save({ ...saved, callId: 'call-8-4' });
    expect(await store.list()).toEqual([later, { ...saved, callId: 'call-8-4' }]);
    await store.remove('call-7-3');
    await store.remove('call-7-3');
    expect(await store.list()).toMatchObject([{ callId: 'call-8-4' }]);
  });
});

describe('a call store in files', () => {
  it('is there for the next process, and for nobody else to read', async () => {
    await createFileCallStore(directory).save(saved);
    expect(await createFileCallStore(directory).list()).toEqual([saved]);
    const [file = ''] = await readdir(directory);
    expect((await stat(join(directory, file))).mode & 0o077).toBe(0);
  });

  it('passes over a file that was being written when the process ended', async () => {
    const store = createFileCallStore(directory);
    await store.save(saved);
    await writeFile(join(directory, 'call-9-9.json.new'), '{"callId":');
    expect(await store.list()).toEqual([saved]);
  });

  it('keeps a call id from leading out of its folder', async () => {
    const store = createFileCallStore(join(directory, 'inner'));
    await store.save({ ...saved, callId: '../../outside' });
    expect(await readdir(directory)).toEqual(['inner']);
    expect(await store.list()).toMatchObject([{ callId: '../../outside' }]);
  });
});
