import * as fc from 'fast-check';
import { filters, phoneType, phones, structure } from '../testing/random-filter';
import { compileFilter } from './compile';
import type { JsonObject, JsonValue } from './json';
import { parseExpression } from './parse-expression';

function passing(filter: string, rows: readonly JsonObject[]): readonly (JsonValue | undefined)[] {
  return rows.filter(compileFilter(parseExpression(filter), phoneType)).map((row) => row.Number);
}

describe('$filter', () => {
  test('lets through what the same condition in plain code lets through', () => {
    fc.assert(
      fc.property(filters, fc.array(phones, { maxLength: 6 }), (filter, rows) => {
        const passes = compileFilter(parseExpression(filter.text), phoneType);
        for (const row of rows) expect(passes({ ...row })).toBe(filter.means(row) === true);
      }),
      { numRuns: 2000 },
    );
  });

  test('refuses any other text with a 400 of its own, never with a crash', () => {
    const anything = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('Name', 'eq', "'a'", '(', ')', 'not', 'and', '1', 'Keys/any(', 'k:', ',', '-'))
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          compileFilter(parseExpression(text), phoneType);
        } catch (error) {
          expect(error).toMatchObject({ name: 'ODataError', status: 400 });
        }
      }),
      { numRuns: 2000 },
    );
  });

  const rows = [
    { Number: '100', Name: "O'Neil", Calls: 7, On: true, Since: '2025-03-01T08:00:00Z', Status: 'LoggedIn' },
    {
      Number: '101',
      Name: null,
      Calls: null,
      On: false,
      Since: '2025-03-02T23:30:00+00:00',
      Status: 'LoggedOut',
    },
  ];
  test.each([
    ["Number eq '100'", ['100']],
    ["Name eq 'O''Neil'", ['100']],
    ['Name eq null', ['101']],
    ["contains(Name,'ei') and not startswith(Name,'X')", ['100']],
    // Unknown stays unknown when it is negated.
    ["not contains(Name,'ei')", []],
    ['Calls mod 4 eq 3', ['100']],
    ['-Calls lt -6', ['100']],
    ['date(Since) ge 2025-03-01 and date(Since) le 2025-03-01', ['100']],
    ['Since ge 2025-03-02T23:29:59.999999999999Z', ['101']],
    ['Since lt 2025-03-02', ['100']],
    ['time(Since) gt 23:00', ['101']],
    ['hour(Since) eq 8', ['100']],
    ["Status eq 'LoggedIn'", ['100']],
    ["Status in ('LoggedIn','LoggedOut')", ['100', '101']],
    ["substring(Number,2,1) eq '1'", ['101']],
    ['On', ['100']],
    ['On eq false', ['101']],
    ["Since add duration'P1DT15H30M' eq 2025-03-02T23:30:00Z", ['100']],
  ])('%s', (filter, numbers) => {
    expect(passing(filter, rows)).toEqual(numbers);
  });

  test.each([
    ["Nummer eq '100'", /no property 'Nummer'/],
    ['Number eq 100', /can't be used between string and number/],
    ["Status eq 'Gone'", /'Gone' isn't one of LoggedIn, LoggedOut/],
    ['Calls', /\$filter/],
    ['Calls eq', /position 8/],
    ['contains(Name)', /no function 'contains' with 1/],
    ["Keys/Label eq 'x'", /'Keys' has no parts/],
    ["Name/any(n: n eq 'x')", /is no collection/],
    ['Since eq 2025-13-01T00:00:00Z', /is no instant/],
    ["duration'1 minute' eq null", /is no duration/],
    [`${'('.repeat(200)}On${')'.repeat(200)}`, /nested too deeply/],
    ['Calls div 0 eq 1 or On', /divides by zero/],
  ])('refuses %s', (filter, message) => {
    expect(() => passing(filter, rows)).toThrow(message);
  });

  test('reads lambdas inside lambdas, and properties of what is outside', () => {
    const inner = structure('Member', { Number: { kind: 'primitive', name: 'string' } });
    const group = structure('Group', {
      Owner: { kind: 'primitive', name: 'string' },
      Members: { kind: 'collection', of: { kind: 'structured', name: 'Member', type: () => inner } },
    });
    const tree = structure('Tree', {
      Groups: { kind: 'collection', of: { kind: 'structured', name: 'Group', type: () => group } },
    });
    const passes = compileFilter(
      parseExpression('Groups/any(g: g/Members/all(m: m/Number eq g/Owner))'),
      tree,
    );
    expect(passes({ Groups: [{ Owner: '1', Members: [{ Number: '1' }, { Number: '2' }] }] })).toBe(false);
    expect(passes({ Groups: [{ Owner: '1', Members: [{ Number: '1' }] }] })).toBe(true);
  });
});
