import { badRequest } from './odata-error';
import { nameAndParentheses, splitOutside } from './split';

export interface ExpandItem {
  /** `*` for every related entity. */
  readonly name: string;
  readonly options: QueryOptions;
}

/** The system query options of a request, or of one `$expand` item, as they were written. */
export interface QueryOptions {
  readonly filter?: string;
  readonly orderby?: string;
  readonly search?: string;
  readonly select?: readonly string[];
  readonly expand?: readonly ExpandItem[];
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
}

const wholeNumber = /^\d{1,15}$/;

/**
 * Reads the query options of a URL; whatever doesn't begin with `$` is left to others.
 * @throws ODataError 400 for an option that there isn't, or that is malformed or given twice.
 */
export function queryOptionsOf(parameters: Iterable<readonly [string, string]>): QueryOptions {
  const options: { -readonly [Name in keyof QueryOptions]: QueryOptions[Name] } = {};
  const seen = new Set<string>();
  for (const [name, value] of parameters) {
    if (!name.startsWith('$')) continue;
    if (seen.has(name)) throw badRequest(`The query option '${name}' is given twice.`);
    seen.add(name);
    switch (name) {
      case '$filter':
        options.filter = given(name, value);
        break;
      case '$orderby':
        options.orderby = given(name, value);
        break;
      case '$search':
        options.search = given(name, value);
        break;
      case '$select':
        options.select = splitOutside(given(name, value), ',').map((item) => item.trim());
        break;
      case '$expand':
        options.expand = splitOutside(given(name, value), ',').map(expandItem);
        break;
      case '$top':
        options.top = count(name, value);
        break;
      case '$skip':
        options.skip = count(name, value);
        break;
      case '$count':
        if (value !== 'true' && value !== 'false') throw badRequest("'$count' is either true or false.");
        options.count = value === 'true';
        break;
      case '$format':
        if (!/json/i.test(value)) throw badRequest('Answers come as JSON only.');
        break;
      default:
        throw badRequest(`The query option '${name}' isn't supported.`);
    }
  }
  return options;
}

function expandItem(text: string): ExpandItem {
  const item = nameAndParentheses(text.trim());
  if (!item?.name) throw badRequest(`'${text}' can't be expanded.`);
  const { name, inside } = item;
  if (inside === undefined) return { name, options: {} };
  const nested = splitOutside(inside, ';').map((option) => {
    const [key = '', ...value] = option.split('=');
    return [key.trim(), value.join('=').trim()] as const;
  });
  const strange = nested.find(([key]) => !key.startsWith('$'));
  if (strange) throw badRequest(`'${strange[0]}' is no option of '$expand'.`);
  return { name, options: queryOptionsOf(nested) };
}

function given(name: string, value: string): string {
  if (value.trim() === '') throw badRequest(`The query option '${name}' is empty.`);
  return value;
}

function count(name: string, value: string): number {
  if (!wholeNumber.test(value)) throw badRequest(`'${name}' takes a whole number from 0, not '${value}'.`);
  return Number(value);
}
