import { parse } from 'yaml';
import * as z from 'zod';

/** A schema as OpenAPI 3.0 writes it; what isn't compared is left out. */
export const SchemaNode = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  nullable: z.boolean().optional(),
  enum: z.array(z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  get items(): z.ZodOptional<typeof SchemaNode> {
    return SchemaNode.optional();
  },
  get properties(): z.ZodOptional<z.ZodRecord<z.ZodString, typeof SchemaNode>> {
    return z.record(z.string(), SchemaNode).optional();
  },
  get allOf(): z.ZodOptional<z.ZodArray<typeof SchemaNode>> {
    return z.array(SchemaNode).optional();
  },
  get oneOf(): z.ZodOptional<z.ZodArray<typeof SchemaNode>> {
    return z.array(SchemaNode).optional();
  },
});
export type SchemaNode = z.infer<typeof SchemaNode>;

const Content = z.record(z.string(), z.object({ schema: SchemaNode.optional() }));
const Reference = z.object({ $ref: z.string() });
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: SchemaNode,
});
const Body = z.object({ required: z.boolean().default(false), content: Content });
const Response = z.object({ content: Content.default({}) });

const Operation = z.object({
  parameters: z.array(z.union([Reference, Parameter])).default([]),
  requestBody: z.union([Reference, Body]).optional(),
  responses: z.record(z.string(), z.union([Reference, Response])),
});

const PathItem = z.object({
  parameters: z.array(z.union([Reference, Parameter])).default([]),
  get: Operation.optional(),
  put: Operation.optional(),
  post: Operation.optional(),
  patch: Operation.optional(),
  delete: Operation.optional(),
});

const Description = z.object({
  openapi: z.string().startsWith('3.0'),
  paths: z.record(z.string(), PathItem),
  components: z
    .object({
      schemas: z.record(z.string(), SchemaNode).default({}),
      parameters: z.record(z.string(), Parameter).default({}),
      requestBodies: z.record(z.string(), Body).default({}),
      responses: z.record(z.string(), Response).default({}),
    })
    .prefault({}),
});

/** An OpenAPI 3.0 description, as far as it is compared. */
export type Description = z.infer<typeof Description>;
export type Parameter = z.infer<typeof Parameter>;
export type Body = z.infer<typeof Body>;
export type Response = z.infer<typeof Response>;

/** Why a text can't be compared, in one sentence. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError';
}

/**
 * Reads an OpenAPI 3.0 description from YAML or JSON.
 * @param name what the text is, for messages
 * @throws DescriptionError when it is none
 */
export function readDescription(text: string, name: string): Description {
  let document: unknown;
  try {
    document = parse(text);
  } catch (cause) {
    throw new DescriptionError(`${name} is neither YAML nor JSON.`, { cause });
  }
  const parsed = Description.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new DescriptionError(`${name} is no OpenAPI 3.0 description: ${z.prettifyError(parsed.error)}`);
}
