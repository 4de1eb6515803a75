import * as fc from 'fast-check';
import { phoneType } from '../testing/random-filter';
import { collectionAnswer, entityAnswer } from './collection-answer';
import { isList } from './json';
import type { JsonObject, JsonValue } from './json';
import { queryOptionsOf } from './query-options';

const rows: readonly JsonObject[] = [
  { Number: '101', Name: 'Ann', Calls: 2, Route: { To: 'x' }, Keys: [{ Label: 'b', Weight: 2 }] },
  { Number: '100', Name: null, Calls: 2, Route: { To: null }, Keys: [] },
  {
    Number: '102',
    Name: 'Bob Ann',
    Calls: 1,
    Route: { To: 'y' },
    Keys: [
      { Label: 'c', Weight: 3 },
      { Label: 'a', Weight: 1 },
    ],
  },
];

function answer(query: string, limits = { defaultTop: 100, maxTop: 1000 }, from = rows) {
  return collectionAnswer(from, phoneType, queryOptionsOf(new URLSearchParams(query)), limits, {
    context: '#Phones',
    nextLink: (skip) => `next?$skip=${skip}`,
  });
}
const numbers = (query: string) => {
  const { value } = answer(query);
  return Array.isArray(value) ? value.map((row: JsonObject) => row.Number ?? null) : value;
};

describe('a collection', () => {
  test('leaves related entities out until they are expanded', () => {
    expect(answer('$top=1')).toEqual({
      '@odata.context': '#Phones',
      value: [{ Number: '101', Name: 'Ann', Calls: 2, Route: { To: 'x' } }],
    });
    expect(answer('$select=Number&$expand=Keys($select=Label;$orderby=Weight;$top=1)&$skip=2')).toEqual({
      '@odata.context': '#Phones(Number,Keys())',
      value: [{ Number: '102', Keys: [{ Label: 'a' }] }],
    });
    expect(answer("$expand=*($filter=Label eq 'b')&$select=Route/To,Number&$top=1").value).toEqual([
      { Number: '101', Route: { To: 'x' }, Keys: [{ Label: 'b', Weight: 2 }] },
    ]);
  });

  test('is sorted by several keys, null first, and keeps its order where they are equal', () => {
    expect(numbers('$orderby=Calls desc, Name')).toEqual(['100', '101', '102']);
    expect(numbers('$orderby=Calls')).toEqual(['102', '101', '100']);
    expect(numbers('$orderby=tolower(Route/To) desc')).toEqual(['102', '101', '100']);
  });

  test('counts what matches, whatever page of it is answered', () => {
    expect(answer('$filter=Calls eq 2&$count=true&$top=1')).toMatchObject({ '@odata.count': 2 });
    expect(answer('$top=0&$count=true')).toMatchObject({ '@odata.count': 3, value: [] });
    expect(answer('$count=false')).not.toHaveProperty(['@odata.count']);
  });

  test.each([
    ['ann', ['101', '102']],
    ['"bob ann"', ['102']],
    ['ann NOT bob', ['101']],
    ['bob OR 100', ['100', '102']],
  ])('finds %s', (search, expected) => {
    expect(numbers(`$search=${search}&$orderby=Number`)).toEqual(expected);
  });

  test('says where to go on exactly when the server cut it short, and no row is missed or met twice', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.option(fc.nat(40)), (size, page, top) => {
        const many = Array.from({ length: size }, (_, index) => ({ Number: String(index) }));
        const limits = { defaultTop: page, maxTop: page };
        const got: JsonValue[] = [];
        for (let skip: string | undefined = '0'; skip !== undefined;) {
          const body = answer(`$skip=${skip}${top === null ? '' : `&$top=${top}`}`, limits, many);
          if (isList(body.value)) got.push(...body.value);
          const next = body['@odata.nextLink'];
          skip = typeof next === 'string' && top === null ? /\d+$/.exec(next)?.[0] : undefined;
          if (top !== null) expect(next === undefined).toBe(top <= page || size <= page);
        }
        expect(got).toEqual(many.slice(0, top === null ? size : Math.min(top, page)));
      }),
    );
  });

  test.each([
    ['$top=-1', /'\$top'/],
    ['$skip=many', /'\$skip'/],
    ['$count=yes', /'\$count'/],
    ['$filter=', /empty/],
    ['$apply=groupby((Name))', /isn't supported/],
    ['$select=Nummer', /no property 'Nummer'/],
    ['$expand=Nummer', /no property 'Nummer'/],
    ['$expand=Name', /can't be expanded/],
    ['$expand=Keys($top=x)', /'\$top'/],
    ['$expand=Keys($filter=(Label', /left open/],
    ['$orderby=Keys', /single values/],
    ['$top=1&$top=2', /given twice/],
    ['$search=(', /no search expression/],
  ])('refuses %s', (query, message) => {
    expect(() => answer(query)).toThrow(message);
  });
});

test('one entity takes $select and $expand only', () => {
  const one = (query: string) =>
    entityAnswer(
      rows[0] ?? {},
      phoneType,
      queryOptionsOf(new URLSearchParams(query)),
      (suffix) => `#P${suffix}/$entity`,
    );
  expect(one('$select=Name')).toEqual({ '@odata.context': '#P(Name)/$entity', Name: 'Ann' });
  expect(() => one('$filter=Calls eq 1')).toThrow(/doesn't apply/);
});
