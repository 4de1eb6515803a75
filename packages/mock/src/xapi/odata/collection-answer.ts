import type { JsonObject, JsonValue } from './json';
import type { StructuredType } from './model';
import { badRequest } from './odata-error';
import { compileProjection } from './projection';
import type { QueryOptions } from './query-options';
import { compileRows } from './rows';

export interface PageLimits {
  /** Rows in an answer when `$top` isn't given. */
  readonly defaultTop: number;
  /** Rows in an answer at most, whatever `$top` says. */
  readonly maxTop: number;
}

export interface Addressed {
  /** `https://pbx.example.com/xapi/v1/$metadata#Users`, without a selection. */
  readonly context: string;
  /** Where the rest of the rows is found when `skip` of them are had. */
  readonly nextLink: (skip: number) => string;
}

/** A collection as OData answers it; with `@odata.nextLink` when the server, not `$top`, cut it short. */
export function collectionAnswer(
  rows: readonly JsonObject[],
  type: StructuredType,
  options: QueryOptions,
  { defaultTop, maxTop }: PageLimits,
  { context, nextLink }: Addressed,
): JsonObject {
  const shape = compileProjection(options, type);
  const matching = compileRows(options, type).matching(rows);
  const { skip = 0, top } = options;
  const size = Math.min(top ?? defaultTop, maxTop);
  const page = matching.slice(skip, skip + size);
  const cutShort = skip + page.length < matching.length && (top === undefined || top > maxTop);
  return {
    '@odata.context': context + selectionSuffix(options),
    ...(options.count ? { '@odata.count': matching.length } : {}),
    value: page.map(shape),
    ...(cutShort ? { '@odata.nextLink': nextLink(skip + page.length) } : {}),
  };
}

/** A collection of plain values (`Collection(Edm.String)`). */
export function valuesAnswer(
  values: readonly JsonValue[],
  options: QueryOptions,
  context: string,
): JsonObject {
  const { skip = 0, top } = options;
  if (options.filter ?? options.orderby ?? options.search) {
    throw badRequest('A list of plain values is neither filtered nor sorted.');
  }
  return {
    '@odata.context': context,
    ...(options.count ? { '@odata.count': values.length } : {}),
    value: values.slice(skip, top === undefined ? undefined : skip + top),
  };
}

/**
 * One entity; only `$select` and `$expand` apply to it (3CX facts 9).
 * @throws ODataError 400 for any other option.
 */
export function entityAnswer(
  entity: JsonObject,
  type: StructuredType,
  options: QueryOptions,
  context: (selection: string) => string,
): JsonObject {
  const misplaced = Object.keys(options).find((name) => name !== 'select' && name !== 'expand');
  if (misplaced !== undefined) throw badRequest(`'$${misplaced}' doesn't apply to a single entity.`);
  return {
    '@odata.context': context(selectionSuffix(options)),
    ...compileProjection(options, type)(entity),
  };
}

function selectionSuffix({ select, expand }: QueryOptions): string {
  const items = [...(select ?? []), ...(expand ?? []).map(({ name }) => `${name}()`)];
  return items.length === 0 ? '' : `(${items.join(',')})`;
}
