import * as z from 'zod';
import { anyString, containing } from '../testing/any-value';
import { RawClient } from '../testing/raw-client';

let client: RawClient;
beforeEach(async () => {
  client = await RawClient.start({ tls: false });
});
afterEach(() => client.pbx.dispose());

describe('bad input', () => {
  test.each([
    ['POST', '/calls', { to: '999' }],
    ['POST', '/calls', { from: '+15550100', to: '555' }],
    ['POST', '/calls', { from: '800', to: '999' }],
    ['POST', '/calls', { from: '+15550100', to: '999', nonsense: 1 }],
    ['POST', '/calls', []],
    ['POST', '/extensions/101', { answer: 'perhaps' }],
    ['POST', '/extensions/101', {}],
    ['GET', '/calls/1?waitFor=lunch', undefined],
    ['GET', '/calls/1?waitFor=heardMs:soon', undefined],
    ['GET', '/calls/1?waitFor=ended&timeoutMs=0', undefined],
    ['POST', '/calls/1/dtmf', { digits: '12x' }],
    ['POST', '/calls/1/dtmf', { digits: '' }],
    ['POST', '/calls/1/speak', new Uint8Array([1, 2, 3])],
    ['POST', '/calls/1/speak', { not: 'audio' }],
  ])('%s %s %j is a 400 that says what to do', async (method, path, body) => {
    await client.call('+15550100', '999');
    expect(await client.control(method, path, body)).toMatchObject({
      status: 400,
      json: { error: anyString, message: anyString },
    });
  });

  test.each([
    ['GET', '/calls/77'],
    ['GET', '/calls/x/heard.wav'],
    ['POST', '/calls/77/hangup'],
    ['POST', '/extensions/999'],
    ['GET', '/nothing'],
  ])('%s %s is a 404 that says what to do', async (method, path) => {
    expect(await client.control(method, path)).toMatchObject({
      status: 404,
      json: { error: anyString, message: anyString },
    });
  });

  test('speaking or pressing keys in a call that is not connected or over is a 409', async () => {
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const id = await client.call('+15550100', '101');
    expect((await client.control('POST', `/calls/${id}/speak`, new Uint8Array())).status).toBe(409);
    await client.hangUp(id);
    expect((await client.control('POST', `/calls/${id}/dtmf`, { digits: '1' })).status).toBe(409);
  });
});

describe('GET /calls/:id?waitFor=', () => {
  test('answers when it happens', async () => {
    await client.control('POST', '/extensions/101', { answer: 'auto', afterMs: 20 });
    const id = await client.call('+15550100', '101');
    const ended = client.view(id, 'ended');
    expect((await client.view(id, 'connected')).state).toBe('connected');
    expect((await client.view(id, 'connectedTo:101')).connectedTo).toBe('101');
    await client.hangUp(id);
    expect((await ended).state).toBe('ended');
  });

  test('answers 408 when it takes too long', async () => {
    const id = await client.call('+15550100', '999');
    const late = await client.control('GET', `/calls/${id}?waitFor=ended&timeoutMs=20`);
    expect(late).toMatchObject({ status: 408, json: { error: 'timeout' } });
  });

  test('answers 409 when it can no longer happen', async () => {
    const id = await client.call('+15550100', '999');
    const never = client.control('GET', `/calls/${id}?waitFor=heardMs:60000`);
    await client.hangUp(id);
    expect(await never).toMatchObject({ status: 409, json: { error: 'call-ended' } });
  });
});

describe('the truth', () => {
  test('/calls lists calls, ended ones too; /state only those in progress', async () => {
    const over = await client.call('+15550100', '999');
    await client.hangUp(over);
    const live = await client.call('+15550101', '999');
    expect((await client.control('GET', '/calls')).json).toMatchObject([
      { id: over, state: 'ended' },
      { id: live, state: 'connected' },
    ]);
    expect((await client.control('GET', '/state')).json).toMatchObject({
      calls: [{ id: live, legs: [{ dn: '10001' }, { dn: '999' }] }],
      extensions: containing({ number: '100', answer: 'auto' }),
    });
  });

  test('/metrics counts requests, tokens, sockets and streams', async () => {
    const events = await client.events();
    await client.call('+15550100', '999');
    const stream = await client.listen(await client.onlyParticipant('999'));
    await client.get('/callcontrol/555');
    const metrics = await client.control('GET', '/metrics');
    expect(metrics.json).toMatchObject({
      requests: {
        'POST /connect/token 200': 1,
        'GET /callcontrol/ws 101': 1,
        'GET /callcontrol/:dn 404': 1,
        'GET /callcontrol/:dn/participants 200': 1,
      },
      tokensMinted: 1,
      openSockets: 1,
      openStreams: 1,
    });
    stream.destroy();
    events.socket.terminate();
    await events.closed;
  });

  test('/log tells what happened, without secrets, tokens, keys or numbers from outside', async () => {
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    await client.control('POST', `/calls/${id}/dtmf`, { digits: '9876', gapMs: 0 });
    await client.get('/callcontrol');
    await client.hangUp(id);
    await events.next(1, /999/);
    const log = await client.control('GET', '/log');
    const entries = z
      .array(z.object({ timeMs: z.number(), kind: z.string(), detail: z.looseObject({}) }))
      .parse(log.json);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(
      new Set(['token', 'request', 'socket', 'event', 'call']),
    );
    const text = log.bytes.toString();
    for (const secret of ['mock-secret', client.token, '9876', '15550100', 'dtmf_input']) {
      expect(text).not.toContain(secret);
    }
  });
});
