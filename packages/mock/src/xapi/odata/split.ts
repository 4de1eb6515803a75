import { badRequest } from './odata-error';

/** Splits at a separator that stands outside quotes and parentheses. */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === "'") quoted = !quoted;
    else if (!quoted && character === '(') depth += 1;
    else if (!quoted && character === ')') depth -= 1;
    if (depth < 0) throw badRequest(`A ')' too many in '${text}'.`);
    if (character === separator && !quoted && depth === 0) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  if (depth > 0 || quoted) throw badRequest(`A quote or a parenthesis is left open in '${text}'.`);
  return [...parts, part];
}

/** `Groups($select=Name)` as its name and what stands in the parentheses. */
export function nameAndParentheses(text: string): { name: string; inside: string | undefined } | undefined {
  const found = /^([^()]*)(?:\((.*)\))?$/s.exec(text);
  return found ? { name: found[1] ?? '', inside: found[2] } : undefined;
}
