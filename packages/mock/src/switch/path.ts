import type { SegmentReason } from '../history/call-record';
import type { Party } from './party';

/** How a call came to where it is being offered. */
export interface Path {
  readonly reason: SegmentReason;
  /** The queue, ring group, extension or route point it came through; empty when dialled. */
  readonly via: string;
  /** Who sent it on without being asked for it any more. */
  readonly onBehalfOf: Party | undefined;
  /** How often it was sent on already. */
  readonly hops: number;
  /** Whether the destination's own forwarding rules apply; members of groups ring and nothing else. */
  readonly forwards: boolean;
  /** The destination counts as not answering, busy or not registered, if it has a rule for that. */
  readonly skipTo: 'noAnswer' | 'busy' | 'notRegistered' | undefined;
  /** Only this device of the extension; undefined all of them. */
  readonly deviceId: string | undefined;
  /** How long phones ring at most at this destination, milliseconds; undefined as long as the offer stands. */
  readonly ringMs: number | undefined;
}

export const directPath: Path = {
  reason: 'direct',
  via: '',
  onBehalfOf: undefined,
  hops: 0,
  forwards: true,
  skipTo: undefined,
  deviceId: undefined,
  ringMs: undefined,
};
