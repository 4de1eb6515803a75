import type { EdmType, Property, StructuredType } from '../odata/model';

/** Types by their names, of which each may refer to any other. */
export interface TypeLibrary {
  /** @throws when there is no structured type of that name. */
  structure(name: string): StructuredType;
  /** A type as the notation writes it: `string`, `User`, `Peer[]`. */
  edm(notation: string): EdmType;
}

const primitives: Readonly<Record<string, EdmType>> = {
  string: { kind: 'primitive', name: 'string' },
  bool: { kind: 'primitive', name: 'boolean' },
  int: { kind: 'primitive', name: 'int32' },
  long: { kind: 'primitive', name: 'int64' },
  double: { kind: 'primitive', name: 'double' },
  decimal: { kind: 'primitive', name: 'decimal' },
  datetime: { kind: 'primitive', name: 'instant' },
  date: { kind: 'primitive', name: 'date' },
  time: { kind: 'primitive', name: 'time' },
  duration: { kind: 'primitive', name: 'duration' },
  guid: { kind: 'primitive', name: 'guid' },
  any: { kind: 'open' },
};

/**
 * Reads type declarations, one a line, continued on indented lines:
 *
 * ```text
 * enum PeerType = None, Extension
 * Parent = Id int, Number string?
 * Child : Parent = Name string(80)?*, Peers >Peer[]
 * ```
 *
 * `?` may be null, `*` is required, `[]` is a collection, `(80)` the longest text,
 * `>` a related entity that is answered only when it is expanded.
 */
export function parseTypes(...texts: readonly string[]): TypeLibrary {
  const enums = new Map<string, EdmType>();
  const declarations = new Map<string, { parent: string | undefined; properties: readonly string[] }>();
  for (const line of texts.flatMap((text) => text.replace(/\n\s+/g, ' ').split('\n'))) {
    const found = /^(enum )?(\w+)(?: : (\w+))?(?: = ?(.*))?$/.exec(line.trim());
    if (!found) continue;
    const [, isEnum, name = '', parent, body = ''] = found;
    const items = body.split(',').map((item) => item.trim());
    if (isEnum) enums.set(name, { kind: 'enum', name, members: new Set(items) });
    else declarations.set(name, { parent, properties: items.filter((item) => item !== '') });
  }

  const structures = new Map<string, StructuredType>();
  const edm = (notation: string): EdmType => {
    if (notation.endsWith('[]')) return { kind: 'collection', of: edm(notation.slice(0, -2)) };
    const simple = primitives[notation] ?? enums.get(notation);
    return simple ?? { kind: 'structured', name: notation, type: () => structure(notation) };
  };
  const property = (declaration: string): Property => {
    const found = /^(\w+) (>?)([\w[\]]+)(?:\((\d+)\))?(\??)(\*?)$/.exec(declaration);
    if (!found) throw new Error(`'${declaration}' declares no property.`);
    const [, name = '', navigation, type = '', maxLength, nullable, required] = found;
    return {
      name,
      type: edm(type),
      nullable: nullable === '?',
      required: required === '*',
      navigation: navigation === '>',
      maxLength: maxLength === undefined ? undefined : Number(maxLength),
    };
  };
  const structure = (name: string): StructuredType => {
    const known = structures.get(name);
    if (known) return known;
    const declared = declarations.get(name);
    if (!declared) throw new Error(`No type '${name}' is declared.`);
    const inherited = declared.parent === undefined ? [] : structure(declared.parent).properties.values();
    const own = declared.properties.map(property);
    const type = { name, properties: new Map([...inherited, ...own].map((each) => [each.name, each])) };
    structures.set(name, type);
    return type;
  };
  return { structure, edm };
}
