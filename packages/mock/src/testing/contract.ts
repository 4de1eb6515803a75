import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import * as z from 'zod';
import type { MockPbxOptions } from '../settings';

/**
 * The description of the Call Control API that clients are generated from, read as
 * data: the mock is written from the facts and shares no code with a client, so the
 * two agreeing on it means something.
 */
const descriptionFile = join(__dirname, '../../../api-client/openapi/call-control.yaml');

const content = z.looseObject({
  'application/json': z.looseObject({ schema: z.looseObject({}) }).optional(),
});
const responseOrReference = z.looseObject({ $ref: z.string().optional(), content: content.optional() });
const operation = z.looseObject({ responses: z.record(z.string(), responseOrReference) });
const description = z.looseObject({
  paths: z.record(z.string(), z.looseObject({ get: operation.optional(), post: operation.optional() })),
  components: z.looseObject({ responses: z.record(z.string(), responseOrReference) }),
});

type JsonSchema = Readonly<Record<string, unknown>>;

class Contract {
  readonly #paths: readonly { readonly pattern: RegExp; readonly get: Operation; readonly post: Operation }[];
  readonly #shared: Readonly<Record<string, z.infer<typeof responseOrReference>>>;
  readonly #ajv = new Ajv({ strict: false, allErrors: true });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor() {
    const document: unknown = parse(readFileSync(descriptionFile, 'utf8'));
    const { paths, components } = description.parse(document);
    this.#shared = components.responses;
    this.#ajv.addSchema({ $id: 'api', ...z.looseObject({}).parse(closed(document)) });
    this.#paths = Object.entries(paths)
      .map(([path, { get, post }]) => ({
        pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        literal: !path.includes('{'),
        get,
        post,
      }))
      .sort((a, b) => Number(b.literal) - Number(a.literal));
  }

  /** @returns what is wrong with an answer; undefined when nothing is, or when the description is silent. */
  answerIssue(method: string, path: string, status: number, body: unknown): string | undefined {
    const described = this.#paths.find(({ pattern }) => pattern.test(path));
    const responses = (method === 'GET' ? described?.get : described?.post)?.responses;
    if (!responses) return undefined;
    const found = responses[status] ?? responses.default;
    if (!found) return `The description knows no status ${status}.`;
    const name = found.$ref?.split('/').at(-1);
    const response = name === undefined ? found : this.#shared[name];
    const schema = response?.content?.['application/json']?.schema;
    if (!schema) return undefined;
    if (body === undefined) return 'A JSON body was to be expected.';
    return this.#issue(closed(schema), body);
  }

  /** @returns what is wrong with a message of the event socket. */
  frameIssue(frame: unknown): string | undefined {
    return this.#issue({ $ref: '#/components/schemas/EventMessage' }, frame);
  }

  participantIssue(participant: unknown): string | undefined {
    return this.#issue({ $ref: '#/components/schemas/Participant' }, participant);
  }

  #issue(schema: unknown, value: unknown): string | undefined {
    const key = JSON.stringify(schema);
    const text = key.replaceAll('"#/', '"api#/');
    const validate = this.#compiled.get(key) ?? this.#ajv.compile(z.looseObject({}).parse(JSON.parse(text)));
    this.#compiled.set(key, validate);
    return validate(value) ? undefined : this.#ajv.errorsText(validate.errors);
  }
}

type Operation = z.infer<typeof operation> | undefined;

let contract: Contract | undefined;
export const theContract = (): Contract => (contract ??= new Contract());

const exempt = new Set<string>();

/**
 * Options under which the mock answers as the facts allow and the description does not
 * say: a mock started with one of them isn't held to it.
 */
export function exemptDeparting(origin: string, options: MockPbxOptions): void {
  const { successStatus, errorBodies, socketResponseKeys } = options;
  if (
    successStatus === 202 ||
    (errorBodies ?? 'json') !== 'json' ||
    (socketResponseKeys ?? 'pascal') !== 'pascal'
  ) {
    exempt.add(origin);
  }
}

/** @throws Error when an answer under /callcontrol or /connect is not as described. */
export function checkAnswer(method: string, url: string, status: number, body: unknown): void {
  const { pathname, origin } = new URL(url);
  if (exempt.has(origin)) return;
  const issue = theContract().answerIssue(method, pathname, status, body);
  if (issue !== undefined) {
    throw new Error(`${method} ${pathname} ${status} is not as described: ${issue}\n${JSON.stringify(body)}`);
  }
}

const upset = z.looseObject({
  event: z.looseObject({ event_type: z.literal(0), attached_data: z.looseObject({}) }),
});

const numbered = z.looseObject({
  event: z.looseObject({ attached_data: z.looseObject({ RequestID: z.number() }) }),
});

/** A request gets its id back as it was sent; the description knows texts only, the facts any value. */
function asDescribed(frame: unknown): unknown {
  const found = numbered.safeParse(frame);
  if (!found.success) return frame;
  const { event, ...rest } = found.data;
  const attached_data = { ...event.attached_data, RequestID: String(event.attached_data.RequestID) };
  return { ...rest, event: { ...event, attached_data } };
}

/** @throws Error when a message of the event socket is not as described. */
export function checkFrame(origin: string, frame: unknown): void {
  if (exempt.has(origin)) return;
  // An option sends the participant along with Upset, as some builds may.
  const carrying = upset.safeParse(frame);
  const issue = carrying.success
    ? theContract().participantIssue(carrying.data.event.attached_data)
    : theContract().frameIssue(asDescribed(frame));
  if (issue !== undefined) throw new Error(`A frame is not as described: ${issue}\n${JSON.stringify(frame)}`);
}

/**
 * OpenAPI 3.0 as JSON Schema, and closed: nothing may be sent that is not described,
 * which a client must tolerate but the mock has no reason for.
 */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest }: JsonSchema = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [name, closed(value)]),
  );
  const isObject = rest.type === 'object' && rest.properties !== undefined;
  const strict =
    isObject && rest.additionalProperties === undefined ? { ...rest, additionalProperties: false } : rest;
  return nullable === true ? { anyOf: [{ type: 'null' }, strict] } : strict;
}
