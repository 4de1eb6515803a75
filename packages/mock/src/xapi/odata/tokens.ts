import { badRequest } from './odata-error';

export type Token = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'word' | 'punctuation' | 'end' }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'instant' | 'date' | 'time' | 'guid'; readonly value: string }
  /** `duration'PT1M'`, `Pbx.QueueStatusType'LoggedIn'`. */
  | { readonly kind: 'typed'; readonly type: string; readonly value: string }
);

const space = /\s+/y;
const typedString = /([A-Za-z_][\w.]*)'((?:[^']|'')*)'/y;
const string = /'((?:[^']|'')*)'/y;
const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/iy;
const instant = /\d{4,}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)/iy;
const date = /\d{4,}-\d\d-\d\d(?![\w:-])/y;
const time = /\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?/y;
const number = /\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w])/iy;
const word = /[@$]?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
const punctuation = /[(),/:;*=-]/y;

/**
 * Splits a `$filter` or `$orderby` expression.
 * @throws ODataError 400 naming the position of what isn't OData.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < text.length) {
    const gap = match(space);
    if (gap) {
      at += gap[0].length;
      continue;
    }
    const token = next(match, at);
    if (!token) throw badRequest(`Syntax error at position ${at} in '${text}'.`);
    tokens.push(token);
    at += token.text.length;
  }
  tokens.push({ kind: 'end', at, text: '' });
  return tokens;
}

function next(match: (pattern: RegExp) => RegExpExecArray | null, at: number): Token | undefined {
  let found = match(typedString);
  if (found) {
    return { kind: 'typed', at, text: found[0], type: found[1] ?? '', value: unquoted(found[2]) };
  }
  found = match(string);
  if (found) return { kind: 'string', at, text: found[0], value: unquoted(found[1]) };
  for (const [kind, pattern] of [
    ['guid', guid],
    ['instant', instant],
    ['date', date],
    ['time', time],
  ] as const) {
    found = match(pattern);
    if (found) return { kind, at, text: found[0], value: found[0] };
  }
  found = match(number);
  if (found) return { kind: 'number', at, text: found[0], value: Number(found[0]) };
  found = match(word);
  if (found) return { kind: 'word', at, text: found[0] };
  found = match(punctuation);
  if (found) return { kind: 'punctuation', at, text: found[0] };
  return undefined;
}

function unquoted(text: string | undefined): string {
  return (text ?? '').replaceAll("''", "'");
}
