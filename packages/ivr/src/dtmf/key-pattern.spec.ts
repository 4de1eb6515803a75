import * as fc from 'fast-check';
import { KeyPatternSyntaxError, parseKeyPattern } from './key-pattern';

const source: fc.Arbitrary<string> = fc.letrec((tie) => ({
  atom: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('1', '2', '\\*', '#', '.', '\\d', '[12]', '[^1]', '[1-3*]') },
    { weight: 2, arbitrary: tie('alternatives').map((inside) => `(?:${String(inside)})`) },
  ),
  part: fc
    .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,}', '{0,2}'))
    .map(([atom, quantifier]) => `${String(atom)}${quantifier}`),
  sequence: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  alternatives: fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((all) => all.join('|')),
})).alternatives;

const entry = fc.string({ unit: fc.constantFrom('1', '2', '3', '*', '#', '1'), maxLength: 8 });

describe('a pattern of keys', () => {
  it('fits exactly what the regular expression of the same source fits', () => {
    fc.assert(
      fc.property(source, entry, (pattern, keys) => {
        fc.pre(pattern.length <= 256);
        const expression = new RegExp(`^(?:${pattern})$`);
        expect(parseKeyPattern(pattern).fits(keys)).toBe(expression.test(keys));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['4[0-9]{15}', '4111111111111111', true],
    ['4[0-9]{15}', '411111111111111', false],
    ['^1?2$', '2', true],
    ['0|1{3,4}', '11111', false],
    ['', '', true],
    ['[A-D]', 'C', true],
    ['12$', '12', true],
  ])('%s and %s: %s', (source, keys, fits) => {
    expect(parseKeyPattern(source).fits(keys)).toBe(fits);
  });

  it.each([
    ['(1', /never closed/],
    ['1)', /unexpected \)/],
    ['x', /x is neither/],
    ['*1', /\* is neither/],
    ['[1', /ends too early/],
    ['[3-1]', /from a lower digit/],
    ['[9-A]', /from a lower digit/],
    ['1{3,2}', /min <= max/],
    ['1{999}', /min <= max/],
    ['(?=1)1', /\? is neither/],
    ['1+?', /\? is neither/],
    ['[*-#]', /from a lower digit/],
    ['\\', /ends too early/],
    ['1'.repeat(257), /longer than 256/],
  ])('%s is refused', (source, message) => {
    expect(() => parseKeyPattern(source)).toThrow(KeyPatternSyntaxError);
    expect(() => parseKeyPattern(source)).toThrow(message);
  });

  it('that would keep a regular expression busy for ages is answered at once', () => {
    const pattern = parseKeyPattern('(1+)+2');
    expect(pattern.fits('1'.repeat(128))).toBe(false);
  });

  it('that is made to take for ever runs out of steps instead', () => {
    const pattern = parseKeyPattern(`${'('.repeat(40)}1${')+'.repeat(40)}`);
    expect(() => pattern.fits('1'.repeat(128))).toThrow(/takes too long/);
  });
});
