import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CallEvent } from './events/call-event';
import { participant } from './testing/participants';
import { toldByHand } from './testing/told-by-hand';
import { settle, VirtualClock } from './testing/virtual-clock';

/** `SOAK_CALLS=100000` is the whole of it. */
const CALLS = Number(process.env.SOAK_CALLS ?? 2_000);
/** The ended calls that are answered for, 10 000 at most, are there from then on. */
const WARM_UP = 10_500;
const DAY_MS = 24 * 3_600_000;
const MIB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const gc: unknown = runInNewContext('gc');
const collectGarbage = () => {
  if (typeof gc === 'function') Reflect.apply(gc, undefined, []);
};

/** What keeps a process alive, by kind; turns of the loop that are due don't. */
function handlesOpen(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) {
    if (kind !== 'Immediate') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** A day on a route point, call after call, with the connection lost every thousand calls. */
async function day() {
  const clock = new VirtualClock();
  const scene = await toldByHand({ clock, random: () => 0.5 });
  const { participants, tell, lose } = scene;
  let ended = 0;
  let lost = 0;
  scene.pbx.events$.subscribe(({ eventType }) => {
    if (eventType === 'call_ended') ended += 1;
    if (eventType === 'connection_restored') lost += 1;
  });
  let last = 0;
  const live = async (calls: number) => {
    for (const until = last + calls; last < until;) {
      last += 1;
      participants.set(last, participant({ id: last, callid: last, status: 'Ringing' }));
      tell('upset', last);
      await settle();
      participants.set(last, participant({ id: last, callid: last }));
      tell('upset', last);
      await settle();
      tell('dtmf', last, { dtmf_input: '1' });
      const isCut = last % 1_000 === 0;
      if (isCut) lose();
      participants.delete(last);
      tell('remove', last);
      // A call that comes and goes while nothing can be seen isn't told: the next waits for the socket.
      await clock.advance(DAY_MS / CALLS + (isCut ? 5_000 : 0));
    }
  };
  return { ...scene, clock, live, ended: () => ended, lost: () => lost };
}

describe('a day of calls (row 24)', () => {
  it(`leaves nothing behind: ${String(CALLS)} calls, 24 h`, async () => {
    const rejected: unknown[] = [];
    const onRejection = (reason: unknown) => rejected.push(reason);
    process.on('unhandledRejection', onRejection);
    const handles = handlesOpen();

    const { pbx, live, clock, ended, lost } = await day();
    await live(WARM_UP);
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    const from = clock.now();
    await live(CALLS);
    collectGarbage();
    const growth = process.memoryUsage().heapUsed - before;

    expect(clock.now() - from).toBeGreaterThanOrEqual(DAY_MS);
    expect(ended()).toBe(WARM_UP + CALLS);
    expect(lost()).toBe(Math.floor((WARM_UP + CALLS) / 1_000));
    expect(pbx.calls).toEqual([]);
    expect(growth).toBeLessThan(5 * MIB);
    await pbx.dispose();
    await settle();
    expect(clock.pending).toBe(0);
    for (const [kind, count] of handlesOpen())
      expect([kind, count]).toEqual([kind, Math.min(count, handles.get(kind) ?? 0)]);
    expect(rejected).toEqual([]);
    process.off('unhandledRejection', onRejection);
  }, 1_200_000);
});

describe('what has been told', () => {
  it('is kept by nobody: each event can be collected once its subscribers are done with it', async () => {
    const { pbx, participants, tell } = await toldByHand();
    const events: WeakRef<CallEvent>[] = [];
    pbx.events$.subscribe((event) => events.push(new WeakRef(event)));
    participants.set(1, participant({ id: 1, status: 'Ringing' }));
    tell('upset', 1);
    await settle();
    pbx.calls[0]?.events$.subscribe((event) => events.push(new WeakRef(event)));
    participants.set(1, participant({ id: 1 }));
    tell('upset', 1);
    await settle();
    tell('dtmf', 1, { dtmf_input: '1' });
    // Alive until the turn that made a WeakRef is over.
    await settle();
    expect(events.length).toBeGreaterThanOrEqual(6);
    collectGarbage();
    await settle();
    collectGarbage();
    expect(events.filter((event) => event.deref() !== undefined)).toEqual([]);
    await pbx.dispose();
  });
});
