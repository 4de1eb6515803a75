import fc from 'fast-check';
import { settle } from '../testing/virtual-clock';
import { FetchQueue, type Fetched } from './fetch-queue';

interface Asked {
  readonly key: string;
  readonly answer: (value: string) => void;
  readonly fail: (error: Error) => void;
}

function queueWith(concurrency = 8) {
  const asked: Asked[] = [];
  const told: { key: string; fetched: Fetched<string> }[] = [];
  const queue = new FetchQueue<string>({
    concurrency,
    now: () => 0,
    fetch: (key) => new Promise((answer, fail) => asked.push({ key, answer, fail })),
    onFetched: (key, fetched) => told.push({ key, fetched }),
  });
  return { queue, asked, told };
}

describe('conflated fetching', () => {
  it('asks at most twice for twenty changes during one slow request, and the last answer counts', async () => {
    const { queue, asked, told } = queueWith();
    for (let change = 0; change < 21; change += 1) queue.request('a');
    expect(asked).toHaveLength(1);
    asked[0]?.answer('early');
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]?.answer('late');
    await settle();
    expect(told.map(({ fetched }) => fetched)).toEqual([
      { kind: 'found', value: 'early' },
      { kind: 'found', value: 'late' },
    ]);
  });

  it('never tells a late answer of an entity that has gone', async () => {
    const { queue, asked, told } = queueWith();
    queue.request('a');
    queue.cancel('a');
    asked[0]?.answer('ghost');
    await settle();
    expect(told).toEqual([]);
  });

  it('tells failures, and asks again when that was wanted meanwhile', async () => {
    const { queue, asked, told } = queueWith();
    const error = new Error('reset');
    queue.request('a');
    queue.request('a');
    asked[0]?.fail(error);
    await settle();
    expect(told).toEqual([{ key: 'a', fetched: { kind: 'failed', error } }]);
    expect(asked).toHaveLength(2);
  });

  it('keeps the number of requests at a time within bounds, asks for every entity, and each only once at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        async (wanted, concurrency) => {
          const { queue, asked, told } = queueWith(concurrency);
          let answered = 0;
          for (const key of wanted) {
            queue.request(key);
            const open = asked.slice(answered);
            expect(open.length).toBeLessThanOrEqual(concurrency);
            expect(new Set(open.map((one) => one.key)).size).toBe(open.length);
          }
          while (answered < asked.length) {
            asked[answered]?.answer('x');
            answered += 1;
            await settle();
          }
          expect(new Set(told.map(({ key }) => key))).toEqual(new Set(wanted));
        },
      ),
      { numRuns: 100 },
    );
  });
});
