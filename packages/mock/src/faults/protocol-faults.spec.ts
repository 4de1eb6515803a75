import { RawClient } from '../testing/raw-client';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

describe('faults of the event protocol', () => {
  test('lost events leave a hole in the sequence', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    await client.control('POST', '/faults', { loseEvents: { count: 1 } });
    const id = await client.call('+15550100', '999');
    await client.hangUp(id);
    expect((await events.next(1, /999/)).sequence).toBe(2);
    expect(events.messages).toHaveLength(1);
  });

  test('delayed events with jitter come out of order, and all of them', async () => {
    const order = async () => {
      await using client = await RawClient.start({ tls: false });
      const events = await client.events();
      await client.control('POST', '/faults', { delayEvents: { ms: 5, jitterMs: 200, seed: 3 } });
      for (let call = 0; call < 6; call += 1) await client.call('+15550100', '999');
      while (events.messages.length < 6) await events.next(0, /999/);
      return events.messages.map(({ sequence }) => sequence);
    };
    const first = await order();
    expect(first.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(first).not.toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('sockets are closed with the code asked for', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    await client.control('POST', '/faults', { closeSockets: { code: 1012 } });
    expect(await events.closed).toBe(1012);
  });

  test('a ghost is told of and can not be read', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    await client.control('POST', '/faults', { ghostParticipant: true });
    const { event } = await events.next(0, /999/);
    await events.next(1, event.entity);
    expect((await client.get(event.entity)).status).toBe(404);
  });

  test('a restart ends calls without a word, answers 503 for a while, and counts from 1', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    const before = await client.call('+15550100', '999');
    await events.next(0, /999/);
    await client.control('POST', '/faults', { restart: { downMs: 150 } });
    await events.closed;
    expect(events.messages.some(({ event }) => event.event_type === 1)).toBe(false);
    expect((await client.get('/callcontrol')).status).toBe(503);
    await expect(client.events()).rejects.toThrow('503');
    while ((await client.signIn()).status === 503);
    expect(await client.participants('999')).toEqual([]);
    expect(await client.call('+15550100', '999')).toBe(before);
  });
});
