import fc from 'fast-check';
import { Backoff } from './backoff';

describe('waiting between attempts', () => {
  it('is always between half a second and half a minute, however unlucky', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 50 }),
        (luck) => {
          const rest = [...luck];
          const backoff = new Backoff(() => rest.shift() ?? 0);
          for (const wait of luck.map(() => backoff.next())) {
            expect(wait).toBeGreaterThanOrEqual(500);
            expect(wait).toBeLessThanOrEqual(30_000);
          }
        },
      ),
    );
  });

  it('grows while attempts fail, and begins again after a connection that held', () => {
    const backoff = new Backoff(() => 0.999);
    const waits = Array.from({ length: 6 }, () => backoff.next());
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(30_000);
    backoff.reset();
    expect(backoff.next()).toBeLessThan(1600);
  });
});
