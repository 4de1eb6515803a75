import { readFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createMockPbx } from '../mock-pbx';
import type { MockPbx } from '../mock-pbx';
import { observedSession } from '../testing/observed-session';
import { RawClient } from '../testing/raw-client';
import { createRecorder } from './recorder';
import { createReplay } from './replay/replay';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recording-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const nobody = {
  call: () => Promise.resolve(),
  press: () => Promise.resolve(),
  hangUp: () => Promise.resolve(),
};

/** Whoever is at the telephone of one call. */
function people(pbx: MockPbx, { from, keys }: { from: string; keys: string }) {
  const control = RawClient.of(pbx);
  let id = 0;
  return {
    call: async () => {
      id = await control.call(from, '999', { name: 'JONES, PAT' });
    },
    press: async () => {
      for (const digits of [keys.slice(0, -1), keys.slice(-1)]) {
        await control.control('POST', `/calls/${id}/dtmf`, { digits, gapMs: 0 });
      }
    },
    hangUp: async () => {
      await control.hangUp(id);
    },
  };
}

interface Session {
  readonly file: string;
  readonly seen: readonly string[];
}

async function recorded({
  secret = 'mock-secret',
  from = '+493012345678',
  keys = '4711',
  tls = false,
  audio = false,
  name = 'session.jsonl',
} = {}): Promise<Session> {
  await using pbx = await createMockPbx({
    tls,
    clientSecret: secret,
    upsetRepetitionMs: 600_000,
    dtmfGrouping: 'grouped',
  });
  const file = join(folder, name);
  const { certificate } = pbx;
  await using recorder = await createRecorder({
    target: pbx.url,
    out: file,
    tls,
    audio,
    ...(certificate === undefined ? {} : { ca: certificate }),
  });
  const seen = await observedSession({
    url: recorder.url,
    ca: recorder.certificate,
    secret,
    others: people(pbx, { from, keys }),
  });
  return { file, seen };
}

/** What was seen without what is masked and what no two runs have in common. */
const comparable = (seen: readonly string[]): string[] =>
  seen.map((line) =>
    line
      .replace(/"access_token":"[^"]+"/, '"access_token":"…"')
      .replace(/"dtmf_input":"([^"]+)"/, (_, keys: string) => `"dtmf_input":"${'D'.repeat(keys.length)}"`)
      .replace(/https?:\/\/127\.0\.0\.1:\d+/g, 'origin')
      .replace(/\+\d{7,}/g, '#')
      .replace(/JONES, PAT|Person \d+/g, 'person')
      .replace(/"(LastChangeStatus|EstablishedAt|ServerNow)":"[^"]+"/g, '"$1":"…"'),
  );

test.each([{ tls: false }, { tls: true }])(
  'a client sees in the replay what it saw in the recording (%j)',
  async ({ tls }) => {
    const { file, seen } = await recorded({ tls });
    expect(seen.join('\n')).toContain('+493012345678');
    await using replay = await createReplay({ recording: file, tls });
    const again = await observedSession({
      url: replay.url,
      ca: replay.certificate,
      secret: 'whatever',
      others: nobody,
    });
    expect(comparable(again)).toEqual(comparable(seen));
    await replay.finished;
    expect([replay.unknownRequests, replay.missing]).toEqual([[], []]);
  },
);

test('recording a replay gives the same recording', async () => {
  const { file } = await recorded();
  const second = join(folder, 'second.jsonl');
  {
    await using replay = await createReplay({ recording: file });
    await using recorder = await createRecorder({ target: replay.url, out: second });
    await observedSession({ url: recorder.url, ca: undefined, secret: 'whatever', others: nobody });
  }
  const lines = (path: string): string[] =>
    readFileSync(path, 'utf8')
      .split('\n')
      // How audio is cut into chunks is up to the network.
      .filter((line) => !/"kind":"(audio|end)"/.test(line))
      .map((line) => line.replace(/"t":\d+,?/, ''));
  expect(lines(second).toSorted()).toEqual(lines(file).toSorted());
});

test('no secret, token, key, outside number or name is ever in the file', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc
        .string({ minLength: 12, maxLength: 40, unit: 'grapheme-ascii' })
        .filter((text) => text.trim() === text),
      fc.stringMatching(/^\+[2-9]\d{10,12}$/),
      fc.stringMatching(/^[1-9][0-9*#]{10,14}$/),
      fc.boolean(),
      async (secret, from, keys, audio) => {
        run += 1;
        const { file, seen } = await recorded({ secret, from, keys, audio, name: `${run}.jsonl` });
        const text = readFileSync(file, 'utf8');
        const token = /"access_token":"([^"]+)"/.exec(seen.join('\n'))?.[1] ?? '';
        expect(token.length).toBeGreaterThan(100);
        const secrets = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
        const keysHeard = [keys, keys.slice(0, -1)];
        const people = [from.slice(1), '493055501234', 'JONES', 'PAT'];
        for (const private_ of [...secrets, token, ...token.split('.'), ...keysHeard, ...people]) {
          expect(text).not.toContain(private_);
        }
        expect(text).toContain('"dtmf_input":"DDD');
      },
    ),
    { numRuns: 12 },
  );
});

test('audio is in the file only when asked for, and then to the byte', async () => {
  const spoken = Buffer.concat([Buffer.alloc(1600, 1), Buffer.alloc(1600, 2)]);
  const audioOf = (text: string): { bytes: number; audio: Buffer } => {
    const chunks = [
      ...text.matchAll(/"kind":"audio","id":\d+,"from":"client","bytes":(\d+)(?:,"base64":"([^"]*)")?/g),
    ];
    return {
      bytes: chunks.reduce((sum, [, bytes]) => sum + Number(bytes), 0),
      audio: Buffer.concat(chunks.map(([, , base64 = '']) => Buffer.from(base64, 'base64'))),
    };
  };
  const without = readFileSync((await recorded({ name: 'without' })).file, 'utf8');
  expect(audioOf(without)).toEqual({ bytes: 3200, audio: Buffer.alloc(0) });
  const withAudio = readFileSync((await recorded({ name: 'with', audio: true })).file, 'utf8');
  expect(audioOf(withAudio)).toEqual({ bytes: 3200, audio: spoken });
});

test('a recording never writes over a file, and then listens on no port', async () => {
  const file = join(folder, 'precious');
  writeFileSync(file, 'precious');
  await expect(createRecorder({ target: 'http://127.0.0.1:9', out: file })).rejects.toMatchObject({
    code: 'EEXIST',
  });
  expect(readFileSync(file, 'utf8')).toBe('precious');
});

test('a port that is taken leaves no file open', async () => {
  await using first = await createRecorder({ target: 'http://127.0.0.1:9', out: join(folder, 'first') });
  const port = Number(new URL(first.url).port);
  const out = join(folder, 'second');
  await expect(createRecorder({ target: 'http://127.0.0.1:9', out, port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  expect(existsSync(out)).toBe(false);
});
