import type { EdmType, Property, StructuredType } from '../odata/model';
import type { Description, SchemaObject } from './description';

/** The schemas of a description as types that requests can be checked against. */
export class SchemaTypes {
  readonly #schemas: Description['components']['schemas'];
  readonly #structures = new Map<string, StructuredType>();

  constructor({ components }: Description) {
    this.#schemas = components.schemas;
  }

  /** Name of the schema that this one stands for, if it stands for one. */
  nameOf(schema: SchemaObject | undefined): string | undefined {
    if (!schema) return undefined;
    if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1);
    return schema.allOf?.length === 1 && !schema.properties ? this.nameOf(schema.allOf[0]) : undefined;
  }

  schema(name: string): SchemaObject {
    return this.#schemas[name] ?? {};
  }

  structure(name: string): StructuredType {
    const known = this.#structures.get(name);
    if (known) return known;
    const { properties, required } = this.merged(this.schema(name));
    const type: StructuredType = {
      name: name.replace(/^Pbx\./, ''),
      properties: new Map(
        Object.entries(properties).map(([property, schema]) => [
          property,
          this.#property(property, schema, required.has(property)),
        ]),
      ),
    };
    this.#structures.set(name, type);
    return type;
  }

  /** Own and inherited properties. */
  merged(schema: SchemaObject): {
    readonly properties: Readonly<Record<string, SchemaObject>>;
    readonly required: ReadonlySet<string>;
  } {
    if (schema.$ref !== undefined) return this.merged(this.schema(schema.$ref.split('/').at(-1) ?? ''));
    const parts = (schema.allOf ?? []).map((part) => this.merged(part));
    return {
      properties: Object.fromEntries(
        [...parts.map(({ properties }) => properties), schema.properties ?? {}].flatMap((each) =>
          Object.entries(each),
        ),
      ),
      required: new Set([...parts.flatMap(({ required }) => [...required]), ...(schema.required ?? [])]),
    };
  }

  #property(name: string, schema: SchemaObject, required: boolean): Property {
    return {
      name,
      type: this.#edm(schema),
      nullable: schema.nullable === true,
      required,
      navigation: schema['x-ms-navigationProperty'] === true,
      maxLength: schema.maxLength,
    };
  }

  #edm(schema: SchemaObject): EdmType {
    const name = this.nameOf(schema);
    if (name !== undefined) {
      const target = this.schema(name);
      if (target.enum) return enumType(name, target.enum);
      const isObject = Object.keys(this.merged(target).properties).length > 0;
      return isObject ? { kind: 'structured', name, type: () => this.structure(name) } : { kind: 'open' };
    }
    if (schema.enum) return enumType('', schema.enum);
    switch (schema.type) {
      case 'array':
        return schema.items ? { kind: 'collection', of: this.#edm(schema.items) } : { kind: 'open' };
      case 'boolean':
        return { kind: 'primitive', name: 'boolean' };
      case 'integer':
        return { kind: 'primitive', name: integers[schema.format ?? ''] ?? 'int32' };
      case 'number':
        return { kind: 'primitive', name: 'double' };
      case 'string':
        return { kind: 'primitive', name: texts[schema.format ?? ''] ?? 'string' };
      default:
        return { kind: 'open' };
    }
  }
}

const integers: Readonly<Record<string, 'int64' | 'decimal'>> = { int64: 'int64', decimal: 'decimal' };
const texts: Readonly<Record<string, 'instant' | 'date' | 'time' | 'duration' | 'guid'>> = {
  'date-time': 'instant',
  date: 'date',
  time: 'time',
  duration: 'duration',
  uuid: 'guid',
};

function enumType(name: string, members: readonly unknown[]): EdmType {
  return { kind: 'enum', name, members: new Set(members.filter((member) => typeof member === 'string')) };
}
