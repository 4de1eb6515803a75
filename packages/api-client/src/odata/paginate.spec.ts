import fc from 'fast-check';
import { MAX_ROWS, paginate, type Page, type PageRequest, type PagingOptions } from './paginate';

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

/** A PBX with `total` rows 0, 1, 2 …, and the requests it got. */
function rowsOf(total: number, { counts = true, atMost = Infinity, links = false } = {}) {
  const requests: PageRequest[] = [];
  const fetchPage = (request: PageRequest): Promise<Page<number>> => {
    requests.push(request);
    const { top = 100, skip = 0 } =
      'nextLink' in request ? { skip: Number(request.nextLink), top: 100 } : request;
    const length = Math.max(0, Math.min(top, atMost, total - skip));
    return Promise.resolve({
      rows: Array.from({ length }, (_, index) => skip + index),
      count: counts && 'count' in request && request.count ? total : undefined,
      nextLink: links && skip + length < total ? String(skip + length) : undefined,
    });
  };
  const collect = async (options?: PagingOptions) => all(paginate(fetchPage, options));
  return { requests, fetchPage, collect };
}

const upTo = (total: number) => Array.from({ length: total }, (_, index) => index);

describe('paging', () => {
  it('asks for 100 rows at a time, and once how many there are', async () => {
    const { collect, requests } = rowsOf(250);
    await expect(collect()).resolves.toEqual(upTo(250));
    expect(requests).toEqual([
      { top: 100, skip: 0, count: true },
      { top: 100, skip: 100, count: false },
      { top: 100, skip: 200, count: false },
    ]);
  });

  it.each([
    ['a PBX that counts', { counts: true }],
    ["a PBX that doesn't", { counts: false }],
    ['a PBX that sends less than asked for, and counts', { counts: true, atMost: 30 }],
    ['a PBX that says where the next page is', { counts: false, atMost: 30, links: true }],
  ])('gives every row once from %s', async (_, behaviour) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(700), fc.integer({ min: 1, max: 150 }), async (total, pageSize) => {
        await expect(rowsOf(total, behaviour).collect({ pageSize })).resolves.toEqual(upTo(total));
      }),
      { numRuns: 40 },
    );
  });

  it('ends at the limit and asks for no more rows than that', async () => {
    const { collect, requests } = rowsOf(100_000);
    await expect(collect({ limit: 250 })).resolves.toEqual(upTo(250));
    expect(requests.map((request) => ('top' in request ? request.top : 0))).toEqual([100, 100, 50]);
  });

  it('starts where it is told', async () => {
    await expect(rowsOf(250).collect({ skip: 240 })).resolves.toEqual(upTo(250).slice(240));
  });

  it('asks for nothing when nothing is wanted', async () => {
    const { collect, requests } = rowsOf(5);
    await expect(collect({ limit: 0 })).resolves.toEqual([]);
    expect(requests).toEqual([]);
  });

  it('gives up after 10 000 rows without a limit, and says so', async () => {
    const { collect, requests } = rowsOf(100_000);
    await expect(collect()).rejects.toThrow('There are more than 10000 rows');
    expect(requests).toHaveLength(MAX_ROWS / 100 + 1);
    await expect(rowsOf(MAX_ROWS).collect()).resolves.toHaveLength(MAX_ROWS);
  });

  it('comes to an end with a PBX that sends the same page for ever', async () => {
    const same = () => Promise.resolve({ rows: upTo(100), count: undefined, nextLink: 'again' });
    await expect(all(paginate(same))).rejects.toMatchObject({ code: 'UNEXPECTED_RESPONSE' });
  });

  it('fetches nothing ahead, and nothing after the reader has left', async () => {
    const { fetchPage, requests } = rowsOf(1000);
    for await (const row of paginate(fetchPage)) if (row === 100) break;
    expect(requests).toHaveLength(2);
  });

  it.each([[{ pageSize: 0 }], [{ pageSize: 1.5 }], [{ limit: -1 }]])('refuses %j', async (options) => {
    await expect(rowsOf(5).collect(options)).rejects.toMatchObject({ code: 'CONFIGURATION' });
  });
});
