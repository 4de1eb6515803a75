import { fitsAny, isNumberPattern } from './number-filter';

describe('number patterns', () => {
  it.each([
    ['+16125551234', '+16125551234', true],
    ['+16125551234', '+1612*', true],
    ['+16125551234', '*1234', true],
    ['+16125551234', '*555*', true],
    ['+16125551234', '+1612555????', true],
    ['+16125551234', '+1612555???', false],
    ['+16125551234', '+1763*', false],
    ['101', '10?', true],
    ['', '*', true],
    ['', '?', false],
    ['1', '.', false],
  ])('%j by %j: %s', (number, pattern, expected) => {
    expect(fitsAny(number, [pattern])).toBe(expected);
  });

  it('are enough if one of them fits, and none fits none', () => {
    expect(fitsAny('101', ['2*', '1*'])).toBe(true);
    expect(fitsAny('101', [])).toBe(false);
  });

  it('take no longer for being malicious', () => {
    const began = performance.now();
    expect(fitsAny('1'.repeat(200), [`${'*1'.repeat(99)}x`])).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it.each([
    ['+1612*', true],
    ['', false],
    ['(a+)+$', false],
    ['1'.repeat(201), false],
  ])('%j can be one: %s', (text, expected) => {
    expect(isNumberPattern(text)).toBe(expected);
  });
});
