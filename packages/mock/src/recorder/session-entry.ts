import * as z from 'zod';

const who = z.enum(['client', 'server']);
const headers = z.record(z.string(), z.string());

/** What was in a request, an answer or a frame. */
const content = z.union([
  z.strictObject({ json: z.unknown() }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ form: z.record(z.string(), z.string()) }),
  /** Not text. The bytes themselves only where audio is recorded. */
  z.strictObject({ bytes: z.number().int().nonnegative(), base64: z.string().optional() }),
]);

/** `id` is of the request or socket, `t` milliseconds since the recording began. */
const at = { t: z.number().nonnegative(), id: z.number().int().positive() };

/** A line of a recording. */
export const sessionEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recording'), version: z.literal(1) }),
  z.strictObject({
    ...at,
    kind: z.literal('request'),
    method: z.string(),
    path: z.string(),
    headers,
    body: content.optional(),
  }),
  z.strictObject({
    ...at,
    kind: z.literal('response'),
    status: z.number().int(),
    headers,
    body: content.optional(),
    /** The body follows as `audio`, and then `end`. */
    isStreamed: z.boolean().optional(),
  }),
  /** Part of a body that takes as long as a call. */
  z.strictObject({
    ...at,
    kind: z.literal('audio'),
    from: who,
    bytes: z.number().int().nonnegative(),
    base64: z.string().optional(),
  }),
  /** A streamed body is over. */
  z.strictObject({ ...at, kind: z.literal('end'), from: who, how: z.enum(['complete', 'cut']) }),
  /** A request got no answer, or only the beginning of one. */
  z.strictObject({ ...at, kind: z.literal('failure') }),
  /** The client asks for an event socket. */
  z.strictObject({ ...at, kind: z.literal('socket'), path: z.string() }),
  z.strictObject({ ...at, kind: z.literal('socket-open') }),
  z.strictObject({
    ...at,
    kind: z.literal('socket-refused'),
    status: z.number().int(),
    body: content.optional(),
  }),
  z.strictObject({ ...at, kind: z.literal('frame'), from: who, content }),
  z.strictObject({ ...at, kind: z.literal('socket-closed'), from: who, code: z.number().int() }),
]);

export type SessionEntry = z.infer<typeof sessionEntry>;
export type Content = z.infer<typeof content>;
export type EntryOf<Kind extends SessionEntry['kind']> = Extract<SessionEntry, { kind: Kind }>;
