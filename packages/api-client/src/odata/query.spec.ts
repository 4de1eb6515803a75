import { ConfigurationError } from '../errors';
import { untypedFilterBuilder } from './filter';
import { odataQuery } from './query';

describe('OData query options', () => {
  it.each([
    [{}, ''],
    [{ select: ['Id', 'Number'] }, '$select=Id,Number'],
    [{ select: [] }, ''],
    [
      { expand: ['Groups', 'Groups($expand=Rights)', 'A/B'] },
      '$expand=Groups,Groups(%24expand%3DRights),A/B',
    ],
    [{ orderBy: ['SegmentId desc', 'Id'] }, '$orderby=SegmentId%20desc,Id'],
    [{ filter: "Number eq '100'" }, "$filter=Number%20eq%20'100'"],
    [{ filter: untypedFilterBuilder.eq('Name', 'a&$top=0') }, "$filter=Name%20eq%20'a%26%24top%3D0'"],
    [{ search: 'a+b' }, '$search=a%2Bb'],
    [{ top: 0, skip: 5, count: true }, '$skip=5&$top=0&$count=true'],
  ])('%j', (query, expected) => {
    expect(odataQuery(query)).toBe(expected);
  });

  it.each([
    [{ select: ['Id&$filter=true'] }],
    [{ expand: ['Groups&$top=1'] }],
    [{ expand: ['Groups($expand=Rights'] }],
    [{ orderBy: ['Id up'] }],
    [{ orderBy: ['Id desc,Name asc'] }],
    [{ orderBy: [''] }],
    [{ top: -1 }],
    [{ skip: 1.5 }],
  ])('refuse %j', (query) => {
    expect(() => odataQuery(query)).toThrow(ConfigurationError);
  });
});
