import type { JsonObject } from '../odata/json';
import type { StructuredType } from '../odata/model';
import { ODataError, badRequest } from '../odata/odata-error';
import type { Access, EntitySet, Operation, Singleton } from '../service/resource';

export interface StoredSetOptions {
  readonly name: string;
  readonly type: StructuredType;
  /** Property that is the key; `Id` is given out by the PBX, any other by the client. Default `Id`. */
  readonly key?: string;
  readonly alternateKey?: string;
  readonly access?: Access;
  readonly initial?: readonly JsonObject[];
  /** What a new entity has that isn't sent, or may not be sent; may refuse it. */
  readonly complete?: (body: JsonObject, existing: readonly JsonObject[]) => JsonObject;
  readonly operations?: readonly Operation[];
  readonly may?: { readonly create: boolean; readonly change: boolean; readonly remove: boolean };
}

/** Entities that the switch has no use for: kept as they were sent. */
export class StoredSet {
  readonly #options: StoredSetOptions;
  #rows: readonly JsonObject[];
  #lastId: number;

  constructor(options: StoredSetOptions) {
    this.#options = options;
    this.#rows = options.initial ?? [];
    this.#lastId = Math.max(0, ...this.#rows.map((row) => (typeof row.Id === 'number' ? row.Id : 0)));
  }

  get rows(): readonly JsonObject[] {
    return this.#rows;
  }

  add(body: JsonObject): JsonObject {
    const { key = 'Id', alternateKey, type, complete } = this.#options;
    const isNumbered = key === 'Id' && integerKey(type);
    const sent = complete?.(body, this.#rows) ?? body;
    const row = withoutAnnotations(isNumbered ? { ...sent, Id: this.#lastId + 1 } : sent);
    if (row[key] === undefined || row[key] === null || row[key] === '')
      throw badRequest(`'${key}' is missing.`);
    for (const property of [key, alternateKey ?? key]) {
      if (row[property] !== undefined && this.#rows.some((each) => each[property] === row[property])) {
        throw badRequest(`There is an entity with this '${property}' already.`);
      }
    }
    if (isNumbered) this.#lastId += 1;
    this.#rows = [...this.#rows, row];
    return row;
  }

  change(row: JsonObject, body: JsonObject): void {
    const { key = 'Id', alternateKey = 'Number' } = this.#options;
    for (const property of [key, alternateKey]) {
      if (body[property] !== undefined && body[property] !== row[property]) {
        throw new ODataError(400, `'${property}' can't be changed.`);
      }
    }
    const changed = { ...row, ...withoutAnnotations(body) };
    this.#rows = this.#rows.map((each) => (each === row ? changed : each));
  }

  remove(row: JsonObject): void {
    this.#rows = this.#rows.filter((each) => each !== row);
  }

  get resource(): EntitySet {
    const {
      name,
      type,
      key = 'Id',
      alternateKey,
      access = 'administrators',
      operations = [],
      may,
    } = this.#options;
    return {
      kind: 'set',
      name,
      type,
      key,
      ...(alternateKey === undefined ? {} : { alternateKey }),
      access,
      rows: () => this.#rows,
      ...(may?.create === false ? {} : { create: (body: JsonObject) => this.add(body) }),
      ...(may?.change === false
        ? {}
        : {
            change: (row: JsonObject, body: JsonObject) => {
              this.change(row, body);
            },
          }),
      ...(may?.remove === false
        ? {}
        : {
            remove: (row: JsonObject) => {
              this.remove(row);
            },
          }),
      operations,
    };
  }
}

/** One record of settings that the switch has no use for. */
export function storedSingleton(
  name: string,
  type: StructuredType,
  initial: JsonObject,
  operations: readonly Operation[] = [],
): Singleton {
  let value = initial;
  return {
    kind: 'singleton',
    name,
    type,
    access: 'administrators',
    read: () => value,
    change: (body) => {
      if (body.Id !== undefined && body.Id !== value.Id) throw badRequest("'Id' can't be changed.");
      value = { ...value, ...withoutAnnotations(body) };
    },
    operations,
  };
}

function integerKey(type: StructuredType): boolean {
  const id = type.properties.get('Id')?.type;
  return id?.kind === 'primitive' && (id.name === 'int32' || id.name === 'int64');
}

function withoutAnnotations(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.includes('@')));
}
