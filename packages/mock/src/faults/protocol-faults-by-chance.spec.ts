import { once } from 'node:events';
import * as z from 'zod';
import { RawClient } from '../testing/raw-client';

// A safety net for busy machines; nothing here waits that long.
jest.setTimeout(60_000);

const statusOf = z.object({ status: z.string() });

let client: RawClient;
beforeEach(async () => {
  // One Upset for each change, so that what comes is the same in every run.
  client = await RawClient.start({ tls: false, upsetRepetitionMs: 600_000 });
});
afterEach(() => client.pbx.dispose());

const faults = (body: object) => client.control('POST', '/faults', body);

/** What the mock says it has injected, in order. */
async function injected(): Promise<readonly string[]> {
  const log = z
    .array(
      z.object({
        kind: z.string(),
        detail: z.looseObject({ name: z.string().optional(), subject: z.string().optional() }),
      }),
    )
    .parse((await client.control('GET', '/log')).json);
  return log
    .filter(({ kind, detail }) => kind === 'fault' && detail.subject !== undefined)
    .map(({ detail }) => `${detail.name ?? ''} ${detail.subject ?? ''}`);
}

test('events are lost by chance, of the kinds asked for', async () => {
  const events = await client.events();
  await faults({ loseEvents: { probability: 1, events: ['remove'] } });
  const id = await client.call('+15550100', '999');
  await client.hangUp(id);
  await client.call('+15550101', '999');
  await events.next(0, /participants\/2$/);
  await events.next(0, /participants\/4$/);
  expect(events.messages.map(({ sequence }) => sequence)).toEqual([1, 3]);
});

test('events are overtaken by the next', async () => {
  await faults({ reorderEvents: { count: 1, events: ['dtmf'] } });
  const events = await client.events();
  const id = await client.call('+15550100', '999');
  await client.control('POST', `/calls/${id}/dtmf`, { digits: '12', gapMs: 0 });
  await client.hangUp(id);
  await events.next(1, /999/);
  const keys = events.messages.filter(({ event }) => event.event_type === 2);
  expect(keys.map(({ event }) => event.attached_data?.dtmf_input)).toEqual(['2', '1']);
  expect(events.messages.map(({ sequence }) => sequence)).toEqual([1, 3, 2, 4]);
});

test('an event that nothing overtakes comes after a while', async () => {
  await faults({ reorderEvents: { holdMs: 30, by: 1 } });
  const events = await client.events();
  await client.call('+15550100', '999');
  expect((await events.next(0, /999/)).sequence).toBe(1);
});

test('events are garbled', async () => {
  await faults({ garbleEvents: { count: 1 } });
  const { socket } = await client.events();
  const texts: string[] = [];
  socket.removeAllListeners('message').on('message', (data: Buffer) => texts.push(data.toString()));
  await client.hangUp(await client.call('+15550100', '999'));
  while (texts.length < 2) await once(socket, 'message');
  expect(() => z.unknown().parse(JSON.parse(texts[0] ?? ''))).toThrow(SyntaxError);
  expect(JSON.parse(texts[1] ?? '')).toMatchObject({ sequence: 2 });
});

test('ghosts appear beside real participants, without a Remove if asked for', async () => {
  await faults({ ghostParticipant: { removed: false, events: ['remove'] } });
  const events = await client.events();
  await client.hangUp(await client.call('+15550100', '999'));
  const { event } = await events.next(0, /participants\/\d{7}$/);
  expect((await client.get(event.entity)).status).toBe(404);
  expect(events.messages.filter((message) => message.event.entity === event.entity)).toHaveLength(1);
});

test('sockets are cut after events', async () => {
  await faults({ dropSockets: { events: ['remove'] } });
  const events = await client.events();
  await client.hangUp(await client.call('+15550100', '999'));
  expect(await events.closed).toBe(1006);
  expect(events.messages).toHaveLength(2);
});

test('sockets opened from now on go dead after some events', async () => {
  const before = await client.events();
  await faults({ halfOpenSockets: { afterEvents: 1, count: 1 } });
  const dying = await client.events();
  const after = await client.events();
  await client.hangUp(await client.call('+15550100', '999'));
  for (const alive of [before, after]) await alive.next(1, /999/);
  expect(dying.messages).toHaveLength(1);
  expect(dying.socket.readyState).toBe(dying.socket.OPEN);
});

test('GETs answer what was before the last change', async () => {
  await faults({ staleGets: true });
  await client.control('POST', '/extensions/101', { answer: 'auto', afterMs: 5 });
  const { id } = await client.makeCall('101');
  const events = await client.events();
  await client.view(1, 'connected');
  const path = `/callcontrol/999/participants/${id}`;
  expect(statusOf.parse((await client.get(path)).json).status).toBe('Dialing');
  await client.control('DELETE', '/faults');
  expect(statusOf.parse((await client.get(path)).json).status).toBe('Connected');
  events.socket.terminate();
});

test('a GET of a participant that is there answers 404, late', async () => {
  await client.call('+15550100', '999');
  const { id } = await client.onlyParticipant('999');
  await faults({ late404: { ms: 60 } });
  const startedAt = performance.now();
  expect((await client.get(`/callcontrol/999/participants/${id}`)).status).toBe(404);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55);
  expect((await client.get(`/callcontrol/999/participants/${id}`)).status).toBe(200);
});

test('a far leg is forbidden whatever is asked of it, and stays so', async () => {
  await faults({ forbidParticipants: { count: 1 } });
  await client.call('+15550100', '999');
  await client.call('+15550101', '999');
  const [far, own] = await client.participants('999');
  if (!far || !own) throw new Error('two participants');
  for (let turn = 0; turn < 2; turn += 1) {
    expect((await client.get(`/callcontrol/999/participants/${far.id}`)).status).toBe(403);
    expect((await client.act(far, 'drop')).status).toBe(403);
  }
  expect((await client.act(own, 'drop')).status).toBe(200);
});

test('the token is revoked when a request comes', async () => {
  await faults({ revokeToken: { count: 1 } });
  expect((await client.get('/callcontrol')).status).toBe(401);
  expect((await client.signIn()).status).toBe(200);
  expect((await client.get('/callcontrol')).status).toBe(200);
});

test('GETs are late by an amount of their own', async () => {
  await faults({ delayGets: { ms: 50, jitterMs: 20, count: 1 } });
  const startedAt = performance.now();
  await client.get('/callcontrol');
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(45);
});

const everything = (seed: number) => ({
  seed,
  loseEvents: { probability: 0.3 },
  loseRemoves: { probability: 0.3 },
  duplicateEvents: { probability: 0.3 },
  delayEvents: { ms: 1, jitterMs: 3, probability: 0.3 },
  reorderEvents: { probability: 0.3, by: 3 },
  ghostParticipant: { probability: 0.2 },
  late404: { probability: 0.3 },
  forbidParticipants: { probability: 0.3 },
  failRequests: { path: '/participants', status: 500, probability: 0.3 },
});

async function traffic(seed: number): Promise<readonly string[]> {
  client = await RawClient.start({ tls: false, upsetRepetitionMs: 600_000 });
  await faults(everything(seed));
  const events = await client.events();
  for (let call = 0; call < 8; call += 1) {
    const id = await client.call('+15550100', '999');
    await client.control('POST', `/calls/${id}/dtmf`, { digits: '12', gapMs: 0 });
    // At the same time, so that their order is anyone's guess.
    const paths = [2 * call + 1, 2 * call + 2].map((leg) => `/callcontrol/999/participants/${leg}`);
    await Promise.all([...paths, ...paths, '/callcontrol/999/participants'].map((path) => client.get(path)));
    await client.hangUp(id);
  }
  events.socket.terminate();
  const what = await injected();
  await client.pbx.dispose();
  return what.toSorted();
}

test('the same seed and the same traffic meet the same faults; another seed others', async () => {
  await client.pbx.dispose();
  const first = await traffic(7);
  expect(new Set(first.map((line) => line.split(' ')[0]))).toEqual(
    new Set(Object.keys(everything(7)).filter((name) => name !== 'seed')),
  );
  expect(await traffic(7)).toEqual(first);
  expect(await traffic(8)).not.toEqual(first);
});

test('GET /state lists what is in force and how often it has struck', async () => {
  const inForce = z.object({ faults: z.object({ inForce: z.unknown(), down: z.boolean() }) });
  const shown = async () => inForce.parse((await client.control('GET', '/state')).json).faults;
  expect(await shown()).toEqual({ inForce: {}, down: false });
  await faults({ loseRemoves: { count: 3 }, duplicateEvents: true, dropSockets: true });
  await client.events();
  await client.hangUp(await client.call('+15550100', '999'));
  expect(await shown()).toEqual({
    inForce: {
      loseRemoves: { count: 3, injected: 1, left: 2 },
      duplicateEvents: { injected: 1, left: null },
    },
    down: false,
  });
  await faults({ restart: { downMs: 60_000 } });
  expect((await shown()).down).toBe(true);
  await client.control('DELETE', '/faults');
  expect((await shown()).inForce).toEqual({});
});

test('an outside number in a path does not get into the log', async () => {
  await faults({ failRequests: { path: 'Peers', status: 500 } });
  await client.get("/xapi/v1/Peers/Pbx.GetPeerByNumber(number='+4930123456789')");
  expect(await injected()).toHaveLength(1);
  expect((await client.control('GET', '/log')).bytes.toString()).not.toContain('30123456789');
});
