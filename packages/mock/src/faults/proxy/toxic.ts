import * as z from 'zod';

const hourMs = 3_600_000;
const milliseconds = z.number().min(0).max(hourMs);
const size = z.number().int().min(1).max(1_000_000_000);

const common = {
  /** Names it for removal and replacement. Default `<type>_<stream>`. */
  name: z.string().min(1).optional(),
  /** `downstream` (default) is what the server sends to the client, `upstream` what the client sends. */
  stream: z.enum(['upstream', 'downstream']).default('downstream'),
  /** The share of connections that it strikes, 0 to 1. Default 1. */
  toxicity: z.number().min(0).max(1).default(1),
};

/**
 * What the proxy does to the bytes of a connection. Names, fields and meanings are Toxiproxy's, so
 * that what is known of the one holds for the other.
 */
export const toxicSchema = z
  .discriminatedUnion('type', [
    /** Everything comes `latency` ± `jitter` milliseconds later, in order. */
    z.strictObject({
      ...common,
      type: z.literal('latency'),
      attributes: z.strictObject({ latency: milliseconds.default(0), jitter: milliseconds.default(0) }),
    }),
    /** At most `rate` bytes per millisecond (kilobytes per second). */
    z.strictObject({ ...common, type: z.literal('bandwidth'), attributes: z.strictObject({ rate: size }) }),
    /** The end of the stream is passed on `delay` milliseconds late. */
    z.strictObject({
      ...common,
      type: z.literal('slow_close'),
      attributes: z.strictObject({ delay: milliseconds }),
    }),
    /** Nothing comes through, and after `timeout` milliseconds the connection is closed; 0 leaves it open. */
    z.strictObject({
      ...common,
      type: z.literal('timeout'),
      attributes: z.strictObject({ timeout: milliseconds }),
    }),
    /** The connection is reset, at once or after `timeout` milliseconds. */
    z.strictObject({
      ...common,
      type: z.literal('reset_peer'),
      attributes: z.strictObject({ timeout: milliseconds.default(0) }),
    }),
    /** Bytes come in pieces of `average_size` ± `size_variation`, `delay` microseconds after one another. */
    z
      .strictObject({
        ...common,
        type: z.literal('slicer'),
        attributes: z.strictObject({
          average_size: size,
          size_variation: z.number().int().min(0).default(0),
          delay: z.number().min(0).max(60_000_000).default(0),
        }),
      })
      .refine(
        ({ attributes }) => attributes.size_variation < attributes.average_size,
        'size_variation must be smaller than average_size.',
      ),
    /** The connection is closed after `bytes` bytes have come through. */
    z.strictObject({
      ...common,
      type: z.literal('limit_data'),
      attributes: z.strictObject({ bytes: z.number().int().min(0).max(1_000_000_000_000) }),
    }),
  ])
  .transform((toxic) => ({ ...toxic, name: toxic.name ?? `${toxic.type}_${toxic.stream}` }));

/** A toxic as it is given: everything but `type` and `attributes` may be left out. */
export type ToxicInput = z.input<typeof toxicSchema>;
/** A toxic in force. */
export type Toxic = z.output<typeof toxicSchema>;
export type ToxicOf<Type extends Toxic['type']> = Extract<Toxic, { type: Type }>;
