import type { PartySnapshot } from './call-record';

/** A recorded conversation, both directions mixed. Times are epoch milliseconds. */
export interface RecordingEntry {
  readonly id: number;
  readonly callId: number;
  readonly callRecordId: string;
  /** The extension or queue on whose account it was recorded. */
  readonly dn: string;
  readonly from: PartySnapshot;
  readonly to: PartySnapshot;
  readonly did: string;
  readonly direction: 'inbound' | 'outbound' | 'internal';
  readonly startedAt: number;
  readonly endedAt: number;
  /** 8 kHz, 16 bit, mono. */
  readonly wav: Uint8Array;
}

/** A message left in a box. Times are epoch milliseconds. */
export interface VoicemailEntry {
  readonly id: number;
  readonly callId: number;
  readonly callRecordId: string;
  /** Extension whose box it is. */
  readonly extension: string;
  readonly caller: PartySnapshot;
  readonly leftAt: number;
  readonly durationMs: number;
  /** 8 kHz, 16 bit, mono. */
  readonly wav: Uint8Array;
}
