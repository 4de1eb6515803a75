import fc from 'fast-check';
import { isBad, sentence, updated, verdicts, type StoredRatios } from './stored-ratios';

const stored: StoredRatios = {
  margin: 0.25,
  cases: { cpu: { ratio: 2 }, latency: { ratio: 1, margin: 1 } },
};
const kinds = (measured: { name: string; ratio: number | null }[]) =>
  Object.fromEntries(verdicts(stored, measured).map(({ name, kind }) => [name, kind]));

describe('holding ratios against stored ones', () => {
  it.each([
    [2, 1, { cpu: 'as before', latency: 'as before' }],
    [0.5, 0.1, { cpu: 'as before', latency: 'as before' }],
    [2.5, 2, { cpu: 'as before', latency: 'as before' }],
    [2.51, 2.01, { cpu: 'worse', latency: 'worse' }],
  ])('cpu %d and latency %d: each has its margin', (cpu, latency, expected) => {
    expect(
      kinds([
        { name: 'cpu', ratio: cpu },
        { name: 'latency', ratio: latency },
      ]),
    ).toEqual(expected);
  });

  it('says what is new, and what is gone, which is as bad as worse', () => {
    const judged = verdicts(stored, [
      { name: 'cpu', ratio: 2 },
      { name: 'heap', ratio: 1 },
      { name: 'gaps', ratio: null },
    ]);
    expect(judged.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'cpu as before',
      'latency not measured',
      'heap not stored',
    ]);
    expect(judged.filter(isBad).map(({ name }) => name)).toEqual(['latency']);
    for (const verdict of judged) expect(sentence(verdict)).toContain(verdict.name);
  });

  it('takes the best of several runs: it is never worse for being measured again', () => {
    const run = fc.record({
      name: fc.constantFrom('cpu', 'latency'),
      ratio: fc.double({ min: 0.1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(run), fc.array(run), (first, more) => {
        const bad = (measured: typeof first) => verdicts(stored, measured).filter(isBad).length;
        expect(bad([...first, ...more])).toBeLessThanOrEqual(bad(first));
      }),
    );
  });

  it('is stored anew with its margins, without what is measured no more', () => {
    const measured = [
      { name: 'latency', ratio: 1.23456 },
      { name: 'heap', ratio: 1 },
    ];
    expect(updated(stored, measured)).toEqual({
      margin: 0.25,
      cases: { latency: { ratio: 1.23, margin: 1 }, heap: { ratio: 1 } },
    });
  });
});
