import fc from 'fast-check';
import type { Item, Stage } from '../stage';
import { toxicSchema } from '../toxic';
import type { ToxicInput } from '../toxic';
import { seededRandom } from '../../seeded-random';
import { stageOf } from './stage-of';

const stage = (toxic: ToxicInput, seed = 1): Stage => stageOf(toxicSchema.parse(toxic), seededRandom(seed));

/** A stream that arrives in pieces and ends: `[gap in ms, size in bytes]`. */
const streams = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 300 })), { maxLength: 30 })
  .map((pieces) => {
    let at = 1000;
    let byte = 0;
    const items: Item[] = pieces.map(([gap, size]) => {
      at += gap;
      return { kind: 'data', at, bytes: Buffer.from(Array.from({ length: size }, () => (byte += 7) % 251)) };
    });
    return [...items, { kind: 'end', at }] satisfies Item[];
  });

const through = (what: Stage, items: readonly Item[]): Item[] => items.flatMap((item) => what.pass(item));
const bytesOf = (items: readonly Item[]): Buffer =>
  Buffer.concat(items.map((item) => (item.kind === 'data' ? item.bytes : Buffer.alloc(0))));
const inOrder = (items: readonly Item[]): boolean =>
  items.every((item, index) => index === 0 || item.at >= (items[index - 1]?.at ?? Infinity));
const lastOf = (items: readonly Item[]): Item => {
  const last = items.at(-1);
  if (!last) throw new Error('nothing came out');
  return last;
};

test('latency delays everything by latency ± jitter, in order, and loses nothing', () => {
  fc.assert(
    fc.property(streams, fc.nat(200), fc.nat(200), fc.integer(), (items, ms, jitter, seed) => {
      const out = through(stage({ type: 'latency', attributes: { latency: ms, jitter } }, seed), items);
      expect(bytesOf(out).equals(bytesOf(items))).toBe(true);
      expect(inOrder(out)).toBe(true);
      let latest = -Infinity;
      const isWithin = out.map((item, index) => {
        const cameAt = items[index]?.at ?? NaN;
        latest = Math.max(latest, cameAt + ms + jitter);
        return item.at >= cameAt + Math.max(0, ms - jitter) && item.at <= latest;
      });
      expect(isWithin).not.toContain(false);
    }),
  );
});

test('bandwidth carries no more than its rate in any stretch of time, loses nothing, and ends after it', () => {
  fc.assert(
    fc.property(streams, fc.integer({ min: 1, max: 40 }), (items, rate) => {
      const out = through(stage({ type: 'bandwidth', attributes: { rate } }), items);
      expect(bytesOf(out).equals(bytesOf(items))).toBe(true);
      expect(inOrder(out)).toBe(true);
      const isWithin = out.map((first, from) => {
        let bytes = 0;
        return out.slice(from + 1).every((item) => {
          bytes += item.kind === 'data' ? item.bytes.length : 0;
          return bytes <= (item.at - first.at) * rate + 1e-6;
        });
      });
      expect(isWithin).not.toContain(false);
    }),
  );
});

test('slicer cuts into pieces of the sizes asked for, so far apart, and loses nothing', () => {
  fc.assert(
    fc.property(streams, fc.integer({ min: 2, max: 40 }), fc.nat(1), (items, average, delayMs) => {
      const variation = average - 1;
      const attributes = { average_size: average, size_variation: variation, delay: delayMs * 1000 };
      const out = through(stage({ type: 'slicer', attributes }), items);
      expect(bytesOf(out).equals(bytesOf(items))).toBe(true);
      const pieces = out.filter((item) => item.kind === 'data');
      expect(pieces.every(({ bytes }) => bytes.length > 0 && bytes.length <= average + variation)).toBe(true);
      const gaps = pieces.slice(1).map(({ at }, index) => at - (pieces[index]?.at ?? NaN));
      expect(gaps.every((gap) => gap >= delayMs - 1e-6)).toBe(true);
      expect(lastOf(out).kind).toBe('end');
    }),
  );
});

test('limit_data lets exactly that much through and then closes', () => {
  fc.assert(
    fc.property(streams, fc.nat(2000), (items, bytes) => {
      const what = stage({ type: 'limit_data', attributes: { bytes } });
      const out = through(what, items);
      const all = bytesOf(items);
      const isReached = all.length > 0 && all.length >= bytes;
      expect(bytesOf(out).equals(all.subarray(0, bytes))).toBe(true);
      expect(lastOf(out).kind).toBe(isReached ? 'close' : 'end');
      expect(what.hasSwallowed).toBe(isReached);
    }),
  );
});

test('slow_close delays the end and nothing else', () => {
  fc.assert(
    fc.property(streams, fc.nat(5000), (items, delay) => {
      const out = through(stage({ type: 'slow_close', attributes: { delay } }), items);
      expect(out.slice(0, -1)).toEqual(items.slice(0, -1));
      expect(lastOf(out)).toEqual({ kind: 'end', at: lastOf(items).at + delay });
    }),
  );
});

test('timeout swallows everything and closes in the end, or never', () => {
  const what = stage({ type: 'timeout', attributes: { timeout: 70 } });
  expect(what.hasSwallowed).toBe(false);
  expect(through(what, [{ kind: 'data', bytes: Buffer.from('x'), at: 1 }])).toEqual([]);
  expect(through(what, [{ kind: 'end', at: 2 }])).toEqual([]);
  expect(what.hasSwallowed).toBe(true);
  expect(what.deadline).toEqual({ afterMs: 70, how: 'close' });
  expect(stage({ type: 'timeout', attributes: { timeout: 0 } }).deadline).toBeUndefined();
});

test('reset_peer lets everything through until the reset', () => {
  const what = stage({ type: 'reset_peer', attributes: {} });
  const items: Item[] = [
    { kind: 'data', bytes: Buffer.from('x'), at: 1 },
    { kind: 'end', at: 2 },
  ];
  expect(through(what, items)).toEqual(items);
  expect(what.deadline).toEqual({ afterMs: 0, how: 'reset' });
});

test('the same seed gives the same jitter and the same slices; another gives others', () => {
  const items: Item[] = [{ kind: 'data', bytes: Buffer.alloc(500), at: 0 }];
  for (const toxic of [
    { type: 'latency', attributes: { latency: 500, jitter: 400 } },
    { type: 'slicer', attributes: { average_size: 20, size_variation: 15 } },
  ] satisfies ToxicInput[]) {
    expect(through(stage(toxic, 5), items)).toEqual(through(stage(toxic, 5), items));
    expect(through(stage(toxic, 5), items)).not.toEqual(through(stage(toxic, 6), items));
  }
});
