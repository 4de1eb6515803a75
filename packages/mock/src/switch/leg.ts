import type { PlayOut } from '../media/play-out';
import type { Dn, Party } from './party';

/** The only three a participant can have (3CX facts 3.1). */
export type LegStatus = 'Dialing' | 'Ringing' | 'Connected';

export interface LegBeginnings {
  readonly id: number;
  readonly callId: number;
  readonly legId: number;
  readonly dn: Dn;
  readonly deviceId: string;
  readonly self: Party;
  readonly peer: Party;
  readonly status: LegStatus;
  readonly directControl: boolean;
  readonly originatedBy?: Party | undefined;
  readonly referredBy?: Party | undefined;
  readonly onBehalfOf?: Party | undefined;
  readonly far?: boolean;
}

/** One DN's part in a call; what the API calls a participant. */
export class Leg {
  readonly id: number;
  readonly callId: number;
  readonly legId: number;
  readonly dn: Dn;
  readonly deviceId: string;
  /** Who this leg is, for the other side. */
  readonly self: Party;
  readonly directControl: boolean;
  readonly originatedBy: Party | undefined;
  readonly referredBy: Party | undefined;
  readonly onBehalfOf: Party | undefined;
  /** The other side of a call the route point made, shown under the route point: nothing may be done with it. */
  readonly far: boolean;
  /** Data attached through the API, to this leg and to its party; no endpoint of the PBX returns it. */
  readonly attached: { participant: Record<string, string>; party: Record<string, string> } = {
    participant: {},
    party: {},
  };

  peer: Party;
  status: LegStatus;
  removed = false;
  /** What the other side hears from this leg; only route points and services of the PBX have one, once connected. */
  playOut: PlayOut | undefined;
  /** A routeto or transferto of this leg is under way. */
  routing = false;
  /** Told of each key the other side presses; only services that listen for keys have one. */
  keyPressed: ((key: string) => void) | undefined;

  constructor(beginnings: LegBeginnings) {
    this.id = beginnings.id;
    this.callId = beginnings.callId;
    this.legId = beginnings.legId;
    this.dn = beginnings.dn;
    this.deviceId = beginnings.deviceId;
    this.self = beginnings.self;
    this.peer = beginnings.peer;
    this.status = beginnings.status;
    this.directControl = beginnings.directControl;
    this.originatedBy = beginnings.originatedBy;
    this.referredBy = beginnings.referredBy;
    this.onBehalfOf = beginnings.onBehalfOf;
    this.far = beginnings.far ?? false;
  }
}
