import { Leg } from '../switch/leg';
import type { LegStatus } from '../switch/leg';
import { partyOf } from '../switch/party';
import type { Dn } from '../switch/party';
import { Timers } from '../timers';
import { UpsetRepetition } from './upset-repetition';

const dn: Dn = { number: '999', type: 'Wroutepoint', name: 'Route point', devices: [] };

function legThatIs(status: LegStatus): Leg {
  const party = partyOf(dn);
  return new Leg({
    id: 1,
    callId: 1,
    legId: 1,
    dn,
    deviceId: '',
    self: party,
    peer: party,
    status,
    directControl: true,
  });
}

describe('Upset of a participant that is not connected yet', () => {
  let timers: Timers;
  let repeated: Leg[];
  let repetition: UpsetRepetition;
  beforeEach(() => {
    jest.useFakeTimers();
    timers = new Timers();
    repeated = [];
    repetition = new UpsetRepetition(timers, 750, (leg) => repeated.push(leg));
  });
  afterEach(() => {
    timers.dispose();
    jest.useRealTimers();
  });

  test.each(['Dialing', 'Ringing'] as const)('is repeated every 750 ms while it is %s', (status) => {
    const leg = legThatIs(status);
    repetition.changed(leg);
    jest.advanceTimersByTime(749);
    expect(repeated).toEqual([]);
    jest.advanceTimersByTime(1 + 3 * 750);
    expect(repeated).toEqual([leg, leg, leg, leg]);
  });

  test('keeps its rhythm when the participant changes without becoming Connected', () => {
    const leg = legThatIs('Ringing');
    repetition.changed(leg);
    jest.advanceTimersByTime(700);
    repetition.changed(leg);
    jest.advanceTimersByTime(50);
    expect(repeated).toHaveLength(1);
    expect(timers.size).toBe(1);
  });

  test('stops once it is Connected', () => {
    const leg = legThatIs('Ringing');
    repetition.changed(leg);
    leg.status = 'Connected';
    repetition.changed(leg);
    jest.advanceTimersByTime(5000);
    expect(repeated).toEqual([]);
    expect(timers.size).toBe(0);
  });

  test('stops once it is gone', () => {
    const leg = legThatIs('Dialing');
    repetition.changed(leg);
    repetition.removed(leg);
    jest.advanceTimersByTime(5000);
    expect(repeated).toEqual([]);
    expect(timers.size).toBe(0);
  });
});
