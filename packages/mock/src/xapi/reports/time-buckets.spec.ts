import { ZoneClock } from './time-buckets';

const iso = (ms: number) => new Date(ms).toISOString();
const at = (text: string) => Date.parse(text);

describe('a clock in a time zone', () => {
  test.each([
    ['Europe/Berlin', 'hour', '2026-11-25T02:38:07Z', '2026-11-25T02:00:00.000Z'],
    ['Asia/Kolkata', 'hour', '2026-11-25T02:38:07Z', '2026-11-25T02:30:00.000Z'],
    ['Europe/Berlin', 'day', '2026-11-24T23:30:00Z', '2026-11-24T23:00:00.000Z'],
    ['America/New_York', 'day', '2026-11-25T02:38:07Z', '2026-11-24T05:00:00.000Z'],
    ['Europe/Berlin', 'month', '2026-11-25T02:38:07Z', '2026-10-31T23:00:00.000Z'],
    ['Nowhere/Land', 'day', '2026-11-25T02:38:07Z', '2026-11-25T00:00:00.000Z'],
    ['', 'day', '2026-11-25T02:38:07Z', '2026-11-25T00:00:00.000Z'],
  ] as const)('%s: the %s around %s begins at %s', (zone, unit, moment, start) => {
    expect(iso(new ZoneClock(zone).startOf(at(moment), unit))).toBe(start);
  });

  test('has days of 23 and of 25 hours when it is changed', () => {
    const clock = new ZoneClock('Europe/Berlin');
    const hours = (day: string) => {
      const start = clock.startOf(at(day), 'day');
      return (clock.next(start, 'day') - start) / 3_600_000;
    };
    expect([
      hours('2026-03-29T12:00:00Z'),
      hours('2026-10-25T12:00:00Z'),
      hours('2026-06-01T12:00:00Z'),
    ]).toEqual([23, 25, 24]);
  });

  test('divides a period without gaps or overlaps', () => {
    const clock = new ZoneClock('Europe/Berlin');
    for (const unit of ['hour', 'day', 'month'] as const) {
      const starts = clock.bucketsBetween(at('2026-03-28T10:00:00Z'), at('2026-04-02T10:00:00Z'), unit);
      for (const [index, start] of starts.entries()) {
        expect(clock.startOf(start, unit)).toBe(start);
        expect(starts[index + 1] ?? clock.next(start, unit)).toBe(clock.next(start, unit));
      }
    }
  });
});
