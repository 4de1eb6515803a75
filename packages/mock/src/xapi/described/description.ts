import { CORE_SCHEMA, load } from 'js-yaml';
import * as z from 'zod';

/** The parts of a schema that shapes are made of. */
const schema: z.ZodType<SchemaObject> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.string().optional(),
    format: z.string().optional(),
    nullable: z.boolean().optional(),
    maxLength: z.number().optional(),
    enum: z.array(z.unknown()).optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
    allOf: z.array(schema).optional(),
    'x-ms-navigationProperty': z.boolean().optional(),
  }),
);

export interface SchemaObject {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly nullable?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, SchemaObject>> | undefined;
  readonly items?: SchemaObject | undefined;
  readonly allOf?: readonly SchemaObject[] | undefined;
  readonly 'x-ms-navigationProperty'?: boolean | undefined;
}

const content = z.looseObject({
  $ref: z.string().optional(),
  content: z.record(z.string(), z.looseObject({ schema: schema.optional() })).optional(),
});
const operation = z.looseObject({
  requestBody: content.optional(),
  responses: z.record(z.string(), content).optional(),
});
const pathItem = z.looseObject({
  get: operation.optional(),
  post: operation.optional(),
  patch: operation.optional(),
  put: operation.optional(),
  delete: operation.optional(),
});
const description = z.looseObject({
  openapi: z.string().startsWith('3.', 'It is no OpenAPI 3 description.'),
  paths: z.record(z.string(), pathItem),
  components: z.looseObject({
    schemas: z.record(z.string(), schema).default({}),
    responses: z.record(z.string(), content).default({}),
    requestBodies: z.record(z.string(), content).default({}),
  }),
});

export type Description = z.infer<typeof description>;
export type PathItem = z.infer<typeof pathItem>;
export type Content = z.infer<typeof content>;

/** A description of the XAPI that can't be used; `message` says why. */
export class XapiDescriptionError extends Error {
  override readonly name = 'XapiDescriptionError';
  readonly code = 'bad-description';
}

/**
 * Reads a PBX's own OpenAPI description, YAML or JSON.
 * @throws XapiDescriptionError when it is neither, or no OpenAPI 3 description.
 */
export function readDescription(text: string): Description {
  let document: unknown;
  try {
    document = /^\s*\{/.test(text) ? JSON.parse(text) : load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    throw new XapiDescriptionError('The XAPI description is neither YAML nor JSON.', { cause: error });
  }
  const read = description.safeParse(document);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new XapiDescriptionError(
    `The XAPI description can't be used: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
    { cause: read.error },
  );
}
