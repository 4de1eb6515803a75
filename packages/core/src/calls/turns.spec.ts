import fc from 'fast-check';
import { settle } from '../testing/virtual-clock';
import { Turns } from './turns';

describe('turns', () => {
  it('come in the order they were taken, whatever order they are passed in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), async (passing) => {
        const turns = new Turns();
        const taken = passing.map(() => turns.take());
        const came: number[] = [];
        for (const [place, { comes }] of taken.entries()) void comes.then(() => came.push(place));
        for (const place of passing) {
          taken[place]?.pass();
          taken[place]?.pass();
        }
        await settle();
        expect(came).toEqual([0, 1, 2, 3, 4]);
      }),
    );
  });

  it('wait for one who is not done, even if later ones are', async () => {
    const turns = new Turns();
    const [first, second, third] = [turns.take(), turns.take(), turns.take()];
    const came: string[] = [];
    void second.comes.then(() => came.push('second'));
    void third.comes.then(() => came.push('third'));
    third.pass();
    second.pass();
    await settle();
    expect(came).toEqual([]);
    first.pass();
    await settle();
    expect(came).toEqual(['second', 'third']);
  });
});
