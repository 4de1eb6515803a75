import { ConfigurationError, UnexpectedResponseError } from '../errors';

/** One page of rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** How many rows there are in all, where the PBX said so. */
  readonly count: number | undefined;
  /** Where the PBX says the next rows are. */
  readonly nextLink: string | undefined;
}

/** Which page to fetch: by numbers (`$top`, `$skip`, `$count`), or where the PBX said it is. */
export type PageRequest =
  { readonly top?: number; readonly skip?: number; readonly count?: boolean } | { readonly nextLink: string };

export interface PagingOptions {
  /** Rows in one request. Default 100, which is what the console asks for. */
  readonly pageSize?: number;
  /** Rows to leave out at the start. */
  readonly skip?: number;
  /**
   * Most rows in all; the iteration ends there. Without it, an iteration over more
   * than {@link MAX_ROWS} rows throws, so that nothing is cut off unnoticed.
   */
  readonly limit?: number;
}

/** Most rows of an iteration that was given no limit. */
export const MAX_ROWS = 10_000;

/**
 * Row by row through all pages, one request at a time and none ahead of need.
 * @throws UnexpectedResponseError beyond {@link MAX_ROWS} rows without a limit
 */
export async function* paginate<Row>(
  fetchPage: (request: PageRequest) => Promise<Page<Row>>,
  options: PagingOptions = {},
): AsyncGenerator<Row, void, void> {
  const { pageSize = 100, skip = 0, limit } = options;
  if (!Number.isSafeInteger(pageSize) || pageSize < 1)
    throw new ConfigurationError('pageSize must be a whole number, 1 or more.');
  if (limit !== undefined && (!Number.isSafeInteger(limit) || limit < 0))
    throw new ConfigurationError('limit must be a whole number, 0 or more.');
  const most = limit ?? MAX_ROWS;
  let seen = 0;
  let total: number | undefined;
  let nextLink: string | undefined;
  while (limit === undefined || seen < limit) {
    const top = limit === undefined ? pageSize : Math.min(pageSize, limit - seen);
    const page = await fetchPage(
      nextLink === undefined ? { top, skip: skip + seen, count: seen === 0 } : { nextLink },
    );
    for (const row of page.rows) {
      if (seen === most) {
        if (limit !== undefined) return;
        throw new UnexpectedResponseError(
          `There are more than ${String(MAX_ROWS)} rows: narrow the filter, or say with limit how many you want.`,
        );
      }
      seen += 1;
      yield row;
    }
    total ??= page.count;
    nextLink = page.nextLink;
    const lastPage = total === undefined ? page.rows.length < top : skip + seen >= total;
    if (page.rows.length === 0 || (nextLink === undefined && lastPage)) return;
  }
}
