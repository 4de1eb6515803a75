import { HeldEvents } from './held-events';

const upset = (id: number) => ({ kind: 'upset', dn: '999', id }) as const;
const remove = (id: number) => ({ kind: 'remove', dn: '999', id }) as const;
const key = (digits: string) => ({ kind: 'dtmf', dn: '999', id: 1, digits }) as const;

describe('events held back until a snapshot is in', () => {
  it('come back in order, repeated changes once', () => {
    const held = new HeldEvents();
    for (const frame of [upset(1), upset(1), key('1'), upset(2), remove(1), remove(1), key('1'), upset(1)])
      held.add(frame);
    expect(held.take()).toEqual([upset(1), key('1'), upset(2), remove(1), key('1'), upset(1)]);
  });

  it('stay few in a burst, keep every key, and say when a snapshot must stand in for some', () => {
    const held = new HeldEvents();
    for (let count = 0; count < 100_000; count += 1) held.add(upset(count % 200));
    expect(held.size).toBe(200);
    expect(held.overflowed).toBe(false);
    for (let count = 0; count < 100_000; count += 1) held.add(upset(count));
    for (let count = 0; count < 100; count += 1) held.add(key('5'));
    expect(held.size).toBe(10_100);
    expect(held.overflowed).toBe(true);
  });
});
