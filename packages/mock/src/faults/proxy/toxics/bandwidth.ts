import type { Item, Stage } from '../stage';
import type { ToxicOf } from '../toxic';

/** What is sent at once, in milliseconds of the line: finer would only cost time. */
const burstMs = 10;

/** A line that carries `rate` bytes per millisecond and takes what comes meanwhile into its queue. */
export function bandwidth({ attributes: { rate } }: ToxicOf<'bandwidth'>): Stage {
  const burstBytes = Math.max(1, rate * burstMs);
  let freeAt = -Infinity;
  return {
    pass(item) {
      if (item.kind !== 'data') return [{ ...item, at: Math.max(item.at, freeAt) }];
      const pieces: Item[] = [];
      for (let start = 0; start < item.bytes.length; start += burstBytes) {
        const bytes = item.bytes.subarray(start, start + burstBytes);
        freeAt = Math.max(freeAt, item.at) + bytes.length / rate;
        pieces.push({ kind: 'data', bytes, at: freeAt });
      }
      return pieces;
    },
  };
}
