import { GuidedError } from './guided-error';
import type { Parameters } from './parameters';

/** A pattern for numbers: digits and `+` stand for themselves, `*` for any number of characters, `?` for one. */
const PATTERN = /^[0-9A-Za-z+*?#._-]{1,200}$/;

/** Whether it can be used as a pattern. */
export function isNumberPattern(text: string): boolean {
  return PATTERN.test(text);
}

/** The patterns of a field. @throws GuidedError naming it when one can't be used */
export function patternsOf(parameters: Parameters, name: string, label: string): string[] {
  const patterns = parameters.list(name);
  const wrong = patterns.find((pattern) => !isNumberPattern(pattern));
  if (wrong === undefined) return patterns;
  throw new GuidedError(
    'PARAMETER',
    `'${label}' holds "${wrong.slice(0, 40)}", which is no number`,
    'Use numbers, separated by commas; * stands for anything and ? for one character.',
  );
}

/**
 * Whether a number fits one of the patterns. Takes time in proportion to their lengths,
 * whatever they hold: no regular expression is made of what a user wrote.
 */
export function fitsAny(number: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => fits(number, pattern));
}

function fits(number: string, pattern: string): boolean {
  let at = 0;
  let inPattern = 0;
  let lastStar = -1;
  let afterStar = 0;
  while (at < number.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      lastStar = inPattern;
      inPattern += 1;
      afterStar = at;
    } else if (wanted === '?' || (wanted !== undefined && wanted === number[at])) {
      inPattern += 1;
      at += 1;
    } else if (lastStar >= 0) {
      // The last star takes one character more.
      afterStar += 1;
      at = afterStar;
      inPattern = lastStar + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
