import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CallControlClient } from '@org/3cx-api-client';
import type { CallEvent } from './events/call-event';
import { participant } from './testing/participants';
import { toldByHand } from './testing/told-by-hand';
import { settle, VirtualClock } from './testing/virtual-clock';

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

describe('many calls, one after the other (row 24)', () => {
  const CALLS = Number(process.env.SOAK_CALLS ?? 12_000);

  it(`leave nothing behind: ${String(CALLS)} calls`, async () => {
    setFlagsFromString('--expose-gc');
    const gc: unknown = runInNewContext('gc');
    const heap = () => {
      if (typeof gc === 'function') Reflect.apply(gc, undefined, []);
      return process.memoryUsage().heapUsed;
    };
    const { pbx, participants, tell } = await toldByHand();
    let ended = 0;
    let collectable = 0;
    const registry = new FinalizationRegistry(() => (collectable += 1));
    pbx.events$.subscribe((event) => {
      registry.register(event, undefined);
      if (event.eventType === 'call_ended') ended += 1;
    });
    const live = async (from: number, to: number) => {
      for (let id = from; id <= to; id += 1) {
        participants.set(id, participant({ id, callid: id, status: 'Ringing' }));
        tell('upset', id);
        await settle();
        participants.set(id, participant({ id, callid: id }));
        tell('upset', id);
        await settle();
        tell('dtmf', id, { dtmf_input: '1' });
        participants.delete(id);
        tell('remove', id);
      }
    };
    // The ended calls that are answered for (10 000 at most) are there from then on.
    const warmUp = 10_500;
    await live(1, warmUp);
    const before = heap();
    await live(warmUp + 1, warmUp + CALLS - 10_500 + 1);
    const after = heap();
    await settle();
    expect(after - before).toBeLessThan(5 * 1024 * 1024);
    expect(ended).toBe(CALLS + 1);
    expect(collectable).toBeGreaterThan(ended);
    await pbx.dispose();
  }, 600_000);
});
