import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { participant } from '../testing/participants';
import type { CallStore, StoredCall } from './call-store';
import { FileCallStore } from './file-call-store';
import { MemoryCallStore } from './memory-call-store';

let folder: string;
let now = new Date('2026-11-22T10:00:00.000Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'call-store-'));
  now = new Date('2026-11-22T10:00:00.000Z');
});
afterEach(() => rm(folder, { recursive: true }));

const path = () => join(folder, 'calls', 'calls.jsonl');

const call = (changes: Partial<StoredCall> = {}): StoredCall => ({
  id: 'call-42-325',
  callid: 42,
  dn: '999',
  direction: 'inbound',
  fromNumber: '+16125551234',
  toNumber: '999',
  callerName: 'Pat Jones',
  did: '',
  status: 'answered',
  startedAt: '2026-11-22T09:59:00.000Z',
  participants: [participant()],
  ...changes,
});
const ended = (id: string, endedAt: string) =>
  call({ id, status: 'ended', endedAt, endReason: 'remote-hung-up', participants: [] });

describe.each<[string, () => CallStore]>([
  ['memory', () => new MemoryCallStore(() => now)],
  ['file', () => new FileCallStore(path(), () => now)],
])('a call store in %s', (_kind, make) => {
  it('keeps the last state of each call', async () => {
    const store = make();
    expect(await store.load()).toEqual([]);
    await store.save(call({ status: 'ringing' }));
    await store.save(call());
    await store.save(call({ id: 'call-43-326' }));
    expect(await store.load()).toEqual([call(), call({ id: 'call-43-326' })]);
  });

  it('keeps ended calls for a day, and those in progress for as long as it takes', async () => {
    const store = make();
    await store.load();
    await store.save(call({ id: 'call-1-1' }));
    await store.save(ended('call-2-2', '2026-11-22T10:00:00.000Z'));
    await store.save(ended('call-3-3', '2026-11-22T11:00:00.000Z'));
    now = new Date('2026-11-23T10:30:00.000Z');
    expect((await store.load()).map(({ id }) => id)).toEqual(['call-1-1', 'call-3-3']);
  });
});

describe('a call store in a file', () => {
  it('is there for the next process, for its owner only', async () => {
    const store = new FileCallStore(path(), () => now);
    await store.load();
    await store.save(call());
    expect(await new FileCallStore(path(), () => now).load()).toEqual([call()]);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  it('passes over what a crash has cut off, and what is none of its own', async () => {
    const store = new FileCallStore(path(), () => now);
    await store.load();
    await store.save(call());
    await appendFile(path(), '{"id":"call-9-9"}\n{"id":"call-42-325","callid":4');
    expect(await new FileCallStore(path(), () => now).load()).toEqual([call()]);
  });

  it('does not grow for ever', async () => {
    const store = new FileCallStore(path(), () => now);
    await store.load();
    await Promise.all(Array.from({ length: 6_000 }, (_, at) => store.save(call({ callerName: String(at) }))));
    const lines = (await readFile(path(), 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBeLessThan(1_000);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ callerName: '5999' });
  });
});
