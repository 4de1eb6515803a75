import type { RouteTo } from './route-to';

/** Sends a call from outside somewhere, by the number dialled or by who calls. */
export interface InboundRule {
  readonly id: number;
  readonly name: string;
  /** `BasedOnDID` and `BasedOnCallerID` compare with `mask`; `ForwardAll` takes what no other rule took. */
  readonly condition: 'BasedOnDID' | 'BasedOnCallerID' | 'ForwardAll';
  /** A number; a leading or trailing `*` stands for any digits. */
  readonly mask: string;
  /** Trunk the rule belongs to; empty for every trunk. */
  readonly trunk: string;
  readonly officeHours: RouteTo;
  /** Undefined: as in office hours. */
  readonly outOfOfficeHours: RouteTo | undefined;
  /** Undefined: as out of office hours. */
  readonly holidays: RouteTo | undefined;
}

export type NewInboundRule = Pick<InboundRule, 'condition' | 'officeHours'> &
  Partial<Omit<InboundRule, 'id'>>;

export function inboundRuleFrom(given: NewInboundRule, id: number): InboundRule {
  return {
    id,
    name: given.mask ?? 'Everything else',
    mask: '',
    trunk: '',
    outOfOfficeHours: undefined,
    holidays: undefined,
    ...given,
  };
}

/** Whether two ways of writing a number are the same number; `+` and punctuation count for nothing. */
export function sameNumber(one: string, other: string): boolean {
  const bare = (number: string) => number.replace(/[^0-9A-Za-z]/g, '');
  return bare(one) !== '' && bare(one) === bare(other);
}

/** Whether a number matches a mask; `+` and punctuation count for nothing. */
export function matchesMask(number: string, mask: string): boolean {
  const digits = number.replace(/[^0-9A-Za-z]/g, '');
  const pattern = mask.replace(/[^0-9A-Za-z*]/g, '');
  if (pattern === '*') return true;
  const fixed = pattern.replace(/\*/g, '');
  if (fixed === '') return false;
  if (pattern.startsWith('*')) return digits.endsWith(fixed);
  if (pattern.endsWith('*')) return digits.startsWith(fixed);
  return digits === fixed;
}
