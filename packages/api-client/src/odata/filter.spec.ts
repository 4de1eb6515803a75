import fc from 'fast-check';
import { ConfigurationError } from '../errors';
import { filterBuilder, untypedFilterBuilder } from './filter';

interface Row {
  Id: number;
  Name?: string | null;
  Kind?: 'Red' | 'Green';
  Enabled?: boolean | null;
  StartTime?: string | null;
}
const row = filterBuilder<Row>();

describe('conditions for $filter', () => {
  it.each([
    [row.eq('Name', '100'), "Name eq '100'"],
    [row.ne('Kind', 'Red'), "Kind ne 'Red'"],
    [row.gt('Id', 7), 'Id gt 7'],
    [row.ge('Id', -1.5), 'Id ge -1.5'],
    [row.lt('Id', 7), 'Id lt 7'],
    [row.le('Id', 7), 'Id le 7'],
    [row.eq('Enabled', true), 'Enabled eq true'],
    [row.eq('Name', null), 'Name eq null'],
    [row.ge('StartTime', new Date('2025-03-01T00:00:00Z')), 'StartTime ge 2025-03-01T00:00:00.000Z'],
    [row.ge('StartTime', '2025-03-01T00:00:00+01:00'), 'StartTime ge 2025-03-01T00:00:00+01:00'],
    [row.contains('Name', 'Smith'), "contains(Name,'Smith')"],
    [row.startswith('Name', '+49'), "startswith(Name,'+49')"],
    [row.not(row.eq('Id', 1)), 'not (Id eq 1)'],
    [row.and(row.eq('Id', 1)), 'Id eq 1'],
  ])('%#: %j', ({ text }, expected) => {
    expect(text).toBe(expected);
  });

  it('are joined as the documentation of the PBX joins them', () => {
    const { text } = row.and(
      row.ge(row.date('StartTime'), '2025-03-01'),
      row.le(row.date('StartTime'), '2025-03-02'),
    );
    expect(text).toBe('date(StartTime) ge 2025-03-01 and date(StartTime) le 2025-03-02');
  });

  it('keep their meaning inside one another', () => {
    const either = row.or(row.eq('Id', 1), row.eq('Id', 2), row.or(row.eq('Id', 3)));
    expect(row.and(either, row.eq('Enabled', true), row.not(either)).text).toBe(
      '(Id eq 1 or Id eq 2 or Id eq 3) and Enabled eq true and not (Id eq 1 or Id eq 2 or Id eq 3)',
    );
    expect(row.or(row.and(row.eq('Id', 1), row.eq('Id', 2)), row.eq('Id', 3)).text).toBe(
      '(Id eq 1 and Id eq 2) or Id eq 3',
    );
  });

  it('double quotes, so that a value stays a value', () => {
    expect(row.eq('Name', "x' or Id gt 0 or Name eq 'y").text).toBe(
      "Name eq 'x'' or Id gt 0 or Name eq ''y'",
    );
    expect(row.contains('Name', "') or contains(Name,'").text).toBe(
      "contains(Name,''') or contains(Name,''')",
    );
  });

  it('hold any text between one pair of quotes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inside = /^Name eq '((?:[^']|'')*)'$/s.exec(row.eq('Name', text).text);
        expect(inside?.[1]?.replaceAll("''", "'")).toBe(text);
      }),
    );
  });

  it.each([
    ['a name with a condition in it', () => untypedFilterBuilder.eq('Id eq 1 or Name', 'x')],
    ['a name with an option in it', () => untypedFilterBuilder.contains('Name&$top', 'x')],
    ['a name that is none', () => untypedFilterBuilder.eq(untypedFilterBuilder.date(''), '2025-03-01')],
    ['infinity', () => row.eq('Id', Infinity)],
    ['an object', () => untypedFilterBuilder.eq('Id', {})],
    ['an invalid date', () => row.eq('StartTime', new Date('never'))],
    ['a day in another order', () => row.eq(row.date('StartTime'), '01.03.2025')],
  ])('refuse %s', (_, build) => {
    expect(build).toThrow(ConfigurationError);
  });
});
