import { forEveryone } from '../configuration/route-to';
import { RawClient } from '../testing/raw-client';

const isPending = async (promise: Promise<unknown>): Promise<boolean> =>
  (await Promise.race([promise, new Promise((resolve) => setImmediate(resolve, 'pending'))])) === 'pending';

describe.each(['routeto', 'transferto'])('%s', (action) => {
  test('blocks until the destination answers; the acting leg goes, a new one takes its place', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const routed = client.act(leg, action, { destination: '101', timeout: 30 });
    await events.next(0, /\/101\//);
    const target = await client.onlyParticipant('101');
    expect(target).toMatchObject({ status: 'Ringing', callid: id, party_dn: '10001', legid: 3 });
    expect((await client.onlyParticipant('999')).status).toBe('Connected');
    expect(await isPending(routed)).toBe(true);

    await client.act(target, 'answer');
    expect(await routed).toMatchObject({
      status: 200,
      json: { finalstatus: 'Success', result: { id: target.id, dn: '101', status: 'Connected', callid: id } },
    });
    await events.next(0, `/callcontrol/101/participants/${target.id}`);
    await events.next(1, `/callcontrol/999/participants/${leg.id}`);
    expect(await client.participants('999')).toEqual([]);
    expect(await client.view(id)).toMatchObject({ state: 'connected', connectedTo: '101' });
  });

  test.each([
    ['busy', 'PhoneBusy'],
    ['reject', 'NoAnswer'],
    ['never', 'NoAnswer'],
  ])('fails and keeps the leg when the phone is set to %s', async (answer, reason) => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer, afterMs: 5 });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const response = await client.act(leg, action, { destination: '101', timeout: 0.05 });
    expect(response).toMatchObject({ status: 422, json: { finalstatus: 'Failed', reason, result: null } });
    await events.next(1, /\/101\//);
    expect(await client.onlyParticipant('999')).toMatchObject({ id: leg.id, status: 'Connected' });
    expect((await client.view(id)).connectedTo).toBe('999');
  });

  test('fails when the caller hangs up meanwhile', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const routed = client.act(await client.onlyParticipant('999'), action, { destination: '101' });
    const { event } = await events.next(0, /\/101\//);
    await client.hangUp(id);
    expect(await routed).toMatchObject({ status: 422, json: { finalstatus: 'Failed' } });
    await events.next(1, event.entity);
  });

  test('is refused while another one of the same leg is in progress', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await client.events();
    await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const first = client.act(leg, action, { destination: '101' });
    await events.next(0, /\/101\//);
    expect((await client.act(leg, action, { destination: '102' })).status).toBe(422);
    await client.act(leg, 'drop');
    expect((await first).status).toBe(422);
  });

  test('to the queue succeeds at once; the first agent to answer then takes the caller', async () => {
    await using client = await RawClient.start({ tls: false, grantedExtensions: ['100', '101', '800'] });
    await client.control('POST', '/extensions/100', { answer: 'never' });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const response = await client.act(await client.onlyParticipant('999'), action, { destination: '800' });
    expect(response).toMatchObject({ status: 200, json: { result: { dn: '800', status: 'Connected' } } });
    expect(await client.view(id)).toMatchObject({ state: 'connected', connectedTo: '800' });
    expect((await client.control('GET', '/state')).json).toMatchObject({
      queues: [{ number: '800', waiting: 1 }],
    });

    const loser = await client.onlyParticipant('100');
    const winner = await client.onlyParticipant('101');
    expect([loser, winner]).toMatchObject([
      { status: 'Ringing', callid: id, on_behalf_of_dn: '800' },
      { status: 'Ringing', callid: id, on_behalf_of_dn: '800' },
    ]);
    await client.act(winner, 'answer');
    await events.next(1, /\/800\//);
    await events.next(1, `/callcontrol/100/participants/${loser.id}`);
    expect((await client.view(id)).connectedTo).toBe('101');
  });
});

describe('a transfer', () => {
  test('names the transferor, and moves the far side of a call the route point made', async () => {
    await using client = await RawClient.start({ tls: false, answerAfterMs: 1 });
    const leg = await client.makeCall('+15550100123');
    await client.view(leg.callid, 'connected');
    expect((await client.act(leg, 'transferto', { destination: '101' })).status).toBe(200);
    expect(await client.onlyParticipant('101')).toMatchObject({
      callid: leg.callid,
      party_caller_id: '+15550100123',
      referred_by_dn: '999',
      referred_by_type: 'Wroutepoint',
    });
  });

  test('tells the other party on an extension who it talks to now', async () => {
    await using client = await RawClient.start({ tls: false, answerAfterMs: 1 });
    const events = await client.events();
    await client.call('100', '999');
    await events.next(0, /\/999\//);
    await client.act(await client.onlyParticipant('999'), 'transferto', { destination: '101' });
    expect(await client.onlyParticipant('100')).toMatchObject({ party_dn: '101', status: 'Connected' });
  });

  test('puts the caller on hold while it is tried: keys and audio do not get through', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const routed = client.act(leg, 'transferto', { destination: '101' });
    await events.next(0, /\/101\//);
    expect(await client.view(id)).toMatchObject({ onHold: true, connectedTo: '999' });
    expect((await client.control('POST', `/calls/${id}/dtmf`, { digits: '1' })).json).toEqual({
      passedOn: 0,
    });
    await client.act(await client.onlyParticipant('101'), 'drop');
    expect((await routed).status).toBe(422);
    expect(await client.view(id)).toMatchObject({ onHold: false });
    expect((await client.control('POST', `/calls/${id}/dtmf`, { digits: '1' })).json).toEqual({
      passedOn: 1,
    });
  });
});

describe('a destination with rules of its own', () => {
  const start = () =>
    RawClient.start({
      tls: false,
      configuration: {
        extensions: [
          { number: '100' },
          {
            number: '101',
            profiles: [
              {
                name: 'Available',
                noAnswer: forEveryone({ to: 'VoiceMail', number: '101' }),
                busy: forEveryone({ to: 'Extension', number: '102' }),
              },
            ],
          },
          { number: '102' },
          { number: '103' },
        ],
        queues: [],
        ivrs: [],
        ringGroups: [{ number: '810', members: ['102', '103'] }],
        servicePrincipals: [{ number: '999', peers: ['101', '102', '103'] }],
      },
    });

  test.each([
    ['NoAnswer', '*4101'],
    ['PhoneBusy', '102'],
    ['None', '101'],
  ])('and the reason %s is reached at %s', async (reason, at) => {
    await using client = await start();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const routed = await client.act(leg, 'routeto', { destination: '101', reason });
    expect(routed).toMatchObject({ status: 200, json: { finalstatus: 'Success' } });
    expect((await client.view(id)).connectedTo).toBe(at);
  });

  test.each([
    ['a ring group', '810', /^10[23]$/],
    ['a parking place', 'SP1', /^SP1$/],
    ['a box by its dial code', '*4103', /^\*4103$/],
    ['a number outside', '+15550199', /^10001$/],
  ])('takes a transfer when it is %s', async (_, destination, at) => {
    await using client = await start();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    expect((await client.act(leg, 'transferto', { destination })).status).toBe(200);
    expect((await client.view(id)).connectedTo).toMatch(at);
  });

  test('and a call parked there is fetched by a call to the place', async () => {
    await using client = await start();
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    await client.act(await client.onlyParticipant('999'), 'transferto', { destination: 'SP1' });
    const { json } = await client.post('/callcontrol/103/makecall', { destination: 'SP1' });
    expect(json).toMatchObject({ result: { status: 'Dialing', dn: '103' } });
    await events.next(1, /\/103\//);
    expect(await client.onlyParticipant('103')).toMatchObject({
      status: 'Connected',
      callid: id,
      party_caller_id: '+15550100',
    });
  });
});
