import { PbxConfiguration } from '../configuration/pbx-configuration';
import { HistoryBook } from '../history/history-book';
import { settingsFrom } from '../settings';
import { Timers } from '../timers';
import type { Call } from './call';
import { Directory } from './directory';
import { Exchange } from './exchange';
import { partyOf } from './party';

let exchange: Exchange;
let directory: Directory;

beforeEach(() => {
  jest.useFakeTimers();
  const settings = settingsFrom({});
  const configuration = new PbxConfiguration(settings);
  directory = new Directory(configuration);
  exchange = new Exchange({
    settings,
    configuration,
    directory,
    history: new HistoryBook(),
    timers: new Timers(),
    now: () => performance.now(),
    wallNow: () => Date.now(),
  });
});
afterEach(() => {
  exchange.timers.dispose();
  jest.useRealTimers();
});

function callTheQueue(): Call {
  const destination = directory.resolve('800');
  if (!destination) throw new Error('no queue');
  const caller = { dn: directory.trunk, party: partyOf(directory.trunk) };
  return exchange.placeCall({ caller, from: '+15550100', to: '800', did: '', destination });
}

const ringingAgents = () =>
  ['100', '101'].filter((agent) =>
    exchange.register.legsOn(agent).some(({ status }) => status === 'Ringing'),
  );

describe('the queue', () => {
  test('connects the caller at once and rings every agent', () => {
    const call = callTheQueue();
    expect(call.counterpart?.dn.number).toBe('800');
    expect(ringingAgents()).toEqual(['100', '101']);
  });

  test('gives the caller to the first agent who answers and stops ringing the other', () => {
    exchange.phones.set('100', { afterMs: 5000 });
    exchange.phones.set('101', { afterMs: 3000 });
    const call = callTheQueue();
    jest.advanceTimersByTime(3000);
    expect(call.counterpart?.dn.number).toBe('101');
    expect(ringingAgents()).toEqual([]);
    expect(exchange.register.legsOn('800')).toEqual([]);
    jest.advanceTimersByTime(60_000);
    expect(call.counterpart?.dn.number).toBe('101');
  });

  test('keeps the caller and rings again after 1.5 s when no agent took the call', () => {
    exchange.phones.set('100', { answer: 'busy' });
    exchange.phones.set('101', { answer: 'reject', afterMs: 1000 });
    const call = callTheQueue();
    jest.advanceTimersByTime(1000);
    expect(ringingAgents()).toEqual([]);
    expect(call.counterpart?.dn.number).toBe('800');
    exchange.phones.set('101', { answer: 'auto', afterMs: 200 });
    jest.advanceTimersByTime(1499);
    expect(ringingAgents()).toEqual([]);
    jest.advanceTimersByTime(1 + 200);
    expect(call.counterpart?.dn.number).toBe('101');
  });

  test('rings nobody any more once the caller has hung up', () => {
    exchange.phones.set('100', { answer: 'never' });
    exchange.phones.set('101', { answer: 'never' });
    const call = callTheQueue();
    exchange.end(call, 'caller', 'hung up');
    expect(ringingAgents()).toEqual([]);
    jest.advanceTimersByTime(60_000);
    expect(ringingAgents()).toEqual([]);
    expect(exchange.timers.size).toBe(0);
  });

  test('leaves no timer behind when the caller hangs up between two rounds', () => {
    exchange.phones.set('100', { answer: 'busy' });
    exchange.phones.set('101', { answer: 'busy' });
    const call = callTheQueue();
    jest.advanceTimersByTime(10);
    exchange.end(call, 'caller', 'hung up');
    jest.advanceTimersByTime(1500);
    expect(exchange.timers.size).toBe(0);
    expect(ringingAgents()).toEqual([]);
  });
});
