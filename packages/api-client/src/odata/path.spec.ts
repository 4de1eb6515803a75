import fc from 'fast-check';
import { parameterKinds } from '../generated/xapi-parameter-kinds';
import { odataPath } from './path';

const path = (template: string, values: object) => odataPath(template, values, parameterKinds);

describe('OData paths', () => {
  it.each([
    ['a number', '/Users({Id})', { Id: 12 }, '/Users(12)'],
    ['a boolean', '/X/Pbx.F(hidePcalls={hidePcalls})', { hidePcalls: true }, '/X/Pbx.F(hidePcalls=true)'],
    ['a text', '/Users(Number={Number})', { Number: '100' }, "/Users(Number='100')"],
    ['a text that is a number', '/Users(Number={Number})', { Number: 100 }, "/Users(Number='100')"],
    ['an empty text', '/X/Pbx.F(queueDns={queueDns})', { queueDns: '' }, "/X/Pbx.F(queueDns='')"],
    ['a quote', '/Playlists({Name})', { Name: "O'Brien's" }, "/Playlists('O''Brien''s')"],
    [
      'a slash, a space and a percent sign',
      '/Playlists({Name})',
      { Name: 'a/b c%' },
      "/Playlists('a%2Fb%20c%25')",
    ],
    [
      'an interval of the console',
      '/X/Pbx.F(waitInterval={waitInterval})',
      { waitInterval: '0:00:0' },
      "/X/Pbx.F(waitInterval='0:00:0')",
    ],
    [
      'a date-time',
      '/X/Pbx.F(periodFrom={periodFrom})',
      { periodFrom: '2025-03-13T23:00:00.000Z' },
      '/X/Pbx.F(periodFrom=2025-03-13T23:00:00.000Z)',
    ],
    [
      'a date-time with an offset',
      '/X/Pbx.F(startDt={startDt})',
      { startDt: '2025-03-13T23:00:00+01:00' },
      '/X/Pbx.F(startDt=2025-03-13T23:00:00%2B01:00)',
    ],
    ['null', '/X/Pbx.F(queueDns={queueDns})', { queueDns: null }, '/X/Pbx.F(queueDns=null)'],
    [
      'a text that looks like a date-time',
      '/Users(Number={Number})',
      { Number: '2025-03-13T23:00:00Z' },
      "/Users(Number='2025-03-13T23:00:00Z')",
    ],
    [
      'several',
      '/X/Pbx.F(periodFrom={periodFrom},queueDns={queueDns},callsType={callsType})',
      { callsType: 0, queueDns: '800,801', periodFrom: '2025-03-13T23:00:00Z' },
      "/X/Pbx.F(periodFrom=2025-03-13T23:00:00Z,queueDns='800%2C801',callsType=0)",
    ],
  ])('hold %s', (_, template, values, expected) => {
    expect(path(template, values)).toBe(expected);
  });

  it.each([
    ['a date-time', '2025-03-13T23:00:00Z', '/X/Pbx.F(p=2025-03-13T23:00:00Z)'],
    ['a UUID', '0f8fad5b-d9cb-469f-a165-70867728950e', '/X/Pbx.F(p=0f8fad5b-d9cb-469f-a165-70867728950e)'],
    ['another text', '2025-03-13', "/X/Pbx.F(p='2025-03-13')"],
  ])('judge %s by its looks where nothing is declared', (_, p, expected) => {
    expect(path('/X/Pbx.F(p={p})', { p })).toBe(expected);
  });

  it('take a declaration over looks', () => {
    const kinds = new Map([['p', 'text' as const]]);
    expect(odataPath('/X({p})', { p: '2025-03-13T23:00:00Z' }, kinds)).toBe("/X('2025-03-13T23:00:00Z')");
  });

  it.each([
    ['a missing value', { periodTo: 'x' }, 'needs a value for periodFrom'],
    ['a value of the prototype', {}, 'needs a value for constructor', '/X({constructor})'],
    ['null as a key', { Id: null }, 'needs a value for Id', '/Users({Id})'],
    ['not a number', { Id: NaN }, 'Id must be a finite number', '/Users({Id})'],
    ['a Date', { periodFrom: new Date() }, 'write the date with toISOString()'],
    ['a list', { periodFrom: ['x'] }, 'must be a string, a number or a boolean'],
    ['a day for a date-time', { periodFrom: '2025-03-13' }, 'must be an ISO 8601 date-time'],
    ['a local time', { periodFrom: '2025-03-13T23:00:00' }, 'must be an ISO 8601 date-time'],
    [
      'more than a date-time',
      { periodFrom: "2025-03-13T23:00:00Z,queueDns='x'" },
      'must be an ISO 8601 date-time',
    ],
    ['half a character', { queueDns: '\ud800' }, 'holds half a character', '/X/Pbx.F(queueDns={queueDns})'],
  ])('refuse %s', (_, values, message, template = '/X/Pbx.F(periodFrom={periodFrom})') => {
    expect(() => path(template, values)).toThrow(message);
  });

  it('carry any text, and nothing but that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = path('/Playlists({Name})', { Name: text });
        const inside = /^\/Playlists\('([^/?#]*)'\)$/.exec(new URL(written, 'https://pbx.test').pathname);
        const literal = decodeURIComponent(inside?.[1] ?? 'no match');
        expect(literal.replaceAll("''", "'")).toBe(text);
        expect(literal.replaceAll("''", '')).not.toContain("'");
      }),
    );
  });
});
