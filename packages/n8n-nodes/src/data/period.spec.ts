import { secondsOf } from './iso-duration';
import { periodOf, type PeriodName } from './period';

describe('periodOf', () => {
  const now = new Date('2026-11-22T12:34:56Z');
  const span = (name: PeriodName, timeZone = 'UTC', at = now) => {
    const { from, to } = periodOf({ name, start: '', end: '', timeZone, now: at });
    return [from.toISOString(), to.toISOString()];
  };

  it.each<[PeriodName, string, string]>([
    ['lastHour', '2026-11-22T11:34:56.000Z', now.toISOString()],
    ['today', '2026-11-22T00:00:00.000Z', now.toISOString()],
    ['yesterday', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    ['last7Days', '2026-11-16T00:00:00.000Z', now.toISOString()],
    ['last30Days', '2026-10-24T00:00:00.000Z', now.toISOString()],
  ])('%s is from %s to %s', (name, from, to) => {
    expect(span(name)).toEqual([from, to]);
  });

  it('begins days at midnight of the time zone', () => {
    expect(span('today', 'America/New_York')[0]).toBe('2026-11-22T05:00:00.000Z');
    expect(span('today', 'Asia/Kolkata')[0]).toBe('2026-11-21T18:30:00.000Z');
    expect(span('today', 'Pacific/Auckland')[0]).toBe('2026-11-22T11:00:00.000Z');
  });

  it('knows that the clocks are changed', () => {
    // Europe/Berlin went back to winter time on 25 October 2026.
    const at = new Date('2026-10-26T12:00:00Z');
    expect(span('yesterday', 'Europe/Berlin', at)).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
  });

  it('takes given times instead of the name', () => {
    const { from, to } = periodOf({
      name: 'today',
      start: '2026-01-01T00:00:00+01:00',
      end: '',
      timeZone: 'UTC',
      now,
    });
    expect([from.toISOString(), to]).toEqual(['2025-12-31T23:00:00.000Z', now]);
  });
});

describe('secondsOf', () => {
  it.each([
    ['PT2.926S', 2.9],
    ['PT1M3.5S', 63.5],
    ['P1DT2H', 93_600],
    ['-PT5S', -5],
    ['PT0S', 0],
    ['', null],
    [null, null],
    [undefined, null],
    ['5 s', null],
  ])('%s is %s', (duration, seconds) => {
    expect(secondsOf(duration)).toBe(seconds);
  });
});
