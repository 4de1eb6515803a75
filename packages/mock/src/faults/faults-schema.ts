import * as z from 'zod';
import { toxicSchema } from './proxy/toxic';

const ms = z.number().int().min(0).max(60_000);
const errorStatus = z.number().int().min(400).max(599);

const likelihood = {
  /** How likely it strikes each time, 0 to 1. Default 1. */
  probability: z.number().min(0).max(1).optional(),
  /** How often at most. */
  count: z.number().int().min(1).optional(),
  /** Of this fault alone. Default the `seed` beside it, or 1. */
  seed: z.number().int().optional(),
};

/** In force until it has struck `count` times, or is taken back. */
const standing = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...likelihood, ...shape });

/** `true` is the same as `{}`. */
const orTrue = <Schema extends z.ZodType<object>>(schema: Schema) =>
  z.preprocess((value) => (value === true ? {} : value), schema);

/** Which events; all when left out. */
const events = z
  .array(z.enum(['upset', 'remove', 'dtmf']))
  .min(1)
  .optional();

/** Body of `POST /faults`; several faults may be given at once. */
export const faultsSchema = z
  .strictObject({
    /** Cuts every event socket now, without a close frame; `{…}` does so after events, by chance. */
    dropSockets: z.union([z.literal(true), standing({ events })]),
    /** Closes every event socket now, with this code. */
    closeSockets: z.strictObject({ code: z.number().int().min(1000).max(4999) }),
    /**
     * Leaves every open event socket up but dead: no event, no pong, no FIN; `{…}` does so to sockets
     * opened from now on, `afterEvents` events later.
     */
    halfOpenSockets: z.union([
      z.literal(true),
      standing({ afterEvents: z.number().int().min(0).default(0) }),
    ]),
    /** Upgrades are answered with `status`; the next one only, unless `count` or `probability` is given. */
    rejectUpgrades: standing({ status: errorStatus }),

    /** Invalidates the active token now; `{…}` does so when requests come, by chance. */
    revokeToken: z.union([z.literal(true), standing({})]),
    /** Requests whose path contains `path` are answered with `status`; the next one only, unless… */
    failRequests: standing({ path: z.string().min(1), status: errorStatus }),
    /**
     * Every GET under /callcontrol is answered `ms` later, plus up to `jitterMs`: with what is so then, or,
     * with `asAsked`, with what was so when it was asked.
     */
    delayGets: standing({ ms: ms.min(1), jitterMs: ms.default(0), asAsked: z.boolean().default(false) }),
    /** GETs of a participant answer what it was before its last change. */
    staleGets: orTrue(standing({})),
    /** The next GET of a participant that is there is answered 404, `ms` later. */
    late404: standing({ ms: ms.default(0) }),
    /** Participants are far legs: whatever is asked of them is answered 403. Decided once for each. */
    forbidParticipants: orTrue(standing({})),

    /** Events are sent twice, the second with a sequence of its own. */
    duplicateEvents: orTrue(standing({ events })),
    /** Events are lost, the next one only, unless…; their sequence numbers are missing. */
    loseEvents: standing({ events }),
    /** Removes are lost, the next one only, unless…; no sequence number is missing. */
    loseRemoves: standing({}),
    /** Events come `ms` later, plus up to `jitterMs`, which reorders them. */
    delayEvents: standing({ ms, jitterMs: ms.default(0), events }),
    /** Events are overtaken by the next 1 to `by` events of their socket; after `holdMs` they come anyhow. */
    reorderEvents: orTrue(
      standing({
        by: z.number().int().min(1).max(50).default(1),
        holdMs: ms.min(1).default(2000),
        events,
      }),
    ),
    /** Events are cut off in the middle of their JSON. */
    garbleEvents: orTrue(standing({ events })),
    /**
     * Tells of a participant of the route point that never was, and of its Remove, now; `{…}` does so
     * after events, by chance, and without the Remove when `removed` is false.
     */
    ghostParticipant: z.union([z.literal(true), standing({ removed: z.boolean().default(true), events })]),

    /** The PBX restarts: calls are gone without a word, ids begin again, and for `downMs` everything answers 503. */
    restart: z.strictObject({ downMs: z.number().int().min(1).max(600_000) }),
    /** Toxics for the proxy in front, and `{"type": "down"}`; needs a mock started with a proxy port. */
    proxy: z.array(z.union([z.strictObject({ type: z.literal('down') }), toxicSchema])).min(1),

    /** Of every fault named beside it. Default 1. */
    seed: z.number().int(),
  })
  .partial()
  .refine(({ seed: _, ...faults }) => Object.keys(faults).length > 0, 'Name at least one fault.');

export type Faults = z.infer<typeof faultsSchema>;
