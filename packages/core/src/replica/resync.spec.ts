import {
  ConnectionFailedError,
  NotFoundError,
  PermissionError,
  type DnState,
  type Participant,
} from '@org/3cx-api-client';
import { dnState, participant } from '../testing/participants';
import { Counters } from '../telemetry/counters';
import { settle, VirtualClock } from '../testing/virtual-clock';
import { Resync } from './resync';

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A PBX of which every answer is given by hand. */
function pbx() {
  const snapshots: ((state: DnState[]) => void)[] = [];
  const gets: { id: number; answer: (participant: Participant) => void; fail: (error: Error) => void }[] = [];
  const told: string[] = [];
  const clock = new VirtualClock();
  const resync = new Resync({
    clock,
    counters: new Counters(),
    logger: silent,
    api: {
      getState: () => new Promise((answer) => snapshots.push(answer)),
      getParticipant: (_dn, id) => new Promise((answer, fail) => gets.push({ id, answer, fail })),
    },
    handlers: {
      onChanges: (changes) => {
        for (const change of changes)
          told.push(`${change.kind} ${String(change.participant.id)} ${change.participant.status}`);
      },
      onDigits: (_dn, id, digits) => told.push(`keys ${digits} on ${String(id)}`),
      onRemoved: () => undefined,
      onSnapshot: () => undefined,
      onSynced: () => told.push('synced'),
      onSilence: () => told.push('silence'),
    },
  });
  let sequence = 0;
  const send = (event_type: number, id: number, attached_data: unknown = null) => {
    sequence += 1;
    resync.onMessage(
      JSON.stringify({
        sequence,
        event: { event_type, entity: `/callcontrol/999/participants/${String(id)}`, attached_data },
      }),
    );
  };
  return {
    resync,
    clock,
    snapshots,
    gets,
    told,
    upset: (id: number) => {
      send(0, id);
    },
    remove: (id: number) => {
      send(1, id);
    },
    press: (id: number, digits: string) => {
      send(2, id, { dtmf_input: digits });
    },
  };
}

async function synced(state: DnState[] = [dnState([])]) {
  const it = pbx();
  const done = it.resync.sync();
  it.snapshots.at(-1)?.(state);
  await done;
  it.told.length = 0;
  return it;
}

describe('keeping up with the PBX', () => {
  it('holds events back until the snapshot is in, then applies them in order', async () => {
    const { resync, snapshots, gets, told, upset, remove } = pbx();
    const done = resync.sync();
    upset(2);
    remove(1);
    snapshots[0]?.([dnState([participant({ id: 1, callid: 1 })])]);
    await done;
    gets[0]?.answer(participant({ id: 2, callid: 2 }));
    await settle();
    expect(told).toEqual(['added 1 Connected', 'synced', 'removed 1 Connected', 'added 2 Connected']);
  });

  it('never brings a removed participant back with a late answer', async () => {
    const { gets, told, upset, remove } = await synced();
    upset(1);
    remove(1);
    gets[0]?.answer(participant({ id: 1 }));
    await settle();
    expect(told).toEqual([]);
  });

  it('takes 404 as gone', async () => {
    const { gets, told, upset } = await synced([dnState([participant({ id: 1 })])]);
    upset(1);
    gets[0]?.fail(new NotFoundError('gone'));
    await settle();
    expect(told).toEqual(['removed 1 Connected']);
  });

  it('asks again after a 404 when an event came while it was out', async () => {
    const { gets, told, upset } = await synced();
    upset(1);
    upset(1);
    gets[0]?.fail(new NotFoundError('not yet'));
    await settle();
    gets[1]?.answer(participant({ id: 1 }));
    await settle();
    expect(told).toEqual(['added 1 Connected']);
  });

  it('does not ask again for a far leg that is refused', async () => {
    const { gets, told, upset } = await synced();
    upset(7);
    gets[0]?.fail(new PermissionError('not yours'));
    await settle();
    upset(7);
    upset(7);
    expect(gets).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('asks again for an id that was refused once its far leg has gone', async () => {
    const { gets, upset, remove } = await synced();
    upset(7);
    gets[0]?.fail(new PermissionError('not yours'));
    await settle();
    remove(7);
    upset(7);
    expect(gets).toHaveLength(2);
  });

  it('reads everything when one participant can not be read', async () => {
    const { clock, snapshots, gets, told, upset } = await synced();
    upset(1);
    gets[0]?.fail(new ConnectionFailedError('reset'));
    await clock.advance(1000);
    expect(snapshots).toHaveLength(2);
    snapshots[1]?.([dnState([participant({ id: 1 })])]);
    await settle();
    expect(told).toEqual(['added 1 Connected']);
  });

  it('derives what happened while the socket was gone', async () => {
    const { resync, snapshots, told } = await synced([
      dnState([participant({ id: 1, callid: 1, status: 'Ringing' }), participant({ id: 2, callid: 2 })]),
    ]);
    resync.onLost();
    resync.syncSoon();
    snapshots.at(-1)?.([dnState([participant({ id: 1, callid: 1 }), participant({ id: 3, callid: 3 })])]);
    await settle();
    expect(told).toEqual(['removed 2 Connected', 'changed 1 Connected', 'added 3 Connected', 'synced']);
  });

  it('ignores answers from before the socket was lost', async () => {
    const { resync, gets, told, upset } = await synced();
    upset(1);
    resync.onLost();
    gets[0]?.answer(participant({ id: 1 }));
    await settle();
    expect(told).toEqual([]);
  });

  it('notices a missed removal within a minute', async () => {
    const { clock, snapshots, told } = await synced([dnState([participant({ id: 1 })])]);
    await clock.advance(60_000);
    snapshots.at(-1)?.([dnState([])]);
    await settle();
    expect(told).toEqual(['removed 1 Connected']);
  });

  it('goes on telling events while it compares, and takes nothing older from the snapshot', async () => {
    const before = [dnState([1, 2, 3].map((id) => participant({ id, callid: id, status: 'Ringing' })))];
    const { clock, snapshots, gets, told, upset, remove, press } = await synced(before);
    upset(3);
    await clock.advance(60_000);
    upset(1);
    remove(2);
    press(1, '5');
    gets[1]?.answer(participant({ id: 1, callid: 1 }));
    await settle();
    snapshots[1]?.(before);
    await settle();
    expect(told).toEqual(['removed 2 Ringing', 'keys 5 on 1', 'changed 1 Connected']);
    gets[0]?.answer(participant({ id: 3, callid: 3 }));
    await settle();
    expect(told.at(-1)).toBe('changed 3 Connected');
  });

  it('reads everything when a message is missing, unless it comes late', async () => {
    const { clock, resync, snapshots, gets } = await synced();
    const numbered = (sequence: number) => {
      const entity = `/callcontrol/999/participants/${String(sequence)}`;
      resync.onMessage(JSON.stringify({ sequence, event: { event_type: 0, entity, attached_data: null } }));
    };
    for (const sequence of [1, 3, 2]) numbered(sequence);
    await clock.advance(1_000);
    expect(snapshots).toHaveLength(1);
    numbered(5);
    await clock.advance(1_000);
    expect(snapshots).toHaveLength(2);
    expect(gets.map(({ id }) => id)).toEqual([1, 3, 2, 5]);
  });

  it('asks ever less about gaps behind which nothing was missed', async () => {
    const { clock, resync, snapshots } = await synced();
    for (let sequence = 2; sequence <= 1200; sequence += 2) {
      resync.onMessage(
        JSON.stringify({ sequence, event: { event_type: 3, entity: '/x', attached_data: null } }),
      );
      await clock.advance(100);
      snapshots.at(-1)?.([dnState([])]);
    }
    expect(snapshots.length).toBeLessThanOrEqual(9);
  });

  it('takes a message that comes twice for one key press, and two presses for two', async () => {
    const { resync, told } = await synced([dnState([participant({ id: 1 })])]);
    for (const sequence of [1, 1, 2]) {
      const entity = '/callcontrol/999/participants/1';
      resync.onMessage(
        JSON.stringify({ sequence, event: { event_type: 2, entity, attached_data: { dtmf_input: '7' } } }),
      );
    }
    expect(told).toEqual(['keys 7 on 1', 'keys 7 on 1']);
  });

  it('calls a socket silent when things change and no message tells of it', async () => {
    const { clock, snapshots, told } = await synced();
    await clock.advance(60_000);
    snapshots.at(-1)?.([dnState([participant({ id: 1 })])]);
    await clock.advance(2_000);
    expect(told).toEqual(['added 1 Connected', 'silence']);
  });

  it('does not call a socket silent whose message was merely slower than the snapshot', async () => {
    const { clock, snapshots, told, upset } = await synced();
    await clock.advance(60_000);
    snapshots.at(-1)?.([dnState([participant({ id: 1 })])]);
    await settle();
    upset(1);
    await clock.advance(2_000);
    expect(told).toEqual(['added 1 Connected']);
  });

  it('passes keys on, those pressed while a snapshot was awaited too', async () => {
    const { resync, snapshots, told, press } = pbx();
    const done = resync.sync();
    press(1, '1');
    snapshots[0]?.([dnState([participant({ id: 1 })])]);
    await done;
    press(1, '2');
    expect(told).toEqual(['added 1 Connected', 'synced', 'keys 1 on 1', 'keys 2 on 1']);
  });

  it('leaves no timer after stop', async () => {
    const { resync, clock } = await synced();
    resync.stop();
    expect(clock.pending).toBe(0);
  });
});
