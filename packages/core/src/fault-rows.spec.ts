import { AuthenticationError, ConnectionFailedError, type CallControlClient } from '@org/3cx-api-client';
import { deferred } from './deferred';
import type { CallEvent } from './events/call-event';
import type { EventSocketHandlers } from './socket/event-socket';
import { participant } from './testing/participants';
import { toldByHand } from './testing/told-by-hand';
import { settle, VirtualClock } from './testing/virtual-clock';

describe('sign-in that does not work for a while (row 5)', () => {
  /** A phone system whose token desk and socket the test answers for. */
  async function withTokens() {
    const clock = new VirtualClock();
    const desk = { get: () => Promise.resolve('token'), asked: 0, invalidated: [] as string[] };
    const used: string[] = [];
    let refused = false;
    let handlers: EventSocketHandlers | undefined;
    const scene = await toldByHand({
      clock,
      random: () => 0,
      tokens: {
        get: () => {
          desk.asked += 1;
          return desk.get();
        },
        invalidate: (token) => desk.invalidated.push(token),
      },
      openSocket: (token, given) => {
        used.push(token);
        if (refused) return Promise.reject(new AuthenticationError('replaced'));
        handlers = given;
        return Promise.resolve({ close() {} });
      },
    });
    return {
      ...scene,
      clock,
      desk,
      used,
      lose: () => handlers?.onClosed('cut'),
      refuse: (on: boolean) => (refused = on),
    };
  }

  it('tries again for as long as the token desk is down, and comes back', async () => {
    const { pbx, clock, desk, used, lose } = await withTokens();
    desk.get = () => Promise.reject(new ConnectionFailedError('refused'));
    lose();
    await clock.advance(600_000);
    expect(pbx.connection).toBe('lost');
    expect(desk.asked).toBeGreaterThan(5);
    desk.get = () => Promise.resolve('fresh');
    await clock.advance(30_000);
    expect([pbx.connection, used]).toEqual(['connected', ['token', 'fresh']]);
    await pbx.dispose();
  });

  it('waits for a slow one with one request, and opens one socket', async () => {
    const { pbx, clock, desk, used, lose } = await withTokens();
    const slow = deferred<string>();
    desk.get = () => slow.promise;
    lose();
    await clock.advance(60_000);
    expect(desk.asked).toBe(2);
    slow.resolve('fresh');
    await clock.advance(1_000);
    expect([pbx.connection, used]).toEqual(['connected', ['token', 'fresh']]);
    await pbx.dispose();
  });

  it('gives up once a fresh token is refused too, and asks no more', async () => {
    const { pbx, clock, desk, lose, refuse } = await withTokens();
    refuse(true);
    lose();
    await clock.advance(30_000);
    expect([pbx.connection, desk.invalidated]).toEqual(['failed', ['token']]);
    const { asked } = desk;
    await clock.advance(600_000);
    expect(desk.asked).toBe(asked);
    await pbx.dispose();
  });
});

describe('a wall clock that is set (row 6)', () => {
  it.each([-3_600_000, 3_600_000])(
    'by %d ms: lengths, order and timers are as if it were not',
    async (byMs) => {
      const clock = new VirtualClock();
      const { pbx, participants, tell, lose } = await toldByHand({ clock, random: () => 0 });
      const told: CallEvent[] = [];
      pbx.events$.subscribe((event) => told.push(event));
      participants.set(1, participant({ id: 1, status: 'Ringing' }));
      tell('upset', 1);
      await clock.advance(3_000);
      clock.setWallClock(byMs);
      participants.set(1, participant({ id: 1 }));
      tell('upset', 1);
      await clock.advance(7_000);
      const [call] = pbx.calls;
      participants.delete(1);
      tell('remove', 1);
      expect(told.at(-1)).toMatchObject({
        eventType: 'call_ended',
        timestamp: clock.date().toISOString(),
        data: { durationSeconds: 10, talkSeconds: 7 },
      });
      expect(call?.answeredAt?.getTime()).toBe((call?.startedAt.getTime() ?? 0) + 3_000);

      lose();
      clock.setWallClock(byMs);
      await clock.advance(500);
      expect(told.at(-1)).toMatchObject({ eventType: 'connection_restored', data: { gapMs: 500 } });
      await pbx.dispose();
    },
  );
});

describe('events about somebody who is not there (row 8)', () => {
  it('make no call and do no harm', async () => {
    const { pbx, tell } = await toldByHand();
    const told: CallEvent[] = [];
    pbx.events$.subscribe((event) => told.push(event));
    tell('upset', 7);
    tell('remove', 8);
    tell('upset', 8);
    tell('dtmf', 9, { dtmf_input: '1' });
    await settle();
    expect([told, pbx.calls]).toEqual([[], []]);
    await pbx.dispose();
  });
});

describe('a slow answer while events pour in (row 9)', () => {
  it('is asked for twice at most, and the last state is told', async () => {
    const clock = new VirtualClock();
    let version = 0;
    const getParticipant: CallControlClient['getParticipant'] = (_dn, id) =>
      new Promise((resolve) => {
        const shown = participant({ id, party_caller_name: `Version ${String(version)}` });
        clock.after(5_000, () => {
          resolve(shown);
        });
      });
    const { pbx, tell, gets } = await toldByHand({ clock, api: { getParticipant } });
    for (version = 1; version <= 20; version += 1) {
      tell('upset', 1);
      await clock.advance(50);
    }
    await clock.advance(10_000);
    expect(gets()).toBe(2);
    expect(pbx.calls[0]?.callerName).toBe('Version 21');
    await pbx.dispose();
  });
});

describe('a burst of 100 000 events (row 10)', () => {
  it('stays within its memory, and lets others run', async () => {
    const { pbx, participants, tell } = await toldByHand();
    for (let id = 1; id <= 200; id += 1) participants.set(id, participant({ id, callid: id }));
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    // Of the processor, so that what else the machine is busy with doesn't count.
    const turnsMs: number[] = [];
    for (let read = 0; read < 200; read += 1) {
      const began = process.cpuUsage();
      // A socket hands over what one read has brought, then others have their turn.
      for (let count = 0; count < 500; count += 1) tell('upset', (count % 200) + 1);
      most = Math.max(most, process.memoryUsage().heapUsed - before);
      await settle();
      const { user, system } = process.cpuUsage(began);
      turnsMs.push((user + system) / 1_000);
    }
    expect(most).toBeLessThan(150 * 1024 * 1024);
    await settle();
    expect(pbx.calls).toHaveLength(200);
    turnsMs.sort((a, b) => a - b);
    expect(turnsMs[197]).toBeLessThan(50);
    await pbx.dispose();
  });
});

describe('messages that are none (row 11)', () => {
  it.each([
    ['nothing', ''],
    ['no JSON', '{"sequence":1,'],
    ['deep nesting', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    [
      'deep nesting inside',
      `{"event":{"event_type":0,"entity":"/callcontrol/999/participants/1","attached_data":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}}`,
    ],
    [
      'prototypes',
      '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"event":{"event_type":0,"entity":"/x"}}',
    ],
    [
      'a lone surrogate',
      '{"event":{"event_type":2,"entity":"/callcontrol/999/participants/1","attached_data":{"dtmf_input":"\\ud800"}}}',
    ],
    ['NUL', '\u0000'],
    ['wrong types', '{"event":{"event_type":"0","entity":7,"attached_data":[]}}'],
    [
      'an unknown type',
      '{"event":{"event_type":99,"entity":"/callcontrol/999/participants/1","attached_data":null}}',
    ],
    [
      'a number beyond all',
      '{"sequence":1e999,"event":{"event_type":0,"entity":"/callcontrol/999/participants/99999999999999999999"}}',
    ],
  ])('%s: passed over, and the next is read', async (_what, text) => {
    const { pbx, participants, message, tell } = await toldByHand();
    message(text);
    participants.set(1, participant({ id: 1 }));
    tell('upset', 1);
    await settle();
    expect(pbx.calls).toHaveLength(1);
    expect({}).not.toHaveProperty('x');
    await pbx.dispose();
  });

  it('are counted', async () => {
    const { pbx, message } = await toldByHand();
    message('no JSON');
    message('{}');
    let malformed = 0;
    pbx.metrics$.subscribe((metrics) => (malformed = metrics.malformed)).unsubscribe();
    expect(malformed).toBe(2);
    await pbx.dispose();
  });
});

describe('keys (row 12)', () => {
  it.each([
    ['', ''],
    ['12#', '12#'],
    ['1x2é😀', '12'],
    ['a', 'A'],
    ['5'.repeat(10_000), '5'.repeat(10_000)],
  ])('%j', async (sent, heard) => {
    const { pbx, participants, tell } = await toldByHand();
    participants.set(1, participant({ id: 1 }));
    tell('upset', 1);
    await settle();
    let told = '';
    pbx.events$.subscribe((event) => {
      if (event.eventType === 'dtmf_received') told += event.data.digits;
    });
    tell('dtmf', 1, { dtmf_input: sent });
    expect(told).toBe(heard);
    await pbx.dispose();
  });

  it('never cross from call to call, nor outlive their call', async () => {
    const { pbx, participants, tell } = await toldByHand();
    for (const id of [1, 2]) participants.set(id, participant({ id, callid: id }));
    tell('upset', 1);
    tell('upset', 2);
    await settle();
    const told: string[] = [];
    pbx.events$.subscribe((event) => {
      if (event.eventType === 'dtmf_received') told.push(`${event.callId} ${event.data.digits}`);
    });
    for (const [id, key] of [
      [1, '1'],
      [2, '9'],
      [1, '2'],
      [2, '8'],
    ] as const)
      tell('dtmf', id, { dtmf_input: key });
    participants.delete(1);
    tell('remove', 1);
    tell('dtmf', 1, { dtmf_input: '3' });
    await settle();
    expect(told).toEqual(['call-1-1 1', 'call-2-2 9', 'call-1-1 2', 'call-2-2 8']);
    await pbx.dispose();
  });
});
