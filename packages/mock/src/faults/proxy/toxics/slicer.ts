import type { Item, Stage } from '../stage';
import type { ToxicOf } from '../toxic';

const microsecondsPerMs = 1000;

/** The same bytes in many pieces. */
export function slicer({ attributes }: ToxicOf<'slicer'>, random: () => number): Stage {
  const { average_size: average, size_variation: variation, delay } = attributes;
  let last = -Infinity;
  return {
    pass(item) {
      if (item.kind !== 'data') return [{ ...item, at: Math.max(item.at, last) }];
      const pieces: Item[] = [];
      let start = 0;
      while (start < item.bytes.length) {
        const size = average - variation + Math.floor(random() * (2 * variation + 1));
        last = Math.max(item.at, last + delay / microsecondsPerMs);
        pieces.push({ kind: 'data', bytes: item.bytes.subarray(start, start + size), at: last });
        start += size;
      }
      return pieces;
    },
  };
}
