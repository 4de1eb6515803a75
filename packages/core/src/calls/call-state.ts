/** Inferred from who originated the call: the Call Control API names no direction (3CX facts, 14.11). */
export type CallDirection = 'inbound' | 'outbound' | 'internal';

export type CallStatus = 'ringing' | 'answered' | 'ended';

/**
 * Why a call ended. The PBX attaches no reason to a removal, so this is inferred
 * from what we had asked for and what state the call was in.
 */
export type EndReason = 'hung-up-by-us' | 'remote-hung-up' | 'transferred' | 'not-answered' | 'lost-in-gap';
