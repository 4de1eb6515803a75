import { decodeWav } from '@org/3cx-audio';
import { anyString } from '../../testing/any-value';
import { EventLog } from '../../testing/event-log';
import { openRequest, rawRequest, responseOf } from '../../testing/raw-http';
import type { SessionEntry } from '../session-entry';
import { parseRecording } from './recording-file';
import { createReplay } from './replay';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

const begin: SessionEntry = { kind: 'recording', version: 1 };
const request = (id: number, path: string, method = 'GET', t = 0): SessionEntry => ({
  kind: 'request',
  id,
  t,
  method,
  path,
  headers: {},
});
const response = (id: number, text: string, t = 0): SessionEntry => ({
  kind: 'response',
  id,
  t,
  status: 200,
  headers: { 'content-type': 'text/plain' },
  body: { text },
});
const socket = (id: number): SessionEntry[] => [
  { kind: 'socket', id, t: 0, path: '/callcontrol/ws' },
  { kind: 'socket-open', id, t: 0 },
];
const frame = (id: number, sequence: number, more: object = {}, t = 0): SessionEntry => ({
  kind: 'frame',
  id,
  t,
  from: 'server',
  content: {
    json: {
      sequence,
      event: { event_type: 0, entity: '/callcontrol/999/participants/1', attached_data: null, ...more },
    },
  },
});

const text = async (url: string): Promise<string> => (await rawRequest(url)).bytes.toString();

test('answers come in the recorded order, also for requests of the same path', async () => {
  await using replay = await createReplay({
    recording: [begin, request(1, '/a'), response(1, 'first'), request(2, '/a'), response(2, 'second')],
  });
  expect(await text(`${replay.url}/a`)).toBe('first');
  expect(await text(`${replay.url}/a`)).toBe('second');
  await replay.finished;
});

test('an answer waits for what the client had done before it', async () => {
  await using replay = await createReplay({
    recording: [begin, request(1, '/slow'), request(2, '/quick'), response(2, 'quick'), response(1, 'slow')],
    patienceMs: 600_000,
  });
  const order: string[] = [];
  const slow = text(`${replay.url}/slow`).then((body) => order.push(body));
  expect(await text(`${replay.url}/quick`)).toBe('quick');
  await slow;
  expect(order).toEqual(['slow']);
});

test('a request that is asked again gets the last answer again; one that never was is a 501', async () => {
  await using replay = await createReplay({ recording: [begin, request(1, '/a'), response(1, 'only')] });
  expect(await text(`${replay.url}/a`)).toBe('only');
  expect(await text(`${replay.url}/a`)).toBe('only');
  expect(await rawRequest(`${replay.url}/b`)).toMatchObject({
    status: 501,
    json: { error: 'not_recorded', error_description: anyString },
  });
  expect(replay.unknownRequests).toEqual(['GET /b']);
});

test('what the client does not do this time is not waited for longer than patience allows', async () => {
  await using replay = await createReplay({
    recording: [begin, request(1, '/a'), request(2, '/missing'), response(2, 'x'), response(1, 'a')],
    patienceMs: 20,
  });
  expect(await text(`${replay.url}/a`)).toBe('a');
  expect(replay.missing).toEqual(['GET /missing']);
});

test('a client that takes its time before it comes, or comes back, misses nothing', async () => {
  await using replay = await createReplay({
    recording: [begin, request(1, '/a'), response(1, 'a'), ...socket(2), frame(2, 1)],
    patienceMs: 10,
  });
  expect(await text(`${replay.url}/a`)).toBe('a');
  await new Promise((resolve) => setTimeout(resolve, 40));
  const events = await EventLog.open(replay.url, 'any', undefined);
  expect((await events.next(0, /999/)).sequence).toBe(1);
  expect(replay.missing).toEqual([]);
});

test('an event socket that is opened late still gets what is left', async () => {
  await using replay = await createReplay({
    recording: [
      begin,
      request(1, '/a'),
      ...socket(2),
      response(1, 'a'),
      request(3, '/b'),
      response(3, 'b'),
      frame(2, 1),
    ],
    patienceMs: 10,
  });
  expect(await text(`${replay.url}/a`)).toBe('a');
  const events = await EventLog.open(replay.url, 'any', undefined);
  expect(await text(`${replay.url}/b`)).toBe('b');
  expect((await events.next(0, /999/)).sequence).toBe(1);
});

test('numbers in paths may be other ones: they were masked', async () => {
  await using replay = await createReplay({
    recording: [begin, request(1, "/Peers(number='%2B15550000001')"), response(1, 'found')],
  });
  expect(await text(`${replay.url}/Peers(number='%2B4930123456')`)).toBe('found');
});

test('a client that chooses other request ids gets its own back', async () => {
  const answer = { RequestID: 'recorded', Path: '/callcontrol', StatusCode: 200, Response: [] };
  await using replay = await createReplay({
    recording: [
      begin,
      ...socket(1),
      {
        kind: 'frame',
        id: 1,
        t: 0,
        from: 'client',
        content: { json: { requestId: 'recorded', path: '/callcontrol' } },
      },
      frame(1, 1, { event_type: 4, entity: '/callcontrol', attached_data: answer }),
    ],
  });
  const events = await EventLog.open(replay.url, 'any', undefined);
  events.socket.send(JSON.stringify({ RequestID: 'own', Path: '/callcontrol' }));
  expect((await events.next(4, '/callcontrol')).event.attached_data).toEqual({ ...answer, RequestID: 'own' });
});

test('links lead to the replay and tokens are made up', async () => {
  const token = { token_type: 'Bearer', expires_in: 3600, refresh_token: null };
  const answered = (id: number, headers: Record<string, string>, json: object): SessionEntry => ({
    kind: 'response',
    id,
    t: 0,
    status: 200,
    headers: { 'content-type': 'application/json', ...headers },
    body: { json },
  });
  await using replay = await createReplay({
    recording: [
      begin,
      request(1, '/connect/token', 'POST'),
      answered(1, {}, { ...token, access_token: '[removed]' }),
      request(2, '/page'),
      answered(2, { location: '{origin}/elsewhere' }, { next: '{origin}/next' }),
    ],
  });
  const granted = await rawRequest(`${replay.url}/connect/token`, { method: 'POST' });
  expect(granted.json).toEqual({ ...token, access_token: 'replayed-token' });
  const { json, headers } = await rawRequest(`${replay.url}/page`);
  expect(json).toEqual({ next: `${replay.url}/next` });
  expect(headers.location).toBe(`${replay.url}/elsewhere`);
});

test('streams are as long as they were: silence, or what was recorded', async () => {
  const part = (bytes: number, base64?: string): SessionEntry => ({
    kind: 'audio',
    id: 1,
    t: 0,
    from: 'server',
    bytes,
    ...(base64 === undefined ? {} : { base64 }),
  });
  await using replay = await createReplay({
    recording: [
      begin,
      request(1, '/stream'),
      { kind: 'response', id: 1, t: 0, status: 200, headers: {}, isStreamed: true },
      part(3),
      part(2, Buffer.from('hi').toString('base64')),
      { kind: 'end', id: 1, t: 0, from: 'server', how: 'complete' },
    ],
  });
  expect((await rawRequest(`${replay.url}/stream`)).bytes).toEqual(Buffer.from('\0\0\0hi'));
});

test('an audio file that was not kept is one of silence, as long', async () => {
  await using replay = await createReplay({
    recording: [
      begin,
      request(1, '/prompts/welcome.wav'),
      {
        kind: 'response',
        id: 1,
        t: 0,
        status: 200,
        headers: { 'content-type': 'audio/wav' },
        body: { bytes: 16_044 },
      },
    ],
  });
  const { bytes } = await rawRequest(`${replay.url}/prompts/welcome.wav`);
  const { sampleRate, channels } = decodeWav(bytes);
  expect([bytes.length, sampleRate, channels.length, channels[0]?.length]).toEqual([16_044, 8000, 1, 8000]);
  expect(channels[0]?.every((sample) => sample === 0)).toBe(true);
});

test('what came after so much of what the client played comes after as much again', async () => {
  const played = (bytes: number): SessionEntry => ({ kind: 'audio', id: 2, t: 0, from: 'client', bytes });
  await using replay = await createReplay({
    recording: [
      begin,
      ...socket(1),
      request(2, '/stream', 'POST'),
      played(600),
      frame(1, 1),
      played(400),
      frame(1, 2),
      { kind: 'end', id: 2, t: 0, from: 'client', how: 'complete' },
      response(2, ''),
    ],
    patienceMs: 600_000,
  });
  const events = await EventLog.open(replay.url, 'any', undefined);
  const speaking = openRequest(`${replay.url}/stream`, { method: 'POST' });
  speaking.write(Buffer.alloc(599));
  await text(`${replay.url}/unknown`);
  expect(events.messages).toEqual([]);
  speaking.write(Buffer.alloc(1));
  await events.next(0, /999/);
  await text(`${replay.url}/unknown`);
  expect(events.messages).toHaveLength(1);
  // Whoever plays less has played all there will be.
  speaking.end();
  expect((await responseOf(speaking)).statusCode).toBe(200);
  expect((await events.next(0, /999/)).sequence).toBe(2);
  expect(replay.missing).toEqual([]);
});

test('a stream that was cut is cut, after what came before', async () => {
  await using replay = await createReplay({
    recording: [
      begin,
      request(1, '/stream'),
      { kind: 'response', id: 1, t: 0, status: 200, headers: {}, isStreamed: true },
      { kind: 'audio', id: 1, t: 0, from: 'server', bytes: 5000 },
      { kind: 'end', id: 1, t: 0, from: 'server', how: 'cut' },
    ],
  });
  const asked = openRequest(`${replay.url}/stream`);
  asked.end();
  const answer = await responseOf(asked);
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
  const error = await new Promise<Error>((resolve) => answer.once('error', resolve));
  expect(error.message).toContain('aborted');
  expect(bytes).toBe(5000);
});

test('a request that failed fails, and a socket that was refused is refused', async () => {
  await using replay = await createReplay({
    recording: [
      begin,
      request(1, '/a'),
      { kind: 'failure', id: 1, t: 0 },
      { kind: 'socket', id: 2, t: 0, path: '/callcontrol/ws' },
      { kind: 'socket-refused', id: 2, t: 0, status: 401 },
      ...socket(3),
      { kind: 'socket-closed', id: 3, t: 0, from: 'server', code: 1012 },
    ],
  });
  await expect(text(`${replay.url}/a`)).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(EventLog.open(replay.url, 'any', undefined)).rejects.toThrow('401');
  const events = await EventLog.open(replay.url, 'any', undefined);
  expect(await events.closed).toBe(1012);
  await expect(EventLog.open(replay.url, 'any', undefined)).rejects.toThrow('503');
});

test('with a speed the pauses are as they were, or shorter', async () => {
  await using replay = await createReplay({
    recording: [
      begin,
      request(1, '/a'),
      response(1, 'a', 0),
      request(2, '/b', 'GET', 400),
      response(2, 'b', 1200),
    ],
    speed: 10,
  });
  const startedAt = performance.now();
  expect(await text(`${replay.url}/a`)).toBe('a');
  expect(await text(`${replay.url}/b`)).toBe('b');
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(78);
});

test.each([
  ['', /Line 1 .* beginning/],
  ['{"kind":"socket-open","t":0,"id":1}', /Line 1 .* beginning/],
  ['{"kind":"recording","version":1}\n{"kind":"unheard"}', /^Line 2 is not one of a recording/],
  ['{"kind":"recording","version":1}\n\n{"kind":"fra', /^Line 3 is not JSON/],
])('refuses %j and says which line', (content, message) => {
  expect(() => parseRecording(content)).toThrow(message);
});
