import type { Stage } from '../stage';
import type { ToxicOf } from '../toxic';

/** The end comes late; what was sent before it doesn't. */
export function slowClose({ attributes }: ToxicOf<'slow_close'>): Stage {
  return {
    pass: (item) => [item.kind === 'data' ? item : { ...item, at: item.at + attributes.delay }],
  };
}
