import { isList, isObject } from '../odata/json';
import type { JsonObject } from '../odata/json';
import { checkBody } from '../types/check-body';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { text } from './json-reading';
import { StoredSet } from './stored-set';

const numberProperties = [
  'PhoneNumber',
  'Mobile2',
  'Home',
  'Business',
  'Business2',
  'BusinessFax',
  'Other',
  'Pager',
];

/** `Contacts`, the company's phone book (3CX facts 10.10). */
export function contacts(types: TypeLibrary): EntitySet {
  const type = types.structure('Contact');
  const settingsType = types.structure('ContactsDirSearchSettings');
  let searchSettings: JsonObject = { ExchangeEmailAddresses: [], ExchangeFolders: [] };
  const store = new StoredSet({
    name: 'Contacts',
    type,
    complete: (body) => ({ ContactType: '3CX', ...body }),
  });
  const removeThose = (which: (row: JsonObject) => boolean): typeof done => {
    for (const row of store.rows.filter(which)) store.remove(row);
    return done;
  };
  const bySource = 'contactSource ContactSource';
  return {
    ...store.resource,
    operations: [
      operation(types, 'function', 'set', 'GetContactsByNumber', 'number string', ({ given }) => ({
        kind: 'rows',
        type,
        rows: store.rows.filter((row) => hasNumber(row, text(given.number))),
      })),
      operation(
        types,
        'action',
        'set',
        'CreateContactByNumber',
        'contact Contact, number string',
        ({ given }) => {
          const contact = isObject(given.contact) ? given.contact : {};
          checkBody(contact, type, true);
          return { kind: 'entity', type, entity: store.add({ PhoneNumber: given.number, ...contact }) };
        },
      ),
      operation(types, 'action', 'set', 'DeleteContactsById', 'ids int[]', ({ given }) => {
        const ids = isList(given.ids) ? given.ids : [];
        return removeThose(({ Id: id }) => id !== undefined && ids.includes(id));
      }),
      operation(
        types,
        'action',
        'set',
        'DeleteContactsByType',
        `${bySource}, number string?`,
        ({ given }) => {
          const number = text(given.number);
          return removeThose(
            (row) => row.ContactType === given.contactSource && (number === '' || hasNumber(row, number)),
          );
        },
      ),
      operation(types, 'action', 'set', 'DeleteDepartmentContactsByType', bySource, ({ given }) =>
        removeThose((row) => row.ContactType === given.contactSource && text(row.Department) !== ''),
      ),
      operation(types, 'action', 'set', 'DeletePersonalContactsByType', bySource, ({ given }) =>
        removeThose((row) => row.ContactType === given.contactSource && row.Tag === 'Personal'),
      ),
      operation(types, 'function', 'set', 'GetDirSearchSettings', '', () => ({
        kind: 'entity',
        type: settingsType,
        entity: searchSettings,
      })),
      operation(
        types,
        'action',
        'set',
        'SetDirSearchSettings',
        'dirSearchSettings ContactsDirSearchSettings',
        ({ given }) => {
          if (isObject(given.dirSearchSettings))
            searchSettings = { ...searchSettings, ...given.dirSearchSettings };
          return done;
        },
      ),
    ],
  };
}

function hasNumber(row: JsonObject, number: string): boolean {
  const wanted = digits(number);
  return wanted !== '' && numberProperties.some((property) => digits(text(row[property])) === wanted);
}

function digits(number: string): string {
  return number.replace(/[^0-9*#A-Za-z]/g, '');
}
