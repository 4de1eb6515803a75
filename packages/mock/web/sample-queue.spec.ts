import { SampleQueue } from './sample-queue';

const samples = (...values: number[]) => Int16Array.from(values);
const pull = (queue: SampleQueue, count: number) => {
  const output = new Float32Array(count).fill(9);
  const played = queue.pull(output);
  return { played: [...played], output: [...output] };
};

describe('a sample queue', () => {
  test('plays what comes, in order, whatever the lumps', () => {
    const queue = new SampleQueue({ startWith: 1, atMost: 100 });
    queue.push(samples(1, 2, 3));
    queue.push(samples(4));
    expect(pull(queue, 2).played).toEqual([1, 2]);
    queue.push(samples(5, 6));
    expect(pull(queue, 4).played).toEqual([3, 4, 5, 6]);
  });

  test('is silent, not scaled wrongly, where there is nothing', () => {
    const queue = new SampleQueue({ startWith: 1, atMost: 100 });
    queue.push(samples(-32_768, 16_384));
    expect(pull(queue, 4)).toEqual({ played: [-32_768, 16_384], output: [-1, 0.5, 0, 0] });
  });

  test('waits for enough before it begins, and again after it has run dry', () => {
    const queue = new SampleQueue({ startWith: 3, atMost: 100 });
    queue.push(samples(1, 2));
    expect(pull(queue, 2).played).toEqual([]);
    queue.push(samples(3));
    expect(pull(queue, 2).played).toEqual([1, 2]);
    expect(pull(queue, 2).played).toEqual([3]);
    queue.push(samples(4));
    expect(pull(queue, 2).played).toEqual([]);
    queue.push(samples(5, 6));
    expect(pull(queue, 9).played).toEqual([4, 5, 6]);
  });

  test('plays the rest when nothing more will come', () => {
    const queue = new SampleQueue({ startWith: 10, atMost: 100 });
    queue.push(samples(1, 2));
    queue.finish();
    expect(pull(queue, 5).played).toEqual([1, 2]);
  });

  test('drops the oldest when too many wait, and says how many', () => {
    const queue = new SampleQueue({ startWith: 2, atMost: 4 });
    queue.push(samples(1, 2, 3));
    queue.push(samples(4, 5));
    expect([queue.waiting, queue.dropped]).toEqual([2, 3]);
    expect(pull(queue, 5).played).toEqual([4, 5]);
  });
});
