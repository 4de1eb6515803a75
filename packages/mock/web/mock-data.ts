import * as z from 'zod/mini';

/** The parts of the control API's answers that the page shows. */
const leg = z.object({
  id: z.number(),
  dn: z.string(),
  status: z.enum(['Dialing', 'Ringing', 'Connected']),
  party_caller_id: z.string(),
});

export const callSchema = z.object({
  id: z.number(),
  state: z.enum(['ringing', 'connected', 'ended']),
  from: z.string(),
  to: z.string(),
  did: z.string(),
  connectedTo: z.nullable(z.string()),
  heardMs: z.number(),
  gaps: z.number(),
  onHold: z.boolean(),
  endedBy: z.nullable(z.string()),
  endReason: z.nullable(z.string()),
  legs: z.array(leg),
});
export type Call = z.infer<typeof callSchema>;

export const answerModes = ['auto', 'manual', 'never', 'busy', 'reject'] as const;
export type AnswerMode = (typeof answerModes)[number];

const phone = z.object({
  number: z.string(),
  name: z.string(),
  answer: z.enum(answerModes),
  registered: z.boolean(),
});
export type Phone = z.infer<typeof phone>;

const dialable = z.object({ number: z.string(), type: z.string(), name: z.string() });
export type Dialable = z.infer<typeof dialable>;

export const stateSchema = z.object({
  calls: z.array(callSchema),
  extensions: z.array(phone),
  numbers: z.array(dialable),
});
export type PbxState = z.infer<typeof stateSchema>;

const span = { fromMs: z.number(), toMs: z.nullable(z.number()) };
const mark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keys'), atMs: z.number(), keys: z.string() }),
  z.object({ kind: z.literal('transfer'), atMs: z.number(), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('ended'), atMs: z.number(), by: z.string(), reason: z.string() }),
]);
export type Mark = z.infer<typeof mark>;

export const timelineSchema = z.object({
  call: z.number(),
  lengthMs: z.number(),
  legs: z.array(
    z.object({
      participant: z.number(),
      dn: z.string(),
      name: z.string(),
      number: z.string(),
      spans: z.array(z.object({ status: z.enum(['Dialing', 'Ringing', 'Connected']), ...span })),
    }),
  ),
  heard: z.array(z.object({ kind: z.enum(['audio', 'silence', 'held']), ...span })),
  marks: z.array(mark),
});
export type Timeline = z.infer<typeof timelineSchema>;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const entry = z.object({
  type: z.literal('entry'),
  sequence: z.number(),
  timeMs: z.number(),
  kind: z.string(),
  detail: z.record(z.string(), scalar),
});
export type LogEntry = z.infer<typeof entry>;

export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), mock: z.string(), last: z.number() }),
  entry,
  z.object({ type: z.literal('gap'), missed: z.number() }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;

export const placedSchema = z.object({ id: z.number() });
export const refusalSchema = z.object({ message: z.string() });
