import { matching } from '../testing/any-value';
import { RawClient } from '../testing/raw-client';

const device = encodeURIComponent('sip:999@127.0.0.1:5483');

describe('makecall from the route point', () => {
  test('answers with its own leg, Dialing; events tell the rest', async () => {
    await using client = await RawClient.start({ tls: false, upsetRepetitionMs: 20 });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await client.events();
    const response = await client.post(`/callcontrol/999/devices/${device}/makecall`, {
      destination: '101',
      timeout: 30,
    });
    expect(response).toMatchObject({
      status: 200,
      json: {
        finalstatus: 'Success',
        reason: 'None',
        reasontext: '',
        result: { status: 'Dialing', dn: '999', legid: 1, party_dn: '101', originated_by_dn: '999' },
      },
    });
    const leg = await client.onlyParticipant('999');
    const entity = `/callcontrol/999/participants/${leg.id}`;
    for (let repetition = 0; repetition < 4; repetition += 1) await events.next(0, entity);

    await client.act(await client.onlyParticipant('101'), 'answer');
    expect(await client.view(leg.callid, 'connected')).toMatchObject({
      direction: 'outbound',
      from: '999',
      to: '101',
      connectedTo: '999',
    });
    await client.hangUp(leg.callid);
    await events.next(1, entity);
    expect(await client.view(leg.callid)).toMatchObject({ state: 'ended', endedBy: 'callee' });
  });

  test('reaches an outside number through the trunk', async () => {
    await using client = await RawClient.start({ tls: false, answerAfterMs: 5 });
    const leg = await client.makeCall('+1 (555) 010-0123');
    expect(leg).toMatchObject({
      party_dn: '10001',
      party_dn_type: 'Wexternalline',
      party_caller_id: '+15550100123',
    });
    expect((await client.view(leg.callid, 'connected')).connectedTo).toBe('999');
    expect((await client.onlyParticipant('999')).status).toBe('Connected');
  });

  test.each([
    ['busy', 'busy', {}],
    ['reject', 'rejected', {}],
    ['never', 'no answer', { timeout: 0.05 }],
  ])(
    'is removed without having been Connected when the phone is set to %s',
    async (answer, endReason, more) => {
      await using client = await RawClient.start({ tls: false, answerAfterMs: 5 });
      await client.control('POST', '/extensions/101', { answer });
      const events = await client.events();
      const leg = await client.makeCall('101', more);
      expect(leg.status).toBe('Dialing');
      const entity = `/callcontrol/999/participants/${leg.id}`;
      await events.next(0, entity);
      await events.next(1, entity);
      expect(await client.view(leg.callid)).toMatchObject({
        connectedAt: null,
        endedBy: 'system',
        endReason,
      });
    },
  );

  test('to a number that nothing answers to is refused: 422, or 200 without a result', async () => {
    await using strict = await RawClient.start({ tls: false });
    expect(await strict.post('/callcontrol/999/makecall', { destination: '555' })).toMatchObject({
      status: 422,
      json: { finalstatus: 'Failed', result: null, reasontext: matching(/route/i) },
    });
    await using lenient = await RawClient.start({ tls: false, refusedMakeCallStatus: 200 });
    expect(await lenient.post('/callcontrol/999/makecall', { destination: '555' })).toMatchObject({
      status: 200,
      json: { finalstatus: 'Failed', result: null },
    });
  });

  test('needs a destination and a device that is there', async () => {
    await using client = await RawClient.start({ tls: false });
    expect((await client.post('/callcontrol/999/makecall', {})).status).toBe(422);
    const stale = `/callcontrol/999/devices/${encodeURIComponent('sip:999@gone')}/makecall`;
    expect((await client.post(stale, { destination: '101' })).status).toBe(404);
  });

  test('may show the far leg under the route point; that one answers 403', async () => {
    await using client = await RawClient.start({ tls: false, surfaceFarLeg: true });
    const leg = await client.makeCall('101');
    const far = (await client.participants('999')).find(({ id }) => id !== leg.id);
    if (!far) throw new Error('no far leg');
    expect((await client.get(`/callcontrol/999/participants/${far.id}`)).status).toBe(403);
    expect((await client.act(far, 'drop')).status).toBe(403);
    expect((await client.act(leg, 'drop')).status).toBe(200);
    expect(await client.participants('999')).toEqual([]);
  });
});

describe('makecall from an extension', () => {
  test('calls the route point like any caller', async () => {
    await using client = await RawClient.start({ tls: false });
    const { json } = await client.post('/callcontrol/100/makecall', { destination: '999' });
    expect(json).toMatchObject({ result: { dn: '100', originated_by_dn: '100', party_dn: '999' } });
    expect(await client.onlyParticipant('999')).toMatchObject({ party_dn: '100', status: 'Connected' });
  });
});
