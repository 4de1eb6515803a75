import fc from 'fast-check';
import { participant } from '../testing/participants';
import { Participants } from './participants';

describe('the participants of a call', () => {
  it('are those put and not taken out, in the order they were first seen, each as last put', () => {
    const step = fc.record({ id: fc.integer({ min: 1, max: 4 }), goes: fc.boolean(), name: fc.string() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const expected = new Map<number, string>();
        const participants = new Participants([]);
        for (const { id, goes, name } of steps) {
          if (goes) {
            expected.delete(id);
            participants.delete(id);
          } else {
            const isNew = participants.put(participant({ id, party_caller_name: name }));
            expect(isNew).toBe(!expected.has(id));
            expected.set(id, name);
          }
          expect(participants.size).toBe(expected.size);
          expect(Array.from(participants, (one) => [one.id, one.party_caller_name])).toEqual([...expected]);
          if (participants.single !== undefined) expect(expected.size).toBe(1);
        }
      }),
    );
  });
});
