import type { Stage } from '../stage';
import type { ToxicOf } from '../toxic';

/** A black hole: not even the end gets through. */
export function timeout({ attributes }: ToxicOf<'timeout'>): Stage {
  let swallowed = false;
  return {
    pass() {
      swallowed = true;
      return [];
    },
    get hasSwallowed() {
      return swallowed;
    },
    ...(attributes.timeout === 0 ? {} : { deadline: { afterMs: attributes.timeout, how: 'close' } }),
  };
}
