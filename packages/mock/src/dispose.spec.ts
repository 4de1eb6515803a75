import { createMockPbx } from './mock-pbx';
import { RawClient } from './testing/raw-client';

/** What keeps a process alive: sockets, servers and timers. */
function openHandles(): { readonly sockets: number; readonly timers: number } {
  const kinds = process.getActiveResourcesInfo();
  return {
    sockets: kinds.filter((kind) => /TCP|TLS/.test(kind)).length,
    timers: kinds.filter((kind) => kind === 'Timeout').length,
  };
}

async function fewTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Handles that have been closed go within some turns of the event loop; no event tells when. */
async function expectHandlesAsBefore(before: ReturnType<typeof openHandles>): Promise<void> {
  let now = openHandles();
  for (let look = 0; look < 2000 && (now.sockets > before.sockets || now.timers > before.timers); look += 1) {
    await fewTurns();
    now = openHandles();
  }
  expect(now.sockets).toBeLessThanOrEqual(before.sockets);
  expect(now.timers).toBeLessThanOrEqual(before.timers);
}

beforeEach(fewTurns);

test('dispose closes every socket, timer and stream, however busy', async () => {
  const before = openHandles();
  const client = await RawClient.start();
  const events = await client.events();
  const id = await client.call('+15550100', '999');
  await client.control('POST', '/extensions/101', { answer: 'never' });
  const leg = await client.onlyParticipant('999');
  const listening = await client.listen(leg);
  listening.on('error', () => undefined).resume();
  const speaking = client.speak(leg);
  const streamsClosed = [listening, speaking].map(
    (stream) => new Promise((resolve) => stream.once('close', resolve)),
  );
  const pending = [
    client.act(leg, 'transferto', { destination: '101' }),
    client.view(id, 'ended'),
    client.control('POST', `/calls/${id}/dtmf`, { digits: '12', gapMs: 60_000 }),
  ].map((request) => request.then(String, String));
  await events.next(0, /\/callcontrol\/101\//);
  expect(openHandles().sockets).toBeGreaterThan(before.sockets);
  expect(openHandles().timers).toBeGreaterThan(before.timers);

  await client.pbx.dispose();
  await Promise.all([events.closed, ...streamsClosed, ...pending]);
  await expectHandlesAsBefore(before);
});

test('dispose may be called twice', async () => {
  const pbx = await createMockPbx({ tls: false });
  await Promise.all([pbx.dispose(), pbx.dispose()]);
  await pbx.dispose();
});

test('a start that fails because a port is taken leaves nothing open', async () => {
  const first = await createMockPbx({ tls: false });
  const before = openHandles();
  const controlPort = Number(new URL(first.controlUrl).port);
  await expect(createMockPbx({ controlPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expectHandlesAsBefore(before);
  await first.dispose();
});
