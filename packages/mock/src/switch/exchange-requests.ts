import type { PbxConfiguration } from '../configuration/pbx-configuration';
import type { HistoryBook } from '../history/history-book';
import type { AudioLibrary } from '../media/audio-library';
import type { Settings } from '../settings';
import type { Timers } from '../timers';
import type { End, RingOutcome } from './call';
import type { Destination, Directory } from './directory';
import type { LegStatus } from './leg';
import type { Device, Dn, Party } from './party';
import type { Path } from './path';
import type { PhoneBehaviour } from './phones';

export interface ExchangeParts {
  readonly settings: Settings;
  readonly configuration: PbxConfiguration;
  readonly directory: Directory;
  readonly history: HistoryBook;
  readonly audio: AudioLibrary;
  readonly timers: Timers;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  /** Wall clock, epoch milliseconds. */
  readonly wallNow: () => number;
  /** From 0 to 1; decides where a queue with a random start begins. */
  readonly random?: () => number;
}

export interface PlaceCall {
  readonly caller: { readonly dn: Dn; readonly party: Party };
  readonly from: string;
  readonly to: string;
  readonly did: string;
  readonly destination: Destination;
  readonly path?: Path;
}

export interface MakeCall {
  readonly source: Dn;
  /** The device that calls; undefined for all devices of the source. */
  readonly device: Device | undefined;
  /** Whether the phone has to be picked up before the destination is dialled. */
  readonly ringsFirst: boolean;
  readonly destination: Destination;
  readonly dialled: string;
  readonly timeoutMs: number;
  readonly attached: Readonly<Record<string, string>>;
}

export interface OfferTo {
  readonly end: End;
  readonly destination: Destination;
  /** How long the offer stands, milliseconds. */
  readonly timeoutMs: number;
  /** Who is shown to those who are rung while nobody is at the other end yet. */
  readonly peer?: Party;
  readonly referredBy?: Party;
  readonly path: Path;
  readonly settled: (outcome: RingOutcome) => void;
}

/** A leg to be made. */
export interface Seat {
  readonly dn: Dn;
  readonly deviceId: string;
  readonly directControl: boolean;
  readonly self: Party;
  readonly path: Path;
}

/** A leg to be rung; without a phone it rings until it is answered through the API. */
export interface Rung extends Seat {
  readonly status: LegStatus;
  readonly phone: PhoneBehaviour | undefined;
}
