import { ODataError } from '../odata/odata-error';
import { nameAndParentheses, splitOutside } from '../odata/split';

/** One step of an address: `Users`, `Users(7)`, `Users(Number='101')`, `Pbx.GetByNumber(number='101')`, `$count`. */
export interface Step {
  readonly name: string;
  /** Undefined without parentheses; the only value is named `''` when it stands alone. */
  readonly arguments: ReadonlyMap<string, string> | undefined;
}

/**
 * Takes the address after `/xapi/v1/` apart.
 * @throws ODataError 404 for whatever can't name a resource; so do parameter lists that don't add up (3CX facts 9).
 */
export function stepsOf(path: string): readonly Step[] {
  try {
    return splitOutside(decodeURIComponent(path), '/')
      .filter((segment) => segment !== '')
      .map(stepOf);
  } catch {
    throw new ODataError(404, `There is no resource at '${path}'.`);
  }
}

function stepOf(segment: string): Step {
  const parts = nameAndParentheses(segment);
  if (!parts?.name) throw new Error('no name');
  if (parts.inside === undefined) return { name: parts.name, arguments: undefined };
  const inside = parts.inside.trim();
  const named = inside === '' ? [] : splitOutside(inside, ',').map(argumentOf);
  return { name: parts.name, arguments: new Map(named) };
}

function argumentOf(text: string): [string, string] {
  const found = /^\s*(\w+)\s*=(.*)$/s.exec(text);
  return found ? [found[1] ?? '', (found[2] ?? '').trim()] : ['', text.trim()];
}

/** The text of a quoted literal; undefined when it isn't one. */
export function unquote(literal: string): string | undefined {
  const found = /^'((?:[^']|'')*)'$/s.exec(literal);
  return found?.[1]?.replaceAll("''", "'");
}
