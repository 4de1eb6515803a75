import type { XapiActiveCall } from '@org/3cx-api-client';
import { ActiveCallDiff } from './active-call-diff';

const row = (Id: number, Caller: string, Callee: string, answered = false): XapiActiveCall => ({
  Id,
  Caller,
  Callee,
  Status: answered ? 'Talking' : 'Ringing',
  EstablishedAt: answered ? '2026-11-22T10:00:00+00:00' : null,
  LastChangeStatus: null,
  ServerNow: null,
});

function view() {
  const diff = new ActiveCallDiff({ now: () => 0, date: () => new Date(0) });
  return (rows: XapiActiveCall[], own: Parameters<ActiveCallDiff['apply']>[2] = []) =>
    diff
      .apply(rows, new Set(['999', '101']), own)
      .map(({ kind, call, changed }) =>
        [kind, call.id, call.direction, `${call.from}>${call.to}`, call.extension, ...changed].join(' '),
      );
}

describe('calls elsewhere on the PBX', () => {
  it('are told from start to end', () => {
    const apply = view();
    expect(apply([row(7, '10001 Trunk (+4930)', '105 Jo')])).toEqual([
      'started 7 inbound +4930>105 105',
      'ringing 7 inbound +4930>105 105',
    ]);
    expect(apply([row(7, '10001 Trunk (+4930)', '105 Jo')])).toEqual([]);
    expect(apply([row(7, '10001 Trunk (+4930)', '105 Jo', true)])).toEqual([
      'answered 7 inbound +4930>105 105',
    ]);
    expect(apply([row(7, '10001 Trunk (+4930)', '106 Al', true)])).toEqual([
      'updated 7 inbound +4930>106 106 toNumber',
    ]);
    expect(apply([])).toEqual(['ended 7 inbound +4930>106 106']);
  });

  it.each([
    ['105 Jo', '10001 Trunk (+4930)', 'outbound', '105'],
    ['105 Jo', '106 Al', 'internal', '106'],
  ])('from %s to %s are %s, at %s', (caller, callee, direction, extension) => {
    const [started] = view()([row(7, caller, callee)]);
    expect(started).toContain(direction);
    expect(started?.endsWith(extension)).toBe(true);
  });

  it('do not include those that touch an extension of ours', () => {
    const apply = view();
    expect(apply([row(1, '101 Me', '105 Jo'), row(2, '10001 Trunk (+4930)', '999 Route point')])).toEqual([]);
  });

  it('are known by id once ids are seen to match', () => {
    const own = [{ callid: 3, extension: '101', otherNumber: '+4930' }];
    const apply = view();
    apply([row(3, '10001 Trunk (+4930)', '101 Me', true)], own);
    // Transferred on, the row shows neither end as ours for a moment: the id still does.
    expect(apply([row(3, '10001 Trunk (+4930)', '105 Jo', true)], own)).toEqual([]);
  });

  it('are never known by id when one id was another call', () => {
    const own = [{ callid: 3, extension: '101', otherNumber: '+4930' }];
    const apply = view();
    expect(apply([row(3, '105 Jo', '106 Al')], own)).toHaveLength(2);
    apply([row(3, '10001 Trunk (+4930)', '101 Me', true)], own);
    expect(apply([row(3, '105 Jo', '106 Al')], own)).toHaveLength(2);
  });

  it.each(['', 'Ringing', '(', '105', '10001 Trunk ()'])('never fail over the text %j', (text) => {
    expect(view()([row(1, text, text), { ...row(2, '', ''), Caller: null, Callee: null }])).toHaveLength(4);
  });
});
