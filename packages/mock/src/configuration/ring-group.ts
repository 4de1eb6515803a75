import { endCall } from './route-to';
import type { RouteTo } from './route-to';

export interface RingGroupConfiguration {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  /** `Hunt` rings one member after the other in order, each for `ringSeconds`; `RingAll` all at once. */
  readonly strategy: 'Hunt' | 'RingAll';
  readonly ringSeconds: number;
  readonly members: readonly string[];
  readonly noAnswer: RouteTo;
}

export type NewRingGroup = { readonly number: string } & Partial<
  Omit<RingGroupConfiguration, 'id' | 'number'>
>;

export function ringGroupFrom(given: NewRingGroup, id: number): RingGroupConfiguration {
  return {
    id,
    name: `Ring group ${given.number}`,
    strategy: 'RingAll',
    ringSeconds: 20,
    members: [],
    noAnswer: endCall,
    ...given,
  };
}
