import type { Participant } from '@org/3cx-api-client';
import { participantOf, Replica } from '../replica/replica';
import { dnState, participant } from '../testing/participants';
import { CallModel, type CallFact } from './call-model';

function model() {
  let seconds = 0;
  const calls = new CallModel({
    now: () => (seconds += 1) * 1_000,
    date: () => new Date(Date.UTC(2026, 10, 22, 10, 0, seconds)),
  });
  const replica = new Replica();
  const apply = (changes: ReturnType<Replica['put']>) => changes.flatMap((change) => calls.apply(change));
  return {
    calls,
    put: (one: Participant) => apply(replica.put(one)),
    remove: (key: string) => apply(replica.remove(participantOf(key).dn, participantOf(key).id)),
    reset: (...state: Parameters<Replica['reset']>) => apply(replica.reset(...state)),
  };
}

const told = (facts: CallFact[]) =>
  facts.map(({ kind, record, synthetic }) => `${kind} ${record.id}${synthetic ? ' (synthetic)' : ''}`);

describe('the call model', () => {
  it('inbound call that the PBX connects at once: started, and answered follows', () => {
    const { put } = model();
    const facts = put(participant());
    expect(told(facts)).toEqual(['started call-42-325', 'answered call-42-325 (synthetic)']);
    expect(facts[0]?.record).toMatchObject({
      direction: 'inbound',
      fromNumber: '+16125551234',
      toNumber: '999',
      callerName: 'Pat Jones',
      status: 'answered',
    });
  });

  it('inbound call that rings first: started, ringing, answered', () => {
    const { put } = model();
    expect(told(put(participant({ status: 'Ringing' })))).toEqual([
      'started call-42-325',
      'ringing call-42-325',
    ]);
    expect(told(put(participant()))).toEqual(['answered call-42-325']);
  });

  it.each([
    ['an outside caller', {}, 'inbound'],
    ['a colleague', { party_dn_type: 'Wextension', party_dn: '100', party_caller_id: '100' }, 'internal'],
    ['types without the leading W', { party_dn_type: 'ExternalLine' }, 'inbound'],
    ['a call we place', { status: 'Dialing' as const }, 'outbound'],
    ['a call this extension originated', { originated_by_dn: '999' }, 'outbound'],
  ])('%s', (_who, changes, direction) => {
    const [started] = model().put(participant(changes));
    expect(started?.record.direction).toBe(direction);
  });

  it('a phone with several devices is one call, and losing legs do not end it', () => {
    const { put, remove } = model();
    const leg = (id: number, status: Participant['status']) =>
      participant({ id, dn: '101', status, direct_control: true });
    expect(told(put(leg(1, 'Ringing')))).toEqual(['started call-42-1', 'ringing call-42-1']);
    expect(told(put(leg(2, 'Ringing')))).toEqual([]);
    expect(told(put(leg(2, 'Connected')))).toEqual(['answered call-42-1']);
    expect(told(remove('101/1'))).toEqual([]);
    expect(told(remove('101/2'))).toEqual(['ended call-42-1']);
  });

  it('the same conversation on two extensions is two calls', () => {
    const { put } = model();
    put(participant());
    expect(told(put(participant({ id: 326, dn: '101', status: 'Ringing' })))).toEqual([
      'started call-42-326',
      'ringing call-42-326',
    ]);
  });

  it.each([
    ['never answered', 'Ringing' as const, undefined, 'not-answered'],
    ['answered', 'Connected' as const, undefined, 'remote-hung-up'],
    ['dropped by us', 'Connected' as const, 'hung-up-by-us' as const, 'hung-up-by-us'],
  ])('end of a call that was %s', (_how, status, expected, reason) => {
    const { calls, put, remove } = model();
    const [started] = put(participant({ status }));
    if (started !== undefined && expected !== undefined) calls.expectEnd(started.record, expected);
    expect(remove('999/325').at(-1)?.record).toMatchObject({ status: 'ended', endReason: reason });
  });

  it('an end found by comparing snapshots is marked as lost in the gap', () => {
    const { put, reset } = model();
    put(participant());
    const facts = reset([dnState([])]);
    expect(told(facts)).toEqual(['ended call-42-325 (synthetic)']);
    expect(facts[0]?.record.endReason).toBe('lost-in-gap');
  });

  it('waits with the end for the outcome of a transfer that is out', () => {
    const { calls, put, remove } = model();
    const [started] = put(participant());
    if (started === undefined) throw new Error('no call');
    const release = calls.holdEnd(started.record);
    expect(told(remove('999/325'))).toEqual([]);
    calls.expectEnd(started.record, 'transferred');
    expect(told(release())).toEqual(['ended call-42-325']);
    expect(started.record.endReason).toBe('transferred');
    expect(told(release())).toEqual([]);
  });

  it('a hang-up during a transfer that then fails is a hang-up', () => {
    const { calls, put, remove } = model();
    const [started] = put(participant());
    if (started === undefined) throw new Error('no call');
    const release = calls.holdEnd(started.record);
    remove('999/325');
    release();
    expect(started.record.endReason).toBe('remote-hung-up');
  });

  it('takes a name that the PBX looks up late', () => {
    const { put } = model();
    put(participant({ party_caller_name: '' }));
    expect(put(participant({ party_caller_name: 'Pat Jones' }))).toMatchObject([
      { kind: 'updated', changed: ['callerName'] },
    ]);
  });

  it('finds a call by its participant', () => {
    const { calls, put, remove } = model();
    put(participant());
    expect(calls.recordOf('999', 325)?.id).toBe('call-42-325');
    remove('999/325');
    expect(calls.recordOf('999', 325)).toBeUndefined();
  });
});
