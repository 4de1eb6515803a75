import type { ActiveCall, Call, CallEvent, SystemStatus } from '@org/3cx-core';
import type { IDataObject } from 'n8n-workflow';

/** What a call looks like to a workflow: the fields that every node of this package gives. */
export function callFields(call: Call): IDataObject {
  return {
    callId: call.id,
    fromNumber: call.fromNumber,
    toNumber: call.toNumber,
    extension: call.extension,
    direction: call.direction,
    callerName: call.callerName,
    did: call.did,
    status: call.status,
  };
}

/** The item without what it says about a call, for results about another one. */
export function withoutCallFields(json: IDataObject): IDataObject {
  return Object.fromEntries(Object.entries(json).filter(([field]) => !CALL_FIELDS.has(field)));
}

const CALL_FIELDS: ReadonlySet<string> = new Set([
  'callId',
  'fromNumber',
  'toNumber',
  'extension',
  'direction',
  'callerName',
  'did',
  'status',
]);

export interface ReceivedCallCircumstances {
  /** First seen before the Receiver began to listen, e.g. when n8n was restarted during the call. */
  readonly recovered: boolean;
  /** Received by a test run in the editor. */
  readonly test: boolean;
}

/** The item that a Call Receiver starts a workflow with. `did` is often empty on 3CX V20. */
export function receivedCallOutput(call: Call, circumstances: ReceivedCallCircumstances): IDataObject {
  return { ...callFields(call), timestamp: call.startedAt.toISOString(), ...circumstances };
}

/** The item that a Call Monitor starts a workflow with: the event as it is, key presses as dots if asked. */
export function callEventOutput(event: CallEvent, maskDigits: boolean): IDataObject {
  const data =
    event.eventType === 'dtmf_received' && maskDigits
      ? { ...event.data, digits: '•'.repeat(event.data.digits.length) }
      : event.data;
  return { ...event, data: { ...data } };
}

/** What Get Call Status adds; a call that has ended is still told about. */
export function callStatusOutput(call: Call): IDataObject {
  return {
    ...callFields(call),
    startedAt: call.startedAt.toISOString(),
    answeredAt: call.answeredAt?.toISOString() ?? null,
    endedAt: call.endedAt?.toISOString() ?? null,
    endReason: call.endReason ?? null,
  };
}

/** A call of this client in the list of calls in progress. */
export function grantedCallOutput(call: Call, now: Date): IDataObject {
  const { answeredAt } = call;
  return {
    ...callFields(call),
    from: call.fromNumber,
    to: call.toNumber,
    startedAt: answeredAt?.toISOString() ?? null,
    durationSeconds: answeredAt ? Math.round((now.getTime() - answeredAt.getTime()) / 1_000) : null,
    source: 'granted',
  };
}

/** A call of the whole system in the list of calls in progress. */
export function systemCallOutput(call: ActiveCall): IDataObject {
  return { ...call, source: 'system' };
}

/** `callVolume` is how many calls began within the last hour; null where 3CX doesn't tell. */
export function systemStatusOutput(status: SystemStatus, callVolume: number | null = null): IDataObject {
  return { ...status, reasons: [...status.reasons], callVolume };
}

/** The answer when the PBX can't be reached at all: a status, not an error. */
export function systemDownOutput(reason: string): IDataObject {
  return systemStatusOutput({
    status: 'down',
    reasons: [reason],
    activeCalls: null,
    maxCalls: null,
    version: null,
    trunksRegistered: null,
    trunksTotal: null,
    extensionsRegistered: null,
    extensionsTotal: null,
  });
}
