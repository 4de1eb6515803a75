import * as z from 'zod';
import type { CallEvent } from './call-event';

const text = z.string();
const fields = {
  eventId: text.describe('Unique, also when the PBX restarts and its ids begin again'),
  timestamp: z.iso.datetime().describe('When we learned of it, UTC'),
  callId: text.describe('call-<callid>-<participant id>; empty on connection events'),
  fromNumber: text,
  toNumber: text,
  extension: text,
  direction: z.enum(['inbound', 'outbound', 'internal']),
  callerName: text,
  did: text,
  status: z.enum(['ringing', 'answered', 'ended']),
};
const data = {
  synthetic: z.boolean().describe('Derived, not seen'),
  source: z.literal('active-calls').exactOptional(),
};

const event = <T extends string, D extends z.ZodRawShape>(types: readonly [T, ...T[]], more: D) =>
  z.object({ eventType: z.enum(types), ...fields, data: z.object({ ...data, ...more }) });

/** Checks a {@link CallEvent} that comes from elsewhere: a file, a queue, a webhook. */
export const callEventSchema = z.union([
  event(['call_started'], {}),
  event(['call_ringing'], {}),
  event(['call_answered'], {}),
  event(['call_transferred'], { target: text }),
  event(['call_updated'], { changed: z.array(text) }),
  event(['dtmf_received'], { digits: text.describe('Handle as you would a PIN') }),
  event(['call_ended', 'call_missed'], {
    durationSeconds: z.number().min(0),
    talkSeconds: z.number().min(0),
    endReason: z.enum(['hung-up-by-us', 'remote-hung-up', 'transferred', 'not-answered', 'lost-in-gap']),
    endReasonInferred: z.literal(true),
  }),
  event(['queue_call_waiting', 'queue_call_answered'], { queueId: text }),
  event(['connection_lost', 'connection_restored'], {
    gapMs: z.number().min(0).describe('How long nothing could be seen'),
  }),
]) satisfies z.ZodType<CallEvent>;

/** Whether a value of unknown origin is a call event. */
export function isCallEvent(value: unknown): value is CallEvent {
  return callEventSchema.safeParse(value).success;
}

/** The JSON Schema (2020-12) of {@link CallEvent}, for tools outside TypeScript. */
export function callEventJsonSchema(): object {
  return z.toJSONSchema(callEventSchema, { target: 'draft-2020-12' });
}
