import { encodeWav } from '@org/3cx-audio';
import * as z from 'zod';
import type { MockPbxOptions } from './settings';
import { RawClient, readBytes } from './testing/raw-client';
import { noise } from './testing/telephone-audio';

/** Each row of 3CX facts 17 that concerns tokens, calls and streams: what the option changes. */
let client: RawClient;

const start = async (options: MockPbxOptions): Promise<RawClient> => {
  client = await RawClient.start({ tls: false, ...options });
  return client;
};
afterEach(async () => {
  await client[Symbol.asyncDispose]();
});

const incoming = async () => {
  const id = await client.call('+15550100', '999');
  return { id, leg: await client.onlyParticipant('999') };
};

describe('answers of makecall and actions', () => {
  test('finalstatus may be a number', async () => {
    await start({ finalStatusType: 'number' });
    const { leg } = await incoming();
    expect((await client.act(leg, 'transferto', { destination: '77' })).json).toMatchObject({
      finalstatus: -1,
    });
    expect((await client.act(leg, 'drop')).json).toMatchObject({ finalstatus: 1 });
  });

  test('success may be 202 without a body', async () => {
    await start({ successStatus: 202, successBody: false });
    const { leg } = await incoming();
    const { status, bytes } = await client.act(leg, 'drop');
    expect([status, bytes.length]).toEqual([202, 0]);
  });

  test.each([
    ['text', /^No route/],
    ['empty', /^$/],
  ] as const)('a refusal may carry %s', async (errorBodies, body) => {
    await start({ errorBodies });
    const { leg } = await incoming();
    const { status, bytes } = await client.act(leg, 'routeto', { destination: '77' });
    expect(status).toBe(422);
    expect(bytes.toString()).toMatch(body);
  });

  test('routes ring as long as the option says', async () => {
    await start({ defaultRouteTimeoutSeconds: 0.05, longestRouteTimeoutSeconds: 0.1 });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const { leg } = await incoming();
    for (const more of [{}, { timeout: 600 }]) {
      const routed = await client.act(leg, 'routeto', { destination: '101', ...more });
      expect(routed).toMatchObject({ status: 422, json: { reason: 'NoAnswer' } });
    }
  });

  test('the status may change while a transfer is tried, and comes back', async () => {
    await start({ statusDuringTransfer: 'Dialing' });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const { leg } = await incoming();
    const events = await client.events();
    const transfer = client.act(leg, 'transferto', { destination: '101', timeout: 0.2 });
    await events.next(0, /\/999\//);
    expect((await client.onlyParticipant('999')).status).toBe('Dialing');
    await transfer;
    expect((await client.onlyParticipant('999')).status).toBe('Connected');
  });

  test('parking places may not be reachable by number', async () => {
    await start({ parkByNumber: false });
    const { leg } = await incoming();
    expect((await client.act(leg, 'transferto', { destination: 'SP1' })).status).toBe(422);
  });

  test('ids of participants may be used again', async () => {
    await start({ participantIds: 'reused' });
    const { id, leg } = await incoming();
    await client.hangUp(id);
    expect((await incoming()).leg.id).toBe(leg.id);
  });

  test('too many requests may be answered 429 with Retry-After', async () => {
    await start({
      rateLimit: { path: '/connect/token', requests: 2, windowMs: 60_000, retryAfterSeconds: 180 },
    });
    expect((await client.signIn()).status).toBe(200);
    const refused = await client.signIn();
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('180');
    expect((await client.get('/callcontrol')).status).toBe(200);
  });
});

describe('the event socket', () => {
  test('may go on counting where the last one ended', async () => {
    await start({ sequenceNumbers: 'continuing' });
    const before = await client.events();
    await incoming();
    await before.next(0, /\/999\//);
    before.socket.close();
    await before.closed;
    const after = await client.events();
    await client.call('+15550101', '999');
    expect((await after.next(0, /\/999\//)).sequence).toBeGreaterThan(1);
  });

  test('may be cut when its token expires', async () => {
    await start({ cutSocketsOnTokenExpiry: true, tokenLifetimeMs: 300 });
    const events = await client.events();
    expect(await events.closed).toBe(1006);
  });

  test.each([
    ['pascal', { RequestID: 'a', StatusCode: 200 }],
    ['camel', { requestId: 'a', statusCode: 200 }],
    ['snake', { request_id: 'a', status_code: 200 }],
  ] as const)('answers requests with %s keys, asked in any casing', async (socketResponseKeys, answer) => {
    await start({ socketResponseKeys });
    const events = await client.events();
    for (const request of [
      { RequestID: 'a', Path: '/callcontrol' },
      { requestid: 'a', PATH: '/callcontrol' },
    ]) {
      events.socket.send(JSON.stringify(request));
      expect((await events.next(4, '/callcontrol')).event.attached_data).toMatchObject(answer);
    }
  });

  test('may tell when a prompt has been heard (event 3), once a prompt', async () => {
    await start({ promptPlaybackFinished: true });
    const { leg } = await incoming();
    const events = await client.events();
    const speaking = client.speak(leg);
    for (let part = 0; part < 3; part += 1) speaking.write(noise(100));
    await events.next(3, `/callcontrol/999/participants/${leg.id}`);
    speaking.end();
    expect(events.messages.filter(({ event }) => event.event_type === 3)).toHaveLength(1);
  });

  test('may tell of devices that come and go', async () => {
    await start({ deviceEvents: true });
    const events = await client.events();
    const device = `/callcontrol/101/devices/${encodeURIComponent('sip:101@127.0.0.1:5060')}`;
    await client.control('POST', '/extensions/101', { registered: false });
    await events.next(1, device);
    await client.control('POST', '/extensions/101', { registered: true });
    await events.next(0, device);
    const extension = client.pbx.configuration.extensions.find('101');
    client.pbx.configuration.extensions.change(extension?.id ?? 0, { devices: [] });
    await events.next(1, device);
  });
});

describe('streams', () => {
  test('a second GET may end the first', async () => {
    await start({ secondGetStream: 'replaces' });
    const { leg } = await incoming();
    const one = await client.listen(leg);
    const ended = new Promise((resolve) => one.resume().once('end', resolve));
    const other = await client.listen(leg);
    await ended;
    expect(other.statusCode).toBe(200);
    other.destroy();
  });

  test('a second POST may be refused', async () => {
    await start({ secondPostStream: 'refused' });
    const { id, leg } = await incoming();
    const one = client.speak(leg);
    one.write(noise(500));
    await client.view(id, 'heardMs:100');
    const path = `/callcontrol/999/participants/${leg.id}/stream`;
    expect((await client.post(path)).status).toBe(424);
    one.end();
  });

  test('the GET stream may pause while the person is silent, and begin with a whole sample', async () => {
    await start({ silence: 'pause' });
    const { id, leg } = await incoming();
    const stream = await client.listen(leg);
    const speech = noise(200);
    const reading = readBytes(stream, speech.length);
    await client.view(id, 'heardMs:300');
    const samples = new Int16Array(speech.buffer, speech.byteOffset, speech.length / 2);
    await client.control('POST', `/calls/${id}/speak`, encodeWav(samples, 8000));
    const { all } = await reading;
    stream.destroy();
    const begins = all.indexOf(speech.subarray(0, 64));
    expect(begins).toBeGreaterThanOrEqual(0);
    expect(begins % 2).toBe(0);
    expect(all.subarray(0, begins).every((byte) => byte === 0)).toBe(true);
  });

  test('audio too far ahead may be dropped', async () => {
    await start({ playOutBufferMs: 200 });
    const { id, leg } = await incoming();
    const speaking = client.speak(leg);
    speaking.write(noise(1000));
    speaking.end();
    await client.view(id, 'heardMs:400');
    expect((await client.view(id)).maxLeadMs).toBeLessThanOrEqual(200);
  });
});

test('prompt files may not be served', async () => {
  await start({ servePromptFiles: false });
  expect((await client.get('/prompts/welcome.wav')).status).toBe(404);
});

test('every answer has the headers of the web server', async () => {
  await start({});
  expect((await client.get('/callcontrol')).headers).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '0',
  });
});

test('data attached to a call is write-only for clients, and shown by the control API', async () => {
  await start({});
  const { id, leg } = await incoming();
  await client.act(leg, 'attach_party_data', { attacheddata: { public_call_screening: 'Hello' } });
  expect(JSON.stringify((await client.get('/callcontrol')).json)).not.toContain('Hello');
  const view = z.looseObject({ legs: z.array(z.looseObject({ id: z.number(), attached: z.unknown() })) });
  const { json } = await client.control('GET', `/calls/${id}`);
  expect(view.parse(json).legs.find((each) => each.id === leg.id)?.attached).toMatchObject({
    party: { public_call_screening: 'Hello' },
  });
});
