import { once } from 'node:events';
import { WebSocket } from 'ws';
import { anyString } from '../testing/any-value';
import { RawClient } from '../testing/raw-client';

describe('the event socket', () => {
  test('answers pings', async () => {
    await using client = await RawClient.start();
    const { socket } = await client.events();
    const pong = once(socket, 'pong');
    socket.ping('are you there');
    expect(String((await pong)[0])).toBe('are you there');
  });

  test('numbers its messages from 1, each connection for itself', async () => {
    await using client = await RawClient.start({ tls: false });
    const first = await client.events();
    const id = await client.call('+15550100', '999');
    await first.next(0, /999/);
    const second = await client.events();
    await client.hangUp(id);
    expect((await first.next(1, /999/)).sequence).toBe(2);
    expect((await second.next(1, /999/)).sequence).toBe(1);
  });

  test('is refused without a valid token, before it is opened', async () => {
    await using client = await RawClient.start();
    await expect(client.events('made-up')).rejects.toThrow('401');
  });

  test('exists at one path only', async () => {
    await using client = await RawClient.start({ tls: false });
    const elsewhere = new WebSocket(`${client.pbx.url.replace('http', 'ws')}/elsewhere`);
    const failed = new Promise<Error>((resolve) => elsewhere.once('error', resolve));
    expect((await failed).message).toMatch(/404/);
  });

  test('answers requests with an event of type 4, keys in any casing', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    const id = await client.call('+15550100', '999');
    const { socket } = events;
    socket.send(JSON.stringify({ RequestID: 'a', Path: '/callcontrol/999/participants' }));
    expect((await events.next(4, /participants/)).event.attached_data).toMatchObject({
      RequestID: 'a',
      Path: '/callcontrol/999/participants',
      StatusCode: 200,
      Response: [{ dn: '999', callid: id }],
    });
    const leg = await client.onlyParticipant('999');
    const path = `/callcontrol/999/participants/${leg.id}/transferto`;
    socket.send(JSON.stringify({ requestId: 'b', path, requestData: { Destination: '101', Timeout: 5 } }));
    expect((await events.next(4, path)).event.attached_data).toMatchObject({
      RequestID: 'b',
      StatusCode: 200,
      Response: { finalstatus: 'Success', result: { dn: '101' } },
    });
    socket.send(JSON.stringify({ RequestID: 3, Path: '/callcontrol/555' }));
    expect((await events.next(4, /555/)).event.attached_data).toMatchObject({
      StatusCode: 404,
      Response: null,
    });
  });

  test('ignores what is no request', async () => {
    await using client = await RawClient.start({ tls: false });
    const events = await client.events();
    events.socket.send('{"subscribe":"all"}');
    events.socket.send('not json');
    events.socket.send(Buffer.from([1, 2, 3]));
    events.socket.send(JSON.stringify({ RequestID: 'last', Path: '/callcontrol' }));
    await events.next(4, '/callcontrol');
    expect(events.messages).toHaveLength(1);
  });
});

describe('faults', () => {
  let client: RawClient;
  beforeEach(async () => {
    client = await RawClient.start({ tls: false });
  });
  afterEach(() => client.pbx.dispose());

  test('dropSockets cuts every event socket without a close frame', async () => {
    const events = await client.events();
    expect((await client.control('POST', '/faults', { dropSockets: true })).status).toBe(204);
    expect(await events.closed).toBe(1006);
  });

  test('halfOpenSockets leaves them up but dead; new ones work', async () => {
    const dead = await client.events();
    await client.control('POST', '/faults', { halfOpenSockets: true });
    const alive = await client.events();
    const pongs: string[] = [];
    dead.socket.on('pong', () => pongs.push('dead'));
    dead.socket.ping();
    await client.call('+15550100', '999');
    await alive.next(0, /999/);
    alive.socket.ping();
    await once(alive.socket, 'pong');
    expect(pongs).toEqual([]);
    expect(dead.messages).toEqual([]);
    expect(dead.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('rejectUpgrades answers the next upgrades with a status', async () => {
    await client.control('POST', '/faults', { rejectUpgrades: { status: 503, count: 2 } });
    await expect(client.events()).rejects.toThrow('503');
    await expect(client.events()).rejects.toThrow('503');
    await client.events();
  });

  test('failRequests answers the next requests to a path with a status, until it is taken back', async () => {
    await client.control('POST', '/faults', {
      failRequests: { path: '/participants', status: 502, count: 3 },
    });
    expect((await client.get('/callcontrol/999')).status).toBe(200);
    expect((await client.get('/callcontrol/999/participants')).status).toBe(502);
    await client.control('DELETE', '/faults');
    expect((await client.get('/callcontrol/999/participants')).status).toBe(200);
  });

  test('delayGets holds GETs back', async () => {
    await client.control('POST', '/faults', { delayGets: { ms: 120 } });
    const started = performance.now();
    expect((await client.get('/callcontrol')).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
  });

  test('duplicateEvents sends everything twice', async () => {
    await client.control('POST', '/faults', { duplicateEvents: true });
    const events = await client.events();
    await client.call('+15550100', '999');
    const first = await events.next(0, /999/);
    expect(await events.next(0, first.event.entity)).toEqual({ ...first, sequence: 2 });
  });

  test('loseRemoves loses the next removes', async () => {
    const events = await client.events();
    await client.control('POST', '/faults', { loseRemoves: { count: 1 } });
    const lost = await client.call('+15550100', '999');
    await client.hangUp(lost);
    const kept = await client.call('+15550100', '999');
    const { id } = await client.onlyParticipant('999');
    await client.hangUp(kept);
    await events.next(1, `/callcontrol/999/participants/${id}`);
    expect(events.messages.filter(({ event }) => event.event_type === 1)).toHaveLength(1);
  });

  test.each([{}, { dropSockets: 'yes' }, { unheardOf: true }, { rejectUpgrades: { status: 200 } }])(
    'refuses %j with what to do',
    async (body) => {
      expect(await client.control('POST', '/faults', body)).toMatchObject({
        status: 400,
        json: { error: 'bad-request', message: anyString },
      });
    },
  );
});
