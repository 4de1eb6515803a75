import * as fc from 'fast-check';
import { createMockPbx } from './mock-pbx';
import { RawClient, readBytes } from './testing/raw-client';
import { noise } from './testing/telephone-audio';
import { Timers } from './timers';
import { VirtualClock } from './virtual-clock';
import { VirtualTimeError } from './virtual-time';
import type { VirtualTime } from './virtual-time';

// Room for a busy machine.
jest.setTimeout(30_000);

describe('a clock that stands still until moved', () => {
  test('runs timers in the order they are due, each at its own instant, whatever was set when', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 30 }), (delays) => {
        const clock = new VirtualClock(new Date(0));
        const ran: { readonly due: number; readonly at: number; readonly index: number }[] = [];
        delays.forEach((due, index) => clock.after(due, () => ran.push({ due, at: clock.now(), index })));
        for (let due = clock.nextDue; due !== undefined; due = clock.nextDue) clock.moveTo(due);
        const expected = delays
          .map((due, index) => ({ due, at: due, index }))
          .sort((a, b) => a.due - b.due || a.index - b.index);
        expect(ran).toEqual(expected);
      }),
    );
  });

  test('leaves what a timer sets for the same instant to the next move, so that moving always ends', () => {
    const clock = new VirtualClock(new Date(0));
    let runs = 0;
    const again = (): void => {
      runs += 1;
      clock.after(0, again);
    };
    clock.after(0, again);
    clock.moveTo(10);
    expect([runs, clock.nextDue]).toEqual([1, 10]);
  });

  test('repeats at a steady beat until cancelled', () => {
    const clock = new VirtualClock(new Date(0));
    const timers = new Timers(clock);
    const beats: number[] = [];
    const cancel = timers.every(750, () => {
      beats.push(clock.now());
      if (beats.length === 3) cancel();
    });
    for (let due = clock.nextDue; due !== undefined; due = clock.nextDue) clock.moveTo(due);
    expect(beats).toEqual([750, 1500, 2250]);
    expect(timers.size).toBe(0);
  });
});

describe('a mock in virtual time', () => {
  let client: RawClient;
  let time: VirtualTime;
  const startsAt = new Date('2026-03-02T08:00:00Z');

  beforeEach(async () => {
    client = await RawClient.start({ tls: false, time: { startsAt } });
    if (!client.pbx.time) throw new Error('not virtual');
    time = client.pbx.time;
  });
  afterEach(() => client.pbx.dispose());

  test('nothing happens by itself; phones ring and answer as time is moved', async () => {
    await client.control('POST', '/extensions/101', { answer: 'auto', afterMs: 20_000 });
    const events = await client.events();
    const id = await client.call('+15550100', '101');
    await time.advance(19_999);
    expect((await client.view(id)).state).toBe('ringing');
    await time.advance(1);
    expect((await client.view(id)).state).toBe('connected');
    const upsets = events.messages.filter(({ event }) => event.entity.startsWith('/callcontrol/101/'));
    expect(upsets).toHaveLength(1 + Math.floor(20_000 / 750) + 1);
    expect(time.now()).toBe(20_000);
    expect(time.date()).toEqual(new Date('2026-03-02T08:00:20Z'));
    events.socket.terminate();
  });

  test('runUntil stops at the instant of a happening, or when a condition holds', async () => {
    await client.control('POST', '/extensions/101', { answer: 'never' });
    const id = await client.call('+15550100', '101');
    await time.runUntil(() => time.now() >= 500);
    await time.runUntil('call-ended');
    expect(time.now()).toBe(120_000);
    expect((await client.view(id)).endedBy).toBe('system');
  });

  test('runUntil gives up, in virtual time', async () => {
    await expect(time.runUntil('call-placed', { withinMs: 5000 })).rejects.toThrow(
      new VirtualTimeError('"call-placed" did not happen within 5000 ms of virtual time.'),
    );
    expect(time.now()).toBe(5000);
  });

  test('moves asked for at once are made one after the other', async () => {
    await Promise.all([time.advance(1000), time.advance(500)]);
    expect(time.now()).toBe(1500);
  });

  test('a blocking transfer over a real socket settles at its virtual time', async () => {
    await client.control('POST', '/extensions/101', { answer: 'never' });
    await client.call('+15550100', '999');
    const leg = await client.onlyParticipant('999');
    const transfer = client.act(leg, 'transferto', { destination: '101', timeout: 60 });
    await time.advance(59_999);
    expect(await Promise.race([transfer, Promise.resolve('pending')])).toBe('pending');
    await time.advance(1);
    expect((await transfer).status).toBe(422);
  });

  test('what is written is heard at the pace of a telephone, virtually', async () => {
    const id = await client.call('+15550100', '999');
    const stream = client.speak(await client.onlyParticipant('999'));
    stream.write(noise(60_000));
    await time.advance(45_000);
    expect(await client.view(id)).toMatchObject({ heardMs: 45_000, gaps: 0, maxLeadMs: 60_000 });
    stream.destroy();
  });

  test('the caller is heard at that pace too', async () => {
    await client.call('+15550100', '999');
    const listening = client.listen(await client.onlyParticipant('999'));
    const hearing = listening.then((stream) => readBytes(stream, 16_000 * 30));
    await time.advance(30_100);
    expect((await hearing).all.length).toBeGreaterThanOrEqual(16_000 * 30);
    (await listening).destroy();
  });

  test('tokens are issued by the virtual wall clock and expire in virtual time', async () => {
    const [, claims = ''] = client.token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iat: startsAt.getTime() / 1000,
    });
    await time.advance(3_599_999);
    expect((await client.get('/callcontrol')).status).toBe(200);
    await time.advance(1);
    expect((await client.get('/callcontrol')).status).toBe(401);
  });

  test('other clocks can follow, never more than a step behind', async () => {
    let theirs = 0;
    let furthest = 0;
    const stop = time.follow(
      (ms) => {
        theirs += ms;
        furthest = Math.max(furthest, ms);
      },
      { stepMs: 20 },
    );
    await time.advance(1010);
    stop();
    await time.advance(1000);
    expect([theirs, furthest]).toEqual([1010, 20]);
  });
});

test('in real time there is nothing to move', async () => {
  await using pbx = await createMockPbx({ tls: false });
  expect(pbx.time).toBeUndefined();
});
