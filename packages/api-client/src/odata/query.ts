import { ConfigurationError } from '../errors';
import { untypedFilterBuilder, type Filter, type FilterBuilder, type UntypedFilterBuilder } from './filter';
import { encoded, propertyName } from './literal';

/** Properties that hold other entities. */
export type ExpandableOf<Row> = {
  [Name in keyof Row & string]: NonNullable<Row[Name]> extends readonly (infer Item)[]
    ? Item extends object
      ? Name
      : never
    : NonNullable<Row[Name]> extends object
      ? Name
      : never;
}[keyof Row & string];

/** What to answer of one entity. */
export interface EntityQuery<Row, Selected extends keyof Row & string = keyof Row & string> {
  /** Properties to answer; all when left out. */
  readonly select?: readonly Selected[];
  /** Related entities to answer too, e.g. `Groups` or `Groups($expand=Rights)`. */
  readonly expand?: readonly (ExpandableOf<Row> | `${ExpandableOf<Row>}(${string})`)[];
}

/** Which rows there are to answer, and what of them. */
export interface Selection<Row, Selected extends keyof Row & string = keyof Row & string> extends EntityQuery<
  Row,
  Selected
> {
  /** A condition; a string is sent as it is, so build those with values of others by function. */
  readonly filter?: Filter | ((row: FilterBuilder<Row>) => Filter) | string;
  /** Properties to sort by, each alone or with `asc` or `desc`. */
  readonly orderBy?: readonly ((keyof Row & string) | `${keyof Row & string} ${'asc' | 'desc'}`)[];
  /** Free text that rows must contain. */
  readonly search?: string;
}

/** Which of those rows to answer at once. */
export interface RowsQuery<Row, Selected extends keyof Row & string = keyof Row & string> extends Selection<
  Row,
  Selected
> {
  /** Rows to leave out at the start. */
  readonly skip?: number;
  /** Most rows to answer. */
  readonly top?: number;
  /** Whether to say how many rows there are in all. */
  readonly count?: boolean;
}

/** What a `RowsQuery` is before anything is known of the rows. */
export interface UntypedQuery {
  readonly select?: readonly string[];
  readonly expand?: readonly string[];
  readonly filter?: Filter | ((row: UntypedFilterBuilder) => Filter) | string;
  readonly orderBy?: readonly string[];
  readonly search?: string;
  readonly skip?: number;
  readonly top?: number;
  readonly count?: boolean;
}

/**
 * The query options as a URL holds them, without the question mark; empty when
 * there are none. Lists are joined by commas.
 * @throws ConfigurationError for a name that is none, or a count below 0
 */
export function odataQuery(query: UntypedQuery): string {
  const { filter, search } = query;
  const conditions = typeof filter === 'function' ? filter(untypedFilterBuilder) : filter;
  const options: (readonly [name: string, value: string | undefined])[] = [
    ['$filter', typeof conditions === 'object' ? conditions.text : conditions],
    ['$select', list(query.select, propertyName)],
    ['$expand', list(query.expand, expansion)],
    ['$orderby', list(query.orderBy, order)],
    ['$search', search],
    ['$skip', whole('skip', query.skip)],
    ['$top', whole('top', query.top)],
    ['$count', query.count === undefined ? undefined : String(query.count)],
  ];
  return options
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${inQuery(value, name)}`]))
    .join('&');
}

function inQuery(value: string, name: string): string {
  return encoded(value, name).replaceAll('%2C', ',').replaceAll('%2F', '/');
}

function list(names: readonly string[] | undefined, check: (name: string) => string): string | undefined {
  return names === undefined || names.length === 0 ? undefined : names.map(check).join(',');
}

function expansion(item: string): string {
  const bracket = item.indexOf('(');
  if (bracket === -1) return propertyName(item);
  if (!item.endsWith(')'))
    throw new ConfigurationError(`${JSON.stringify(item)} can't be expanded: a bracket is open.`);
  return propertyName(item.slice(0, bracket)) + item.slice(bracket);
}

function order(item: string): string {
  const [name = '', direction, ...rest] = item.split(' ');
  if (rest.length > 0 || (direction !== undefined && direction !== 'asc' && direction !== 'desc'))
    throw new ConfigurationError(`${JSON.stringify(item)} is no order: write a property, then asc or desc.`);
  return direction === undefined ? propertyName(name) : `${propertyName(name)} ${direction}`;
}

function whole(name: string, value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!Number.isSafeInteger(value) || value < 0)
    throw new ConfigurationError(`${name} must be a whole number, 0 or more.`);
  return String(value);
}
