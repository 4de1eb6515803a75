import { RawClient } from '../testing/raw-client';

let client: RawClient;

beforeAll(async () => {
  client = await RawClient.start({ tls: false });
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
});

const lastCall = () => client.pbx.history.calls.at(-1);

test('a call that a route point took and passed on is one record with every leg', async () => {
  const id = await client.call('+15550100', '999', { did: '+4989100' });
  await client.view(id, 'connected');
  await client.act(await client.onlyParticipant('999'), 'routeto', { destination: '101' });
  await client.hangUp(id);

  expect(lastCall()).toMatchObject({
    callId: id,
    direction: 'inbound',
    from: '+15550100',
    to: '999',
    did: '+4989100',
    trunk: '10001',
    endedBy: 'caller',
    endReason: 'hung up',
    segments: [
      { party: { dn: '10001', number: '+15550100' }, outcome: 'answered' },
      { party: { dn: '999' }, reason: 'direct', outcome: 'answered' },
      { party: { dn: '101' }, reason: 'routeto', via: '999', outcome: 'answered' },
    ],
  });
  const segments = lastCall()?.segments ?? [];
  for (const { startedAt, answeredAt, endedAt } of segments) {
    expect(startedAt).toBeLessThanOrEqual(answeredAt ?? 0);
    expect(answeredAt).toBeLessThanOrEqual(endedAt ?? 0);
  }
});

test('a call nobody took says why', async () => {
  await client.control('POST', '/extensions/103', { answer: 'busy' });
  const id = await client.call('102', '103');
  await client.view(id, 'ended');
  expect(lastCall()).toMatchObject({
    direction: 'internal',
    trunk: '',
    answeredAt: undefined,
    endReason: 'busy',
    segments: [{ party: { dn: '102' } }, { party: { dn: '103' }, answeredAt: undefined, outcome: 'busy' }],
  });
});
