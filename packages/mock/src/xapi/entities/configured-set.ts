import { ConfigurationError } from '../../configuration/configuration-error';
import type { JsonObject, JsonValue } from '../odata/json';
import { ODataError } from '../odata/odata-error';
import type { EntitySet, Operation } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { ExtraProperties } from './extra-properties';
import { amount, text } from './json-reading';

/** How one property of an entity stands in the configuration. */
export interface Field<E, C> {
  readonly show?: (entity: E) => JsonValue | undefined;
  /** What setting it changes; without, it is computed and a value sent for it counts for nothing. */
  readonly change?: (value: JsonValue, entity: E | undefined) => Partial<C>;
}

export interface Configured<E, C> {
  readonly name: string;
  readonly type: string;
  readonly all: () => readonly E[];
  readonly fields: Readonly<Record<string, Field<E, C>>>;
  /** `number` is what the client asked for; empty when it left that to the PBX. */
  readonly add?: (number: string, change: Partial<C>, body: JsonObject) => E;
  readonly update?: (entity: E, change: Partial<C>) => unknown;
  readonly remove?: (entity: E) => unknown;
  /** Properties the switch doesn't know, as they are until someone sets them. */
  readonly usual?: JsonObject;
  readonly operations?: readonly Operation[];
}

/**
 * An entity set over a part of the phone system's configuration. Properties the switch
 * doesn't know are kept beside it; `Id` and `Number` never change (3CX facts 9).
 */
export function configuredSet<E extends { readonly id: number; readonly number?: string }, C extends object>(
  types: TypeLibrary,
  { name, type, all, fields, add, update, remove, usual = {}, operations = [] }: Configured<E, C>,
): EntitySet {
  const extras = new ExtraProperties();
  const structure = types.structure(type);
  const hasNumber = structure.properties.has('Number');

  const row = (entity: E): JsonObject => {
    const shown: Record<string, JsonValue> = { Id: entity.id };
    if (entity.number !== undefined) shown.Number = entity.number;
    for (const [property, value] of Object.entries({ ...usual, ...extras.of(entity.id) })) {
      if (value !== undefined && value !== null) shown[property] = value;
    }
    for (const [property, { show }] of Object.entries(fields)) {
      const value = show?.(entity);
      if (value !== undefined && value !== null) shown[property] = value;
    }
    return shown;
  };
  const entityOf = (json: JsonObject): E => {
    const id = amount(json.Id);
    const entity = all().find((each) => each.id === id);
    if (!entity) throw new ODataError(404, `'${name}' has no entity ${id} any more.`);
    return entity;
  };
  /** Splits a body into what changes the configuration and what is only kept. */
  const read = (body: JsonObject, entity: E | undefined): { change: Partial<C>; rest: JsonObject } => {
    const change: Partial<C> = {};
    const rest: Record<string, JsonValue> = {};
    for (const [property, value] of Object.entries(body)) {
      if (value === undefined || property.includes('@') || property === 'Id' || property === 'Number')
        continue;
      const field = fields[property];
      if (!field) rest[property] = value;
      else if (field.change) Object.assign(change, field.change(value, entity));
    }
    return { change, rest };
  };

  return {
    kind: 'set',
    name,
    type: structure,
    key: 'Id',
    ...(hasNumber ? { alternateKey: 'Number' } : {}),
    access: 'administrators',
    rows: () => all().map(row),
    ...(add
      ? {
          create: (body: JsonObject) => {
            const { change, rest } = read(body, undefined);
            const created = asRequested(() => add(text(body.Number), change, body));
            extras.set(created.id, rest);
            return row(entityOf({ Id: created.id }));
          },
        }
      : {}),
    ...(update
      ? {
          change: (json: JsonObject, body: JsonObject) => {
            const entity = entityOf(json);
            keepsItsKeys(json, body);
            const { change, rest } = read(body, entity);
            if (Object.keys(change).length > 0) asRequested(() => update(entity, change));
            extras.set(entity.id, rest);
          },
        }
      : {}),
    ...(remove
      ? {
          remove: (json: JsonObject) => {
            const entity = entityOf(json);
            asRequested(() => remove(entity));
            extras.forget(entity.id);
          },
        }
      : {}),
    operations,
  };
}

function keepsItsKeys(row: JsonObject, body: JsonObject): void {
  for (const key of ['Id', 'Number']) {
    const wanted = body[key];
    if (wanted !== undefined && wanted !== row[key]) {
      throw new ODataError(400, `'${key}' can't be changed.`, [
        { code: 'ReadOnly', message: `'${key}' can't be changed.`, target: key },
      ]);
    }
  }
}

/** What the configuration refuses, the client is told as a 400. */
export function asRequested<Result>(change: () => Result): Result {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const { code, message, property } = error;
    throw new ODataError(400, message, [{ code, message, target: property }]);
  }
}
