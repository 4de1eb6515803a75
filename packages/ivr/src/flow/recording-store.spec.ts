import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFileRecordingStore, type FlowRecording } from './recording-store';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'recordings-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const recording = (changes: Partial<FlowRecording> = {}): FlowRecording => ({
  ...{ callId: 'call-7-3', flow: 'voicemail', step: 'record', key: 'call-7-3:4', durationMs: 2_000 },
  wav: new Uint8Array([1, 2, 3]),
  ...changes,
});

describe('a recording store in files', () => {
  const folder = () => join(directory, 'not/there/yet');

  it('says where it keeps each recording, readable by its owner only', async () => {
    const store = createFileRecordingStore(folder());
    const place = await store.save(recording());
    expect(dirname(place)).toBe(folder());
    expect(place).toMatch(/\.wav$/);
    expect([...(await readFile(place))]).toEqual([1, 2, 3]);
    expect((await stat(place)).mode & 0o077).toBe(0);
  });

  it('puts one that was made again after a restart in the place of the first', async () => {
    const store = createFileRecordingStore(folder());
    const first = await store.save(recording());
    const again = await store.save(recording({ wav: new Uint8Array([4]) }));
    const other = await store.save(recording({ key: 'call-7-3:9' }));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect([...(await readFile(first))]).toEqual([4]);
    expect(await readdir(folder())).toHaveLength(2);
  });

  it('stays in its folder, whatever a call is called', async () => {
    const place = await createFileRecordingStore(folder()).save(recording({ key: '../../elsewhere:1' }));
    expect(dirname(place)).toBe(folder());
  });
});
