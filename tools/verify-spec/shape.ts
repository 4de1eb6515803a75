import { DescriptionError, type Description, type SchemaNode } from './description.ts';

/** A schema with its own reference and its `allOf` folded in. References further inside stay. */
export interface Shape {
  /** Name of the schema, where it has one. */
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly format: string | undefined;
  readonly nullable: boolean;
  readonly values: readonly unknown[] | undefined;
  readonly required: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly items: SchemaNode | undefined;
  readonly variants: readonly SchemaNode[];
}

const nameOf = (reference: string) => (reference.split('/').at(-1) ?? '').replace(/^Pbx\./, '');

/** What a schema amounts to, within the description it stands in. */
export function shapeOf(node: SchemaNode, description: Description): Shape {
  if (node.$ref !== undefined) {
    const found = description.components.schemas[node.$ref.split('/').at(-1) ?? ''];
    if (found === undefined) throw new DescriptionError(`${node.$ref} leads nowhere.`);
    return { ...shapeOf(found, description), name: nameOf(node.$ref) };
  }
  const parts = (node.allOf ?? []).map((part) => shapeOf(part, description));
  const [only, ...others] = parts;
  const first = <Value>(read: (part: Shape) => Value | undefined): Value | undefined =>
    parts.map(read).find((value) => value !== undefined);
  return {
    name: others.length === 0 && node.properties === undefined ? only?.name : undefined,
    type: node.type ?? first((part) => part.type),
    format: node.format ?? first((part) => part.format),
    nullable: node.nullable ?? first((part) => (part.nullable ? true : undefined)) ?? false,
    values: node.enum ?? first((part) => part.values),
    required: new Set([...parts.flatMap((part) => [...part.required]), ...(node.required ?? [])]),
    properties: new Map([
      ...parts.flatMap((part) => [...part.properties]),
      ...Object.entries(node.properties ?? {}),
    ]),
    items: node.items ?? first((part) => part.items),
    variants: node.oneOf ?? first((part) => (part.variants.length > 0 ? part.variants : undefined)) ?? [],
  };
}

/** Type and format in words, e.g. `integer (int32)`. */
export function typeInWords({ type, format, variants }: Shape): string {
  if (variants.length > 0) return `one of ${String(variants.length)} types`;
  return `${type ?? 'anything'}${format === undefined ? '' : ` (${format})`}`;
}
