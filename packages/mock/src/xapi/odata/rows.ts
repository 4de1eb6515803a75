import { compileFilter, compileValue, order } from './compile';
import type { JsonObject } from './json';
import type { StructuredType } from './model';
import { parseExpression, parseOrderBy } from './parse-expression';
import type { QueryOptions } from './query-options';
import { compileSearch } from './search';

export interface Rows {
  /** Those that `$filter` and `$search` let through, in the order of `$orderby`. */
  readonly matching: (rows: readonly JsonObject[]) => readonly JsonObject[];
  /** Those of them that `$skip` and `$top` leave. */
  readonly page: (rows: readonly JsonObject[]) => readonly JsonObject[];
}

/** @throws ODataError 400 when an option doesn't fit the type of the rows. */
export function compileRows(options: QueryOptions, type: StructuredType): Rows {
  const { filter, orderby, search, skip = 0, top } = options;
  const passes = filter === undefined ? undefined : compileFilter(parseExpression(filter), type);
  const found = search === undefined ? undefined : compileSearch(search);
  const keys = (orderby === undefined ? [] : parseOrderBy(orderby)).map(({ by, descending }) => ({
    value: compileValue(by, type),
    sign: descending ? -1 : 1,
  }));
  const compare = (left: JsonObject, right: JsonObject): number => {
    for (const { value, sign } of keys) {
      const ordered = order(value(left), value(right));
      if (ordered !== 0) return sign * ordered;
    }
    return 0;
  };
  return {
    matching: (rows) => {
      const kept = rows.filter((row) => (!passes || passes(row)) && (!found || found(row)));
      return keys.length > 0 ? kept.sort(compare) : kept;
    },
    page: (rows) => rows.slice(skip, top === undefined ? undefined : skip + top),
  };
}
