import type { JsonObject } from './json';
import { badRequest } from './odata-error';

const term = /\s*(?:"([^"]*)"|([^\s"()]+))/y;

/**
 * `$search`: words and "phrases" that must occur somewhere in the entity's own text,
 * in upper or lower case, joined by `AND` (also unspoken), `OR`, and `NOT`.
 */
export function compileSearch(text: string): (entity: JsonObject) => boolean {
  const alternatives: { word: string; wanted: boolean }[][] = [[]];
  let wanted = true;
  term.lastIndex = 0;
  while (text.slice(term.lastIndex).trim() !== '') {
    const found = term.exec(text);
    if (!found) throw badRequest(`'${text}' is no search expression.`);
    const [, phrase, word] = found;
    if (word === 'AND') continue;
    if (word === 'OR') alternatives.push([]);
    else if (word === 'NOT') wanted = false;
    else {
      alternatives.at(-1)?.push({ word: (phrase ?? word ?? '').toLowerCase(), wanted });
      wanted = true;
    }
  }
  return (entity) => {
    const texts = Object.values(entity)
      .filter((value) => typeof value === 'string')
      .map((value) => value.toLowerCase());
    return alternatives.some((words) =>
      words.every((each) => each.wanted === texts.some((content) => content.includes(each.word))),
    );
  };
}
