import { propertyOf } from './compile';
import type { JsonObject, JsonValue } from './json';
import { isList, isObject } from './json';
import type { StructuredType } from './model';
import { structureOf } from './model';
import { badRequest } from './odata-error';
import type { ExpandItem, QueryOptions } from './query-options';
import { compileRows } from './rows';

type Shape = (entity: JsonObject) => JsonObject;

/** What `$select` leaves of each property: all of it, or parts of a structured one. */
interface Selection {
  readonly all: boolean;
  readonly parts: Map<string, Selection>;
}

/**
 * `$select` and `$expand`: related entities only where they are asked for, everything
 * else unless something is chosen.
 * @throws ODataError 400 for a property there isn't, or one that can't be expanded.
 */
export function compileProjection({ select, expand }: QueryOptions, type: StructuredType): Shape {
  const selection = select && selectionOf(select, type);
  const expansions = new Map((expand ?? []).flatMap((item) => expansionsOf(item, type)));
  const related = new Set(
    [...type.properties.values()].filter((each) => each.navigation).map((each) => each.name),
  );
  return (entity) => {
    const shaped: Record<string, JsonValue> = {};
    for (const [name, value] of Object.entries(entity)) {
      if (value === undefined) continue;
      const expansion = expansions.get(name);
      if (expansion) {
        shaped[name] = expansion(value);
        continue;
      }
      if (related.has(name)) continue;
      const chosen = selection?.parts.get(name);
      if (!selection || selection.all) shaped[name] = value;
      else if (chosen) shaped[name] = partsOf(value, chosen);
    }
    for (const [name, expansion] of expansions) shaped[name] ??= expansion(null);
    return shaped;
  };
}

function selectionOf(paths: readonly string[], type: StructuredType): Selection {
  const root: { all: boolean; parts: Map<string, Selection> } = { all: false, parts: new Map() };
  for (const path of paths) {
    if (path === '*') {
      root.all = true;
      continue;
    }
    let at: { all: boolean; parts: Map<string, Selection> } = root;
    let owner: StructuredType | undefined = type;
    const names = path.split('/');
    for (const [index, name] of names.entries()) {
      if (!owner) throw badRequest(`'${names.slice(0, index).join('/')}' has no parts to select.`);
      owner = structureOf(propertyOf(owner, name).type);
      const known = at.parts.get(name);
      const next = {
        all: (known?.all ?? false) || index === names.length - 1,
        parts: known?.parts ?? new Map<string, Selection>(),
      };
      at.parts.set(name, next);
      at = next;
    }
  }
  return root;
}

function partsOf(value: JsonValue, selection: Selection): JsonValue {
  if (selection.all) return value;
  if (isList(value)) return value.map((item) => partsOf(item, selection));
  if (!isObject(value)) return value;
  const shaped: Record<string, JsonValue> = {};
  for (const [name, chosen] of selection.parts) {
    const part = value[name];
    if (part !== undefined) shaped[name] = partsOf(part, chosen);
  }
  return shaped;
}

function expansionsOf(item: ExpandItem, type: StructuredType): [string, (value: JsonValue) => JsonValue][] {
  if (item.name === '*') {
    return [...type.properties.values()]
      .filter(({ navigation }) => navigation)
      .map(({ name }) => expansion({ name, options: item.options }, type));
  }
  return [expansion(item, type)];
}

function expansion(
  { name, options }: ExpandItem,
  type: StructuredType,
): [string, (value: JsonValue) => JsonValue] {
  const property = propertyOf(type, name);
  // Structured values are part of their entity and come with it; naming them in $expand does no harm.
  const related = structureOf(property.type);
  if (!related) throw badRequest(`'${name}' is a plain value: it can't be expanded.`);
  const shape = compileProjection(options, related);
  if (property.type.kind !== 'collection') return [name, (value) => (isObject(value) ? shape(value) : null)];
  const rows = compileRows(options, related);
  return [
    name,
    (value) =>
      rows.page(rows.matching(isList(value) ? value.filter(isObject) : [])).map((entity) => shape(entity)),
  ];
}
