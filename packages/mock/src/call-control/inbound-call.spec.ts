import { RawClient } from '../testing/raw-client';

describe('a call from outside to the route point', () => {
  test('is Connected by the PBX at once, and gone when the caller hangs up', async () => {
    await using client = await RawClient.start();
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const upset = await events.next(0, `/callcontrol/999/participants/${leg.id}`);
    expect(upset).toEqual({
      sequence: 1,
      event: { event_type: 0, entity: `/callcontrol/999/participants/${leg.id}`, attached_data: null },
    });
    expect(await client.view(id)).toMatchObject({ state: 'connected', connectedTo: '999', endedBy: null });

    await client.hangUp(id);
    await events.next(1, upset.event.entity);
    expect(await client.view(id)).toMatchObject({ state: 'ended', connectedTo: null, endedBy: 'caller' });
    expect(events.messages.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  test('may ring until the app answers, repeating Upset meanwhile', async () => {
    await using client = await RawClient.start({
      tls: false,
      firstInboundStatus: 'Ringing',
      upsetRepetitionMs: 25,
    });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    expect([leg.status, (await client.view(id)).state]).toEqual(['Ringing', 'ringing']);
    for (let repetition = 0; repetition < 4; repetition += 1) await events.next(0, /999/);

    expect(await client.act(leg, 'answer')).toMatchObject({
      status: 200,
      json: { finalstatus: 'Success', result: { id: leg.id, status: 'Connected' } },
    });
    expect((await client.view(id)).state).toBe('connected');
    await client.act(leg, 'drop');
    await events.next(1, /999/);
    const afterAnswer = events.messages.length;
    await client.call('+15550101', '101');
    await events.next(0, /101/);
    expect(events.messages.slice(afterAnswer).every(({ event }) => !event.entity.includes('/999/'))).toBe(
      true,
    );
    expect(await client.view(id)).toMatchObject({ state: 'ended', endedBy: '999' });
  });

  test('may be diverted while it rings: the leg is replaced at once', async () => {
    await using client = await RawClient.start({ tls: false, firstInboundStatus: 'Ringing' });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const diverted = await client.act(leg, 'divert', { destination: '101' });
    expect(diverted).toMatchObject({ status: 200, json: { finalstatus: 'Success' } });
    const target = await client.onlyParticipant('101');
    expect(target).toMatchObject({ status: 'Ringing', callid: id, on_behalf_of_dn: '999', legid: 3 });
    expect(await client.participants('999')).toEqual([]);
    await events.next(0, /101/);
    await events.next(1, /999/);
    expect(await client.view(id, 'connected')).toMatchObject({ connectedTo: '101' });
  });

  test('carries key presses, one event each, only while it is there', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const pressed = await client.control('POST', `/calls/${id}/dtmf`, { digits: '1*#', gapMs: 1 });
    expect(pressed.json).toEqual({ passedOn: 3 });
    for (const key of '1*#') {
      const { event } = await events.next(2, `/callcontrol/999/participants/${leg.id}`);
      expect(event.attached_data).toEqual({ dtmf_input: key });
    }
    await client.act(leg, 'transferto', { destination: '101' });
    expect((await client.control('POST', `/calls/${id}/dtmf`, { digits: '5' })).json).toEqual({
      passedOn: 0,
    });
    expect(events.messages.filter(({ event }) => event.event_type === 2)).toHaveLength(3);
  });

  test('may carry all keys of a request in one event', async () => {
    await using client = await RawClient.start({ tls: false, dtmfGrouping: 'grouped' });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    await client.control('POST', `/calls/${id}/dtmf`, { digits: '1234', gapMs: 1 });
    expect((await events.next(2, /999/)).event.attached_data).toEqual({ dtmf_input: '1234' });
  });

  test('may tell the participant in the event itself', async () => {
    await using client = await RawClient.start({ tls: false, attachedDataOnUpset: true });
    const events = await client.events();
    await client.call('+15550100', '999');
    expect((await events.next(0, /999/)).event.attached_data).toMatchObject({
      dn: '999',
      status: 'Connected',
    });
  });

  test('may hide the dialled number', async () => {
    await using client = await RawClient.start({ tls: false, presentDid: false });
    await client.call('+15550100', '999', { did: '+15550199' });
    expect(await client.onlyParticipant('999')).toMatchObject({ party_did: '' });
  });
});

describe('a call from an extension', () => {
  test('shows the caller as an extension, on both numbers', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.call('100', '999');
    expect(await client.onlyParticipant('999')).toMatchObject({
      party_dn: '100',
      party_dn_type: 'Wextension',
      party_caller_id: '100',
      originated_by_dn: '100',
    });
    expect(await client.onlyParticipant('100')).toMatchObject({
      status: 'Connected',
      party_dn: '999',
      legid: 1,
    });
  });
});

describe('a call to an extension', () => {
  test('rings, then is answered', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    const id = await client.call('+15550100', '101');
    await events.next(0, /\/101\//);
    expect(await client.view(id, 'connectedTo:101')).toMatchObject({ state: 'connected' });
    expect(await client.onlyParticipant('101')).toMatchObject({
      status: 'Connected',
      party_dn_type: 'Wexternalline',
    });
  });

  test.each([
    ['busy', 'busy'],
    ['reject', 'rejected'],
  ])('ends when the phone is set to %s', async (answer, endReason) => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer, afterMs: 5 });
    const events = await client.events();
    const id = await client.call('+15550100', '101');
    expect(await client.view(id, 'ended')).toMatchObject({ endReason });
    await events.next(1, /\/101\//);
  });

  test('leaves the phone when the caller gives up', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const events = await client.events();
    const id = await client.call('+15550100', '101');
    const { event } = await events.next(0, /\/101\//);
    await client.hangUp(id);
    await events.next(1, event.entity);
    expect(await client.participants('101')).toEqual([]);
  });

  test('can be answered and declined through the API where the phone allows it', async () => {
    await using client = await RawClient.start({ tls: false });
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const first = await client.call('+15550100', '101');
    await client.act(await client.onlyParticipant('101'), 'answer');
    expect((await client.view(first)).connectedTo).toBe('101');
    await client.hangUp(first);
    const second = await client.call('+15550100', '101');
    await client.act(await client.onlyParticipant('101'), 'drop');
    expect(await client.view(second)).toMatchObject({
      state: 'ended',
      endedBy: '101',
      endReason: 'rejected',
    });
  });
});

describe('a number that is not granted', () => {
  test('produces no events', async () => {
    await using client = await RawClient.start({ tls: false, grantedExtensions: [] });
    const events = await client.events();
    const first = await client.call('+15550100', '101');
    await client.view(first, 'connected');
    await client.call('+15550101', '999');
    await events.next(0, /\/999\//);
    expect(events.messages).toHaveLength(1);
  });
});
