import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { load } from 'js-yaml';
import * as z from 'zod';

const schema = z.looseObject({ $ref: z.string().optional() });
const answer = z.looseObject({
  $ref: z.string().optional(),
  content: z.record(z.string(), z.object({ schema: schema.optional() })).optional(),
});
const description = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.union([z.looseObject({ responses: z.record(z.string(), answer) }), z.unknown()])),
  ),
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({})),
    responses: z.record(z.string(), answer),
  }),
});
const operation = z.object({ responses: z.record(z.string(), answer) });
type Answer = z.infer<typeof answer>;
type Schema = Readonly<Record<string, unknown>>;

/** Description to check against instead of our own, e.g. the one a PBX serves. */
const file = process.env.XAPI_DESCRIPTION ?? join(__dirname, '../../../../api-client/openapi/xapi.yaml');

/** Judges answers by an OpenAPI description of the XAPI, and takes no property that isn't in it. */
export class DescribedAnswers {
  readonly #description = description.parse(load(readFileSync(file, 'utf8')));
  readonly #ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
  readonly #checks = new Map<string, ValidateFunction>();
  readonly #templates: readonly { readonly template: string; readonly pattern: RegExp }[];

  constructor() {
    addFormats(this.#ajv);
    this.#ajv.addFormat('time', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$/);
    this.#ajv.addFormat('duration', /^-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d{1,12})?S)?)?$/);
    for (const name of ['int32', 'int64', 'double', 'decimal', 'uint8', 'binary', 'base64url']) {
      this.#ajv.addFormat(name, true);
    }
    for (const [name, described] of Object.entries(this.#description.components.schemas)) {
      this.#ajv.addSchema(this.#closed(described), `#/components/schemas/${name}`);
    }
    this.#templates = Object.keys(this.#description.paths)
      .sort((left, right) => right.replace(/\{\w+\}/g, '').length - left.replace(/\{\w+\}/g, '').length)
      .map((template) => ({ template, pattern: patternOf(template) }));
  }

  /** What is wrong with an answer; undefined when all is well, or the description doesn't know the request. */
  fault(method: string, path: string, status: number, json: unknown): string | undefined {
    const found = this.#templates.find(({ pattern }) => pattern.test(path));
    if (!found) return undefined;
    const described = operation.safeParse(this.#description.paths[found.template]?.[method.toLowerCase()]);
    if (!described.success) return status === 405 || status >= 400 ? undefined : 'is not described';
    const { responses } = described.data;
    const response = responses[String(status)] ?? (status >= 400 ? responses.default : undefined);
    if (!response) return `is not described with status ${status}`;
    const body = this.#schemaOf(response);
    if (!body) return json === undefined ? undefined : 'has a body';
    // An IActionResult is a file, or nothing.
    if (json === undefined && Object.keys(this.#propertiesOf(body)).length === 0) return undefined;
    const key = `${method} ${found.template} ${status}`;
    const check = this.#checks.get(key) ?? this.#ajv.compile(this.#closed(body));
    this.#checks.set(key, check);
    return check(json) ? undefined : this.#ajv.errorsText(check.errors, { dataVar: 'body' });
  }

  #schemaOf(response: Answer): Schema | undefined {
    const resolved =
      response.$ref === undefined
        ? response
        : this.#description.components.responses[response.$ref.split('/').at(-1) ?? ''];
    return resolved?.content?.['application/json']?.schema;
  }

  /** OpenAPI 3.0 as JSON schema: null where it may be, what is inherited beside what is own, and nothing else. */
  #closed(described: Schema): Schema {
    const { nullable, allOf, properties, items, oneOf, ...more } = described;
    const orNull = (inner: Schema): Schema =>
      nullable === true ? { anyOf: [{ type: 'null' }, inner] } : inner;
    if (typeof more.$ref === 'string') return orNull({ $ref: more.$ref });
    if (Array.isArray(oneOf)) return orNull({ anyOf: oneOf.map((one) => this.#closed(schema.parse(one))) });
    if (Array.isArray(allOf) && allOf.length === 1 && properties === undefined) {
      return orNull(this.#closed(schema.parse(allOf[0])));
    }
    const merged = this.#propertiesOf(described);
    if (Object.keys(merged).length > 0) {
      return orNull({
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(merged).map(([name, property]) => [name, this.#closed(property)]),
        ),
        patternProperties: { '^@odata\\.': {} },
        additionalProperties: false,
        ...(more.required === undefined ? {} : { required: more.required }),
      });
    }
    return orNull({ ...more, ...(items === undefined ? {} : { items: this.#closed(schema.parse(items)) }) });
  }

  #propertiesOf(described: Schema): Record<string, Schema> {
    const { $ref, allOf, properties } = z
      .looseObject({
        $ref: z.string().optional(),
        allOf: z.array(schema).optional(),
        properties: z.record(z.string(), schema).optional(),
      })
      .parse(described);
    if ($ref !== undefined) {
      return this.#propertiesOf(this.#description.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {});
    }
    const inherited = (allOf ?? []).map((part) => this.#propertiesOf(part));
    return Object.fromEntries([...inherited, properties ?? {}].flatMap((part) => Object.entries(part)));
  }
}

const base = '/xapi/v1';
/** What no description has: where prompt files are uploaded is an assumption of the mock. */
const assumed: ReadonlySet<string> = new Set(['POST /xapi/v1/CustomPrompts']);
let answers: DescribedAnswers | undefined;

/** @throws Error when an answer of the XAPI is not as described; others, and those it knows nothing of, are let pass. */
export function checkXapiAnswer(method: string, url: string, status: number, json: unknown): void {
  const { pathname } = new URL(url);
  if (!pathname.startsWith(`${base}/`) || assumed.has(`${method} ${pathname}`)) return;
  answers ??= new DescribedAnswers();
  const fault = answers.fault(method, decodeURI(pathname).slice(base.length), status, json);
  if (fault !== undefined) throw new Error(`${method} ${pathname} answered ${status}: ${fault}`);
}

function patternOf(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{\w+\}/g, "(?:'[^']*'|[^/',()]+)")}$`);
}
