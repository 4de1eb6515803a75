import { encodeWav } from '@org/3cx-audio';
import type { NewQueue } from '../configuration/queue';
import { PhoneSystem } from '../testing/phone-system';
import { noise } from '../testing/telephone-audio';

let pbx: PhoneSystem;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  pbx.dispose();
  expect(pbx.exchange.timers.size).toBe(0);
  jest.useRealTimers();
});

const withQueue = (queue: Partial<NewQueue> = {}) =>
  new PhoneSystem({ queues: [{ number: '800', agents: ['100', '101'], ...queue }] });
const ringing = () => pbx.ringing('100', '101', '102');
const visits = () => pbx.history.queueVisits;
const setQueueStatus = (agent: string, queueStatus: 'LoggedIn' | 'LoggedOut') =>
  pbx.configuration.extensions.change(pbx.configuration.extensions.find(agent)?.id ?? 0, { queueStatus });

describe('the queue', () => {
  test('connects the caller at once and rings every agent', () => {
    pbx = withQueue();
    const call = pbx.call('+15550100', '800');
    expect(call.counterpart?.dn.number).toBe('800');
    expect(ringing()).toEqual(['100', '101']);
  });

  test('gives the caller to the first agent who answers and stops ringing the other', () => {
    pbx = withQueue();
    pbx.exchange.phones.set('100', { afterMs: 5000 });
    pbx.exchange.phones.set('101', { afterMs: 3000 });
    const call = pbx.call('+15550100', '800');
    jest.advanceTimersByTime(3000);
    expect(call.counterpart?.dn.number).toBe('101');
    expect(ringing()).toEqual([]);
    expect(pbx.legs('800')).toEqual([]);
    jest.advanceTimersByTime(60_000);
    expect(call.counterpart?.dn.number).toBe('101');
  });

  test('keeps the caller and rings again after 1.5 s when no agent took the call', () => {
    pbx = withQueue();
    pbx.exchange.phones.set('100', { answer: 'busy' });
    pbx.exchange.phones.set('101', { answer: 'reject', afterMs: 1000 });
    const call = pbx.call('+15550100', '800');
    jest.advanceTimersByTime(1000);
    expect(ringing()).toEqual([]);
    expect(call.counterpart?.dn.number).toBe('800');
    pbx.exchange.phones.set('101', { answer: 'auto', afterMs: 200 });
    jest.advanceTimersByTime(1499);
    expect(ringing()).toEqual([]);
    jest.advanceTimersByTime(1 + 200);
    expect(call.counterpart?.dn.number).toBe('101');
  });

  test.each([0, 10])('rings nobody any more once the caller has hung up after %i ms', (ms) => {
    pbx = withQueue();
    pbx.exchange.phones.set('100', { answer: 'busy' });
    pbx.exchange.phones.set('101', { answer: ms === 0 ? 'never' : 'busy' });
    const call = pbx.call('+15550100', '800');
    jest.advanceTimersByTime(ms);
    pbx.exchange.end(call, 'caller', 'hung up');
    expect(ringing()).toEqual([]);
    jest.advanceTimersByTime(60_000);
    expect(ringing()).toEqual([]);
    expect(pbx.exchange.timers.size).toBe(0);
    expect(visits()).toMatchObject([{ outcome: 'abandoned', answeredBy: undefined }]);
  });

  test('passes by agents who are logged out, not registered, talking or resting', () => {
    pbx = withQueue({ agents: ['100', '101', '102', '103', '104'], wrapUpSeconds: 60 });
    setQueueStatus('100', 'LoggedOut');
    pbx.exchange.phones.set('101', { registered: false });
    pbx.exchange.phones.set('104', { answer: 'never' });
    pbx.call('102', '105');
    const first = pbx.call('+15550100', '800');
    jest.advanceTimersByTime(200);
    expect(first.counterpart?.dn.number).toBe('103');
    pbx.exchange.end(first, 'caller', 'hung up');
    pbx.call('+15550101', '800');
    expect(pbx.ringing('100', '101', '102', '103', '104')).toEqual(['104']);
    expect(pbx.history.agentStates.filter(({ agent }) => agent === '103')).toMatchObject([
      { state: 'logged-in' },
      { state: 'talking', queue: '800' },
      { state: 'wrap-up', to: undefined },
    ]);
    jest.advanceTimersByTime(90_000);
    expect(pbx.history.agentStates.at(-1)).toMatchObject({ state: 'talking', agent: '103' });
  });

  test('gives the next free agent to the caller who has waited longest', () => {
    pbx = withQueue({ agents: ['100'] });
    pbx.exchange.phones.set('100', { answer: 'never' });
    const [first, second, third] = ['1', '2', '3'].map((from) => pbx.call(`+1555010${from}`, '800'));
    const answer = () => {
      for (const leg of pbx.legs('100')) pbx.exchange.answer(leg);
    };
    answer();
    expect([first, second, third].map((call) => call?.counterpart?.dn.number)).toEqual(['100', '800', '800']);
    if (first) pbx.exchange.end(first, 'caller', 'hung up');
    jest.advanceTimersByTime(1500);
    answer();
    expect([second, third].map((call) => call?.counterpart?.dn.number)).toEqual(['100', '800']);
  });

  test('begins at once when an agent logs in', () => {
    pbx = withQueue({ agents: ['100'] });
    setQueueStatus('100', 'LoggedOut');
    pbx.call('+15550100', '800');
    jest.advanceTimersByTime(10_000);
    expect(ringing()).toEqual([]);
    setQueueStatus('100', 'LoggedIn');
    jest.advanceTimersByTime(1);
    expect(ringing()).toEqual(['100']);
  });

  test('keeps very many callers without looking at each of them all the time', () => {
    pbx = withQueue({ agents: ['100'] });
    pbx.exchange.phones.set('100', { answer: 'never' });
    for (let caller = 0; caller < 500; caller += 1) pbx.call(`+1555${caller}`, '800');
    expect(visits()).toHaveLength(500);
    const timers = pbx.exchange.timers.size;
    // Music for each, one ringing agent, one look for free agents.
    expect(timers).toBeLessThanOrEqual(505);
    expect(ringing()).toEqual(['100']);
  });

  test('hunts: the next agent rings when one has not answered in time', () => {
    pbx = withQueue({ strategy: 'Hunt', ringSeconds: 15 });
    pbx.exchange.phones.set('100', { answer: 'never' });
    pbx.exchange.phones.set('101', { answer: 'never' });
    pbx.call('+15550100', '800');
    expect(ringing()).toEqual(['100']);
    jest.advanceTimersByTime(15_000);
    expect(ringing()).toEqual(['101']);
    jest.advanceTimersByTime(15_000 + 1500);
    expect(ringing()).toEqual(['100']);
    expect(visits()[0]?.polls).toMatchObject([
      { agent: '100', answered: false },
      { agent: '101', answered: false },
      { agent: '100', endedAt: undefined },
    ]);
  });

  test('sends a caller on who has waited too long', () => {
    pbx = withQueue({ maxWaitSeconds: 30, overflow: { to: 'Extension', number: '105' } });
    pbx.exchange.phones.set('100', { answer: 'never' });
    pbx.exchange.phones.set('101', { answer: 'never' });
    const call = pbx.call('+15550100', '800');
    jest.advanceTimersByTime(30_000);
    expect(ringing()).toEqual([]);
    expect(call.counterpart?.dn.number).toBe('800');
    jest.advanceTimersByTime(200);
    expect(call.counterpart?.dn.number).toBe('105');
    expect(visits()).toMatchObject([{ outcome: 'timeout' }]);
  });

  test('takes no more callers than it may, and sends the rest on', () => {
    pbx = withQueue({ agents: [], maxCallers: 1, overflow: { to: 'Extension', number: '105' } });
    pbx.call('+15550100', '800');
    const second = pbx.call('+15550101', '800');
    jest.advanceTimersByTime(200);
    expect(second.counterpart?.dn.number).toBe('105');
    expect(visits()).toMatchObject([{ outcome: undefined }, { outcome: 'overflow' }]);
  });

  test('tells how long the caller waited and the agent talked', () => {
    pbx = withQueue();
    pbx.exchange.phones.set('100', { afterMs: 4000 });
    pbx.exchange.phones.set('101', { answer: 'never' });
    const call = pbx.call('+15550100', '800');
    jest.advanceTimersByTime(10_000);
    pbx.exchange.end(call, 'caller', 'hung up');
    const [visit] = visits();
    expect(visit).toMatchObject({ caller: '+15550100', answeredBy: '100', outcome: 'answered' });
    expect((visit?.answeredAt ?? 0) - (visit?.enteredAt ?? 0)).toBe(4000);
    expect((visit?.talkEndedAt ?? 0) - (visit?.answeredAt ?? 0)).toBe(6000);
    expect(visit?.polls).toMatchObject([
      { agent: '100', answered: true },
      { agent: '101', answered: false },
    ]);
  });

  test('plays music, over and over, to whoever waits', () => {
    const music = noise(1000);
    pbx = new PhoneSystem(
      { queues: [{ number: '800', onHoldFile: '/prompts/own.wav' }] },
      {
        files: { '/prompts/own.wav': encodeWav(new Int16Array(music.buffer, music.byteOffset, 8000), 8000) },
      },
    );
    const call = pbx.call('+15550100', '800');
    jest.advanceTimersByTime(2500);
    const heard = call.playOuts[0]?.heard(performance.now()) ?? new Int16Array();
    const played = new Int16Array(music.buffer, music.byteOffset, 8000);
    expect(heard.length).toBe(20_000);
    expect(heard.subarray(0, 8000)).toEqual(played);
    expect(heard.subarray(8000, 16_000)).toEqual(played);
    expect(heard.subarray(16_000)).toEqual(played.subarray(0, 4000));
  });
});
