import { dnState, participant } from '../testing/participants';
import { participantKey, Replica } from './replica';

const summary = (changes: ReturnType<Replica['put']>) =>
  changes.map(
    ({ kind, participant: { dn, id }, synthetic }) =>
      `${kind} ${participantKey(dn, id)}${synthetic ? ' (synthetic)' : ''}`,
  );

describe('the replica', () => {
  it('tells what appeared, changed and went, and nothing twice', () => {
    const replica = new Replica();
    expect(summary(replica.put(participant({ status: 'Ringing' })))).toEqual(['added 999/325']);
    expect(summary(replica.put(participant({ status: 'Ringing' })))).toEqual([]);
    expect(summary(replica.put(participant()))).toEqual(['changed 999/325']);
    expect(summary(replica.remove('999', 325))).toEqual(['removed 999/325']);
    expect(summary(replica.remove('999', 325))).toEqual([]);
  });

  it('compares itself with a snapshot: the missing have gone, the new have come, the rest may have changed', () => {
    const replica = new Replica();
    replica.put(participant({ id: 1, callid: 1 }));
    replica.put(participant({ id: 2, callid: 2, status: 'Ringing' }));
    const snapshot = [
      dnState([participant({ id: 2, callid: 2 }), participant({ id: 3, callid: 3 })]),
      dnState([], '101', 'Wextension'),
    ];
    expect(summary(replica.reset(snapshot))).toEqual([
      'removed 999/1 (synthetic)',
      'changed 999/2 (synthetic)',
      'added 999/3 (synthetic)',
    ]);
    expect(summary(replica.reset(snapshot))).toEqual([]);
  });

  it('takes the same id on another call as a new participant: the PBX has begun to count again', () => {
    const replica = new Replica();
    replica.put(participant({ callid: 42 }));
    expect(summary(replica.put(participant({ callid: 1 })))).toEqual([
      'removed 999/325 (synthetic)',
      'added 999/325',
    ]);
  });
});
