import type { CallDirection, CallStatus, EndReason } from '../calls/call-state';

/** Every kind of event that {@link CallEvent} can be, in the order a call lives through them. */
export const CALL_EVENT_TYPES = [
  'call_started',
  'call_ringing',
  'call_answered',
  'call_transferred',
  'call_updated',
  'dtmf_received',
  'call_ended',
  'call_missed',
  'queue_call_waiting',
  'queue_call_answered',
  'connection_lost',
  'connection_restored',
] as const;

export type CallEventType = (typeof CALL_EVENT_TYPES)[number];

/** The fields every call event carries, flat, so that a workflow can read `$json.callId`. */
interface CallEventFields {
  /** Unique for the life of the process, also when the PBX restarts and its ids begin again. */
  readonly eventId: string;
  /** When we learned of it: ISO 8601, UTC. The Call Control API itself carries no timestamps. */
  readonly timestamp: string;
  /** `call-<callid>-<participant id>`; empty on connection events. */
  readonly callId: string;
  readonly fromNumber: string;
  readonly toNumber: string;
  readonly extension: string;
  readonly direction: CallDirection;
  readonly callerName: string;
  /** The number the caller dialled from outside, where the PBX tells it; often empty on V20. */
  readonly did: string;
  readonly status: CallStatus;
}

interface EventData {
  /** True when the transition was not seen but derived: first sight of a running call, or the diff after a gap. */
  readonly synthetic: boolean;
  /**
   * `active-calls`: found by comparing the PBX's list of active calls, every few seconds, for a
   * call on none of our extensions. Absent: told by the Call Control API.
   */
  readonly source?: 'active-calls';
}

export interface CallStartedEvent extends CallEventFields {
  readonly eventType: 'call_started';
  readonly data: EventData;
}

export interface CallRingingEvent extends CallEventFields {
  readonly eventType: 'call_ringing';
  readonly data: EventData;
}

export interface CallAnsweredEvent extends CallEventFields {
  readonly eventType: 'call_answered';
  readonly data: EventData;
}

export interface CallUpdatedEvent extends CallEventFields {
  readonly eventType: 'call_updated';
  readonly data: EventData & { readonly changed: readonly string[] };
}

export interface CallTransferredEvent extends CallEventFields {
  readonly eventType: 'call_transferred';
  readonly data: EventData & { readonly target: string };
}

export interface CallEndedEvent extends CallEventFields {
  readonly eventType: 'call_ended' | 'call_missed';
  readonly data: EventData & {
    /** Seconds from first sight to the end, rounded to milliseconds. */
    readonly durationSeconds: number;
    /** Seconds from the answer to the end; 0 when it was never answered. */
    readonly talkSeconds: number;
    readonly endReason: EndReason;
    /** Always true: the PBX gives no reason with a removal, so ours comes from context. */
    readonly endReasonInferred: true;
  };
}

export interface DtmfReceivedEvent extends CallEventFields {
  readonly eventType: 'dtmf_received';
  /** `digits` holds the keys of one PBX message, usually one. Handle as you would a PIN. */
  readonly data: EventData & { readonly digits: string };
}

export interface QueueCallEvent extends CallEventFields {
  readonly eventType: 'queue_call_waiting' | 'queue_call_answered';
  readonly data: EventData & { readonly queueId: string };
}

export interface ConnectionEvent extends CallEventFields {
  readonly eventType: 'connection_lost' | 'connection_restored';
  /** `gapMs` is how long nothing could be seen, in milliseconds; 0 on `connection_lost`. */
  readonly data: EventData & { readonly gapMs: number };
}

/** What happened on the phone system: a union to switch over by `eventType`. */
export type CallEvent =
  | CallStartedEvent
  | CallRingingEvent
  | CallAnsweredEvent
  | CallTransferredEvent
  | CallUpdatedEvent
  | DtmfReceivedEvent
  | CallEndedEvent
  | QueueCallEvent
  | ConnectionEvent;
