import type { Timeline } from './mock-data';
import { layOut } from './timeline-layout';

const timeline: Timeline = {
  call: 1,
  lengthMs: 10_000,
  legs: [
    {
      participant: 1,
      dn: '10001',
      name: 'Trunk',
      number: '+15550100',
      spans: [{ status: 'Connected', fromMs: 0, toMs: null }],
    },
    {
      participant: 3,
      dn: '101',
      name: 'Extension 101',
      number: '101',
      spans: [
        { status: 'Ringing', fromMs: 5000, toMs: 7000 },
        { status: 'Connected', fromMs: 7000, toMs: 10_000 },
      ],
    },
  ],
  heard: [],
  marks: [{ kind: 'transfer', atMs: 7000, from: '999', to: '101' }],
};

test('one lane per phone, with what it was when, in percent of the length', () => {
  const { lanes } = layOut(timeline);
  expect(lanes).toMatchObject([
    { label: '+15550100', bars: [{ kind: 'connected', left: 0, width: 100 }] },
    {
      label: '101 Extension 101',
      bars: [
        { kind: 'ringing', left: 50, width: 20, text: 'ringing 2.0 s' },
        { kind: 'connected', left: 70, width: 30 },
      ],
    },
    {
      label: 'Keys, transfers, end',
      flags: [{ left: 70, sign: '\u2192101', text: 'Transferred from 999 to 101' }],
    },
  ]);
});

test('a call that has just begun is shown on five seconds', () => {
  const { lengthMs, lanes, ticks } = layOut({ ...timeline, lengthMs: 1000, marks: [] });
  expect(lengthMs).toBe(5000);
  expect(lanes[0]?.bars[0]?.width).toBe(20);
  expect(ticks.map(({ text }) => text)).toEqual(['0 s', '1 s', '2 s', '3 s', '4 s', '5 s']);
});

test('an instant can still be seen', () => {
  const [lane] = layOut({
    ...timeline,
    legs: [],
    marks: [],
    heard: [{ kind: 'audio', fromMs: 100, toMs: 101 }],
  }).lanes;
  expect(lane?.bars[0]?.width).toBeGreaterThan(0.3);
});

test('there are never more than a few marks of time, however long the call', () => {
  for (const lengthMs of [6000, 61_000, 600_000, 36_000_000, 360_000_000]) {
    const { ticks } = layOut({ ...timeline, lengthMs });
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
  }
});

test('keys pressed quickly are shown together, later ones apart', () => {
  const keys = (atMs: number, pressed: string) => ({ kind: 'keys' as const, atMs, keys: pressed });
  const marks = [keys(1000, '1'), keys(1300, '2'), keys(1600, '3'), keys(5000, '4')];
  expect(layOut({ ...timeline, legs: [], marks }).lanes[0]?.flags).toMatchObject([
    { left: 10, sign: '123', text: 'Keys 123 pressed' },
    { left: 50, sign: '4' },
  ]);
});
