import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryCampaignStore, type CampaignStore } from './campaign-store';
import { newContact, type ContactState } from './contact';
import { createFileCampaignStore } from './file-campaign-store';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'campaigns-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const ann = newContact({ number: '+16125550001', timeZone: 'America/Chicago', values: { visit: 3 } });
const bob = newContact({ id: 'bob', number: '+16125550002' });
const inFiles = () => createFileCampaignStore(join(directory, 'not/there/yet'));

describe.each<[string, () => CampaignStore]>([
  ['in memory', createMemoryCampaignStore],
  ['in files', inFiles],
])('a campaign store %s', (_, create) => {
  it('gives back what was saved last, in the order of the first time', async () => {
    const store = create();
    expect(await store.load('spring')).toEqual({ paused: false, contacts: [] });
    await store.save('spring', [ann, bob]);
    const reached: ContactState = {
      ...ann,
      status: 'reached',
      attempts: 2,
      failures: { declined: 1 },
      lastFailure: 'declined',
      result: { answer: 'yes' },
    };
    await store.save('spring', [reached]);
    await store.savePaused('spring', true);
    expect(await store.load('spring')).toEqual({ paused: true, contacts: [reached, bob] });
  });

  it('keeps campaigns apart', async () => {
    const store = create();
    await store.save('spring', [ann]);
    expect(await store.load('autumn/2026')).toEqual({ paused: false, contacts: [] });
  });
});

describe('a campaign store in files', () => {
  const fileOf = (campaign: string) => join(directory, 'not/there/yet', `${campaign}.jsonl`);

  it('is there for the next process, and for its owner only', async () => {
    await inFiles().save('spring', [ann]);
    expect(await inFiles().load('spring')).toEqual({ paused: false, contacts: [ann] });
    expect((await stat(fileOf('spring'))).mode & 0o077).toBe(0);
  });

  it('passes over a line that was cut off by the end of the process', async () => {
    await inFiles().save('spring', [ann]);
    await appendFile(fileOf('spring'), '\n{"contacts":[{"id":"bo');
    const store = inFiles();
    expect(await store.load('spring')).toEqual({ paused: false, contacts: [ann] });
    await appendFile(fileOf('spring'), '\n{"paused":tr');
    await store.save('spring', [bob]);
    expect((await inFiles().load('spring')).contacts).toEqual([ann, bob]);
  });

  it('grows with the contacts, not with what happened to them', async () => {
    const store = inFiles();
    for (let attempts = 0; attempts < 50; attempts += 1) await store.save('spring', [{ ...ann, attempts }]);
    await store.load('spring');
    const text = await readFile(fileOf('spring'), 'utf8');
    expect(text.split('\n').filter((line) => line !== '')).toHaveLength(2);
  });

  it('says so when what is kept is none of its own', async () => {
    await inFiles().save('spring', [ann]);
    await appendFile(fileOf('spring'), '\n{"contacts":[{"id":7}]}\n');
    await expect(inFiles().load('spring')).rejects.toThrow();
  });
});
