import type { Stage } from '../stage';
import type { ToxicOf } from '../toxic';

/** Until the reset everything comes through. */
export function resetPeer({ attributes }: ToxicOf<'reset_peer'>): Stage {
  return { pass: (item) => [item], deadline: { afterMs: attributes.timeout, how: 'reset' } };
}
