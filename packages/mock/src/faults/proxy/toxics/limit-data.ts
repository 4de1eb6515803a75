import type { Item, Stage } from '../stage';
import type { ToxicOf } from '../toxic';

/** Lets so many bytes through, and then closes the connection. */
export function limitData({ attributes }: ToxicOf<'limit_data'>): Stage {
  let left = attributes.bytes;
  let closed = false;
  return {
    pass(item) {
      if (closed) return [];
      if (item.kind !== 'data') return [item];
      const bytes = item.bytes.subarray(0, left);
      left -= bytes.length;
      const passed: Item[] = bytes.length > 0 ? [{ ...item, bytes }] : [];
      if (left > 0) return passed;
      closed = true;
      return [...passed, { kind: 'close', at: item.at }];
    },
    get hasSwallowed() {
      return closed;
    },
  };
}
