import type { Stage } from '../stage';
import type { ToxicOf } from '../toxic';

/** Later by `latency` ± `jitter`, never out of order: it is still a stream. */
export function latency({ attributes }: ToxicOf<'latency'>, random: () => number): Stage {
  let last = -Infinity;
  return {
    pass(item) {
      const jitter = (random() * 2 - 1) * attributes.jitter;
      last = Math.max(last, item.at + Math.max(0, attributes.latency + jitter));
      return [{ ...item, at: last }];
    },
  };
}
