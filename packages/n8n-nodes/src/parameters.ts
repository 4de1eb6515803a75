import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/v4';
import { GuidedError } from './guided-error';

export interface TextRule {
  /** Refuse an empty value. Default false. */
  readonly required?: boolean;
  readonly pattern?: RegExp;
  /** What the pattern asks for, after "must be", e.g. "keys from 0-9, * and #". */
  readonly patternMeaning?: string;
}

/**
 * The parameters of a node, checked. n8n's own checks bind nobody at run time: an
 * expression can yield anything, and an imported workflow can hold anything.
 * Every method throws a `GuidedError` that names the field as the editor shows it.
 */
export interface Parameters {
  text(name: string, rule?: TextRule): string;
  integer(name: string, range: { readonly min: number; readonly max: number }): number;
  /** As `integer`, with decimal places. */
  decimal(name: string, range: { readonly min: number; readonly max: number }): number;
  flag(name: string): boolean;
  choice<const T extends string>(name: string, values: readonly T[]): T;
  /** One or more. */
  choices<const T extends string>(name: string, values: readonly T[]): T[];
  /** Any number, also none. */
  anyChoices<const T extends string>(name: string, values: readonly T[]): T[];
  /** A comma-separated list, or a list; empty when the field is. */
  list(name: string): string[];
  /** The rows of a group of fields that can be added repeatedly, e.g. `menuKeys.keys`. */
  rows(name: string): Parameters[];
  /** JSON, as text or as it is; undefined when empty. */
  json(name: string): unknown;
}

/** What `$now` and its kind give in an expression. */
const luxonSchema = z
  .custom<{ readonly toISO: () => string | null }>(
    (value) => typeof value === 'object' && value !== null && 'toISO' in value,
  )
  .transform((time) => time.toISO() ?? '');
const dateSchema = z.date().transform((time) => time.toISOString());
const textSchema = z
  .union([z.string(), z.number(), dateSchema, luxonSchema])
  .transform((value) => String(value).trim());
/** What a resource locator holds: an object since it is one, a bare value in hand-written workflows. */
const locatorSchema = z.union([
  textSchema,
  z
    .object({ value: z.union([z.string(), z.number()]).nullish() })
    .transform(({ value }) => String(value ?? '').trim()),
]);
const integerSchema = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
const decimalSchema = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
const rowsSchema = z.array(z.record(z.string(), z.unknown()));
const flagSchema = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

/**
 * @param read - gives the raw value, null or undefined when there is none
 * @param properties - the descriptions of the fields, for their display names and defaults
 */
export function parametersOf(
  read: (name: string) => unknown,
  properties: readonly INodeProperties[],
): Parameters {
  const field = (name: string) => {
    const property = findProperty(properties, name);
    const label = `'${property.displayName}'`;
    return { label, value: read(name) ?? property.default };
  };
  const group = (name: string) => {
    const [collection = '', groupName = ''] = name.split('.');
    const { displayName, options = [], default: initial } = findProperty(properties, collection);
    const found = options.find((option) => option.name === groupName);
    const fields = found !== undefined && 'values' in found ? found.values : [];
    return { label: `'${displayName}'`, value: read(name) ?? nested(initial, groupName), fields };
  };
  return {
    text(name, rule = {}) {
      const { label, value } = field(name);
      const text = accept(locatorSchema, value, `${label} must be a text`);
      if (text === '') {
        if (rule.required) throw parameterError(`${label} is empty`);
        return text;
      }
      if (rule.pattern && !rule.pattern.test(text)) {
        throw parameterError(`${label} must be ${rule.patternMeaning ?? 'in the right form'}`);
      }
      return text;
    },
    integer(name, { min, max }) {
      const { label, value } = field(name);
      const message = `${label} must be a whole number from ${min} to ${max}`;
      return accept(integerSchema.pipe(z.number().int().min(min).max(max)), value, message);
    },
    decimal(name, { min, max }) {
      const { label, value } = field(name);
      const message = `${label} must be a number from ${min} to ${max}`;
      return accept(decimalSchema.pipe(z.number().min(min).max(max)), value, message);
    },
    flag(name) {
      const { label, value } = field(name);
      return accept(flagSchema, value, `${label} must be true or false`);
    },
    choice(name, values) {
      const { label, value } = field(name);
      return known(label, value, values);
    },
    choices(name, values) {
      const { label, value } = field(name);
      const chosen = knownAll(label, value, values);
      if (chosen.length === 0) throw parameterError(`${label} is empty`);
      return chosen;
    },
    anyChoices(name, values) {
      const { label, value } = field(name);
      return knownAll(label, value, values);
    },
    list(name) {
      const { label, value } = field(name);
      const entries = accept(
        z.union([textSchema.transform((text) => text.split(',')), z.array(textSchema)]),
        value ?? '',
        `${label} must be a list separated by commas`,
      );
      return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
    },
    rows(name) {
      const { label, value, fields } = group(name);
      const rows = accept(rowsSchema, value ?? [], `${label} must be a list`);
      return rows.map((row) => parametersOf((field) => row[field], fields));
    },
    json(name) {
      const { label, value } = field(name);
      if (typeof value !== 'string') return value ?? undefined;
      if (value.trim() === '') return undefined;
      try {
        const parsed: unknown = JSON.parse(value);
        return parsed;
      } catch {
        throw parameterError(`${label} is not valid JSON`);
      }
    },
  };
}

function findProperty(properties: readonly INodeProperties[], name: string): INodeProperties {
  const [head, ...rest] = name.split('.');
  for (const property of properties) {
    if (property.name !== head) continue;
    if (rest.length === 0) return property;
    const options = (property.options ?? []).filter((option) => 'displayName' in option && 'type' in option);
    return findProperty(options, rest.join('.'));
  }
  throw new Error(`The node describes no field ${name}`);
}

function nested(value: unknown, key: string): unknown {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  return parsed.success ? parsed.data[key] : undefined;
}

function knownAll<T extends string>(label: string, value: unknown, values: readonly T[]): T[] {
  const chosen = accept(z.array(z.unknown()), value, `${label} must be a list`);
  return chosen.map((one) => known(label, one, values));
}

function known<T extends string>(label: string, value: unknown, values: readonly T[]): T {
  const found = values.find((one) => one === value);
  if (found !== undefined) return found;
  const given = typeof value === 'string' ? `"${value}"` : 'the given value';
  throw parameterError(`${label} doesn't know ${given}`, `It takes ${values.join(', ')}.`);
}

interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

function accept<T>(schema: Schema<T>, value: unknown, message: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw parameterError(message);
}

function parameterError(message: string, description?: string): GuidedError {
  return new GuidedError(
    'PARAMETER',
    message,
    description ??
      'Correct the field in this node. If it holds an expression, look at what it gives for this item.',
  );
}
