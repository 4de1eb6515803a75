import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import { isObject } from '../odata/json';
import type { JsonObject } from '../odata/json';
import { ODataError, badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { text } from './json-reading';

/** `DNProperties`: named values kept with a number; they are reached by functions alone (3CX facts 10.5). */
export function dnProperties(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const type = types.structure('DNProperty');
  const byDn = new Map<string, readonly JsonObject[]>();
  let lastId = 0;
  const of = (number: string): readonly JsonObject[] => {
    if (!configuration.dn(number)) throw new ODataError(404, `There is no number ${number}.`);
    return byDn.get(number) ?? [];
  };
  const set = 'dnNumber string, property DNProperty';
  return {
    kind: 'set',
    name: 'DNProperties',
    type,
    key: 'Id',
    access: 'administrators',
    rows: () => [...byDn.values()].flat(),
    operations: [
      operation(types, 'function', 'set', 'GetPropertiesByDn', 'dnNumber string', ({ given }) => ({
        kind: 'rows',
        type,
        rows: of(text(given.dnNumber)),
      })),
      operation(
        types,
        'function',
        'set',
        'GetDNPropertyByName',
        'dnNumber string, name string',
        ({ given }) => {
          const found = of(text(given.dnNumber)).find(({ Name: name }) => name === given.name);
          if (!found) throw new ODataError(404, `The number has no property '${text(given.name)}'.`);
          return { kind: 'entity', type, entity: found };
        },
      ),
      operation(types, 'action', 'set', 'CreateDNProperty', set, ({ given }) => {
        const number = text(given.dnNumber);
        const property = isObject(given.property) ? given.property : {};
        if (of(number).some(({ Name: name }) => name === property.Name)) {
          throw badRequest(`The number has a property '${text(property.Name)}' already.`);
        }
        lastId += 1;
        byDn.set(number, [...of(number), { ...property, Id: lastId }]);
        return done;
      }),
      operation(types, 'action', 'set', 'UpdateDNProperty', set, ({ given }) => {
        const number = text(given.dnNumber);
        const property = isObject(given.property) ? given.property : {};
        const existing = of(number).find(({ Name: name }) => name === property.Name);
        if (!existing) throw new ODataError(404, `The number has no property '${text(property.Name)}'.`);
        const changed = { ...existing, ...property, Id: existing.Id };
        byDn.set(
          number,
          of(number).map((each) => (each === existing ? changed : each)),
        );
        return done;
      }),
      operation(
        types,
        'action',
        'set',
        'DeleteDNProperty',
        'dnNumber string, propertyName string',
        ({ given }) => {
          const number = text(given.dnNumber);
          const others = of(number).filter(({ Name: name }) => name !== given.propertyName);
          if (others.length === of(number).length) {
            throw new ODataError(404, `The number has no property '${text(given.propertyName)}'.`);
          }
          byDn.set(number, others);
          return done;
        },
      ),
    ],
  };
}
