import { announcements } from './announcements';
import { Board } from './board';
import type { Source, View } from './board';
import { Refusal, Unreachable } from './mock-client';
import type { Call, Timeline } from './mock-data';

const call = (id: number, more: Partial<Call> = {}): Call => ({
  id,
  state: 'connected',
  from: '+15550100',
  to: '999',
  did: '',
  connectedTo: '999',
  heardMs: 0,
  gaps: 0,
  onHold: false,
  endedBy: null,
  endReason: null,
  legs: [],
  ...more,
});
const over = (id: number): Call => call(id, { state: 'ended', endedBy: 'caller', endReason: 'hung up' });
const timelineOf = (id: number): Timeline => ({ call: id, lengthMs: 0, legs: [], heard: [], marks: [] });

/** A mock whose calls a test decides on, and which counts how often it was asked. */
class FakeMock implements Source {
  active: Call[] = [];
  ended: Call[] = [];
  looks = 0;
  fails: Error | undefined;

  state() {
    this.looks += 1;
    if (this.fails) return Promise.reject(this.fails);
    return Promise.resolve({ calls: this.active, extensions: [], numbers: [] });
  }

  calls() {
    return Promise.resolve([...this.ended, ...this.active]);
  }

  call(id: number) {
    const found = [...this.active, ...this.ended].find((one) => one.id === id);
    return found ? Promise.resolve(found) : Promise.reject(new Refusal(404, 'There is no such call.'));
  }

  timeline(id: number) {
    return this.call(id).then(() => timelineOf(id));
  }
}

let mock: FakeMock;
let board: Board;
const views: View[] = [];
/** Lets a look come to its end, and the rest after it pass. */
const settle = () => jest.advanceTimersByTimeAsync(200);

beforeEach(() => {
  jest.useFakeTimers();
  mock = new FakeMock();
  views.length = 0;
  board = new Board(mock, (view) => {
    views.push(view);
  });
});
afterEach(() => {
  jest.clearAllTimers();
  jest.useRealTimers();
});

test('many things at once cost two looks: the one under way, and one more', async () => {
  for (let times = 0; times < 50; times += 1) board.look();
  expect(mock.looks).toBe(1);
  await settle();
  expect(mock.looks).toBe(2);
});

test('the first look also brings the calls that had ended before, the latest first', async () => {
  mock.ended = [over(1), over(2)];
  mock.active = [call(3)];
  board.look();
  await settle();
  expect(views.at(-1)?.ended.map(({ id }) => id)).toEqual([2, 1]);
  expect(views.at(-1)?.state.calls.map(({ id }) => id)).toEqual([3]);
});

test('a call that has gone is shown with its end', async () => {
  mock.active = [call(1)];
  board.choose(1);
  await settle();
  expect(views.at(-1)).toMatchObject({ chosen: { state: 'connected' }, timeline: { call: 1 } });
  mock.active = [];
  mock.ended = [over(1)];
  board.look();
  await settle();
  expect(views.at(-1)).toMatchObject({
    chosen: { id: 1, state: 'ended', endReason: 'hung up' },
    ended: [{ id: 1 }],
  });
});

test('a call that a restarted PBX has forgotten is told as that', async () => {
  mock.active = [call(1)];
  board.choose(1);
  await settle();
  mock.active = [];
  board.look();
  await settle();
  expect(views.at(-1)).toMatchObject({
    chosen: { state: 'ended', endReason: 'restarted' },
    timeline: { call: 1 },
  });
});

test('a choice made during a look is what is shown', async () => {
  mock.active = [call(1), call(2)];
  board.choose(1);
  board.choose(2);
  await settle();
  expect(new Set(views.map(({ chosen }) => chosen?.id))).toEqual(new Set([2]));
});

test('nobody answering is no error here, and the next look works again', async () => {
  mock.fails = new Unreachable('gone');
  board.look();
  await settle();
  expect(views).toEqual([]);
  mock.fails = undefined;
  board.look();
  await settle();
  expect(views).toHaveLength(1);
});

test('another mock begins with nothing', async () => {
  mock.active = [call(1)];
  board.choose(1);
  await settle();
  mock.active = [call(1, { from: '+15550199' })];
  board.restart();
  expect(views.at(-1)).toMatchObject({ state: { calls: [] }, ended: [], chosen: undefined });
  await settle();
  expect(views.at(-1)).toMatchObject({
    state: { calls: [{ from: '+15550199' }] },
    ended: [],
    chosen: undefined,
  });
});

test('what has changed is said aloud, and only that', async () => {
  mock.active = [call(1, { state: 'ringing', connectedTo: null }), call(2)];
  board.look();
  await settle();
  mock.active = [call(1)];
  mock.ended = [over(2)];
  board.look();
  await settle();
  const [before, now] = views;
  expect(before && now && announcements(before, now)).toEqual([
    'Call 1 is connected to 999.',
    'Call 2 has ended. The caller hung up.',
  ]);
  expect(now && announcements(now, now)).toEqual([]);
});
