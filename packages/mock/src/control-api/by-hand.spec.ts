import { containing } from '../testing/any-value';
import { RawClient } from '../testing/raw-client';

let client: RawClient;
beforeEach(async () => {
  client = await RawClient.start({ tls: false });
});
afterEach(() => client.pbx.dispose());

describe('a phone answered by hand', () => {
  test('rings until someone answers it, and talks until someone hangs up', async () => {
    expect((await client.control('POST', '/extensions/101', { answer: 'manual' })).json).toMatchObject({
      dn: '101',
      answer: 'manual',
    });
    const id = await client.call('+15550100', '101');
    expect((await client.view(id)).state).toBe('ringing');

    expect(await client.control('POST', '/extensions/101/answer')).toMatchObject({
      status: 200,
      json: { id, state: 'connected', connectedTo: '101' },
    });
    expect(await client.control('POST', '/extensions/101/hangup')).toMatchObject({
      status: 200,
      json: { id, state: 'ended', endedBy: '101' },
    });
  });

  test('can reject', async () => {
    await client.control('POST', '/extensions/101', { answer: 'manual' });
    const id = await client.call('+15550100', '101');
    expect((await client.control('POST', '/extensions/101/reject')).json).toMatchObject({
      id,
      state: 'ended',
      endedBy: '101',
      endReason: 'rejected',
    });
  });

  test('can be one outside, called by the route point', async () => {
    await client.control('POST', '/extensions/+15550177', { answer: 'manual' });
    const leg = await client.makeCall('+15550177');
    expect((await client.control('POST', '/extensions/+15550177/answer')).json).toMatchObject({
      state: 'connected',
    });
    expect((await client.onlyParticipant('999')).id).toBe(leg.id);
    expect((await client.control('POST', '/extensions/+15550177/hangup')).json).toMatchObject({
      state: 'ended',
      endedBy: 'callee',
    });
  });

  test('answers the call that is named, when it has several', async () => {
    await client.control('POST', '/extensions/101', { answer: 'manual' });
    const first = await client.call('+15550100', '101');
    const second = await client.call('+15550101', '101');
    await client.control('POST', '/extensions/101/answer', { call: second });
    expect([(await client.view(first)).state, (await client.view(second)).state]).toEqual([
      'ringing',
      'connected',
    ]);
  });

  test('wins over what the phone would have done by itself', async () => {
    await client.control('POST', '/extensions/101', { answer: 'auto', afterMs: 600_000 });
    const id = await client.call('+15550100', '101');
    await client.control('POST', '/extensions/101/answer');
    expect((await client.view(id)).connectedTo).toBe('101');
  });

  test.each(['answer', 'reject', 'hangup'])('says so when there is nothing to %s', async (action) => {
    expect(await client.control('POST', `/extensions/101/${action}`)).toMatchObject({
      status: 409,
      json: { error: `can-not-${action}` },
    });
  });

  test('is in the trace when it is set to do something else; a number outside is not', async () => {
    await client.control('POST', '/extensions/101', { answer: 'manual' });
    await client.control('POST', '/extensions/+15550177', { answer: 'busy' });
    const { bytes, json } = await client.control('GET', '/log');
    expect(json).toEqual(
      containing({ kind: 'phone', detail: { dn: '101', answer: 'manual', afterMs: 200, registered: true } }),
    );
    expect(bytes.toString()).not.toContain('15550177');
  });
});
