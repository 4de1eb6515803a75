import type { RouteTo } from '../configuration/route-to';
import { forEveryone } from '../configuration/route-to';
import { PhoneSystem } from '../testing/phone-system';

let pbx: PhoneSystem;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  pbx.dispose();
  expect(pbx.exchange.timers.size).toBe(0);
  jest.useRealTimers();
});

const deskAndApp = [
  { id: 'sip:101@10.0.0.21:5060', userAgent: 'Desk phone' },
  { id: 'sip:101@10.0.0.22:5061', userAgent: 'App', directControl: false },
];

describe('an extension with several devices', () => {
  beforeEach(() => {
    pbx = new PhoneSystem({
      extensions: [{ number: '100' }, { number: '101', devices: deskAndApp }],
      queues: [],
      ringGroups: [],
      ivrs: [],
      servicePrincipals: [{ number: '999', peers: ['101'] }],
    });
  });

  test('rings each with a participant of its own, of the same call', () => {
    pbx.exchange.phones.set('101', { answer: 'never' });
    const call = pbx.call('+15550100', '101');
    expect(pbx.legs('101')).toMatchObject([
      { status: 'Ringing', deviceId: deskAndApp[0]?.id, directControl: true, callId: call.id },
      { status: 'Ringing', deviceId: deskAndApp[1]?.id, directControl: false, callId: call.id },
    ]);
  });

  test('keeps the participant of the phone that answers; the others are removed at once', () => {
    pbx.exchange.phones.set('101', { answer: 'never' });
    pbx.exchange.phones.setDevice('101', 'sip:101@10.0.0.22:5061', { answer: 'auto', afterMs: 900 });
    const happened: string[] = [];
    pbx.exchange.listeners.add({
      legChanged: ({ dn, id, status }) => happened.push(`${dn.number} ${id} ${status}`),
      legRemoved: ({ dn, id }) => happened.push(`${dn.number} ${id} removed`),
    });
    pbx.call('+15550100', '101');
    jest.advanceTimersByTime(900);
    expect(happened.slice(-3)).toEqual(['101 3 Connected', '10001 1 Connected', '101 2 removed']);
    expect(pbx.legs('101')).toHaveLength(1);
  });

  test('is busy to the caller only when every phone has declined', () => {
    pbx.exchange.phones.set('101', { answer: 'never' });
    pbx.exchange.phones.setDevice('101', 'sip:101@10.0.0.21:5060', { answer: 'reject', afterMs: 100 });
    const call = pbx.call('+15550100', '101');
    jest.advanceTimersByTime(100);
    expect(call.state).toBe('ringing');
    expect(pbx.legs('101')).toHaveLength(1);
    for (const leg of pbx.legs('101')) pbx.exchange.drop(leg);
    expect(call.ending).toMatchObject({ by: '101', reason: 'rejected' });
  });

  test('has the new contact ring after a phone registered anew', () => {
    pbx.exchange.phones.set('101', { answer: 'never' });
    const { id = 0 } = pbx.configuration.extensions.find('101') ?? {};
    pbx.configuration.extensions.change(id, {
      devices: [{ id: 'sip:101@10.0.0.99:5060', userAgent: 'Desk phone', directControl: true }],
    });
    pbx.call('+15550100', '101');
    expect(pbx.legs('101').map(({ deviceId }) => deviceId)).toEqual(['sip:101@10.0.0.99:5060']);
  });
});

describe('a forwarding profile', () => {
  const forwardingTo = (route: RouteTo, more: object = {}) =>
    new PhoneSystem({
      extensions: [
        { number: '100' },
        {
          number: '101',
          profiles: [
            {
              name: 'Available',
              noAnswerSeconds: 10,
              noAnswer: forEveryone(route),
              busy: forEveryone(route),
              notRegistered: forEveryone(route),
            },
            { name: 'Away', forward: forEveryone(route) },
          ],
          ...more,
        },
        { number: '102' },
      ],
      queues: [{ number: '800', agents: ['102'] }],
      ringGroups: [],
      ivrs: [],
      servicePrincipals: [{ number: '999' }],
    });
  const toColleague: RouteTo = { to: 'Extension', number: '102' };

  test('sends a call that is not answered in its time to another extension, on its behalf', () => {
    pbx = forwardingTo(toColleague);
    pbx.exchange.phones.set('101', { answer: 'never' });
    const call = pbx.call('+15550100', '101');
    jest.advanceTimersByTime(9_999);
    expect(pbx.ringing('101', '102')).toEqual(['101']);
    jest.advanceTimersByTime(1);
    expect(pbx.ringing('101', '102')).toEqual(['102']);
    expect(pbx.legs('102')[0]?.onBehalfOf).toMatchObject({ dn: '101', type: 'Wextension' });
    jest.advanceTimersByTime(200);
    expect(call.counterpart?.dn.number).toBe('102');
    expect(
      pbx.history.calls[0]?.segments.map(({ party, reason, via, outcome }) => [
        party.dn,
        reason,
        via,
        outcome,
      ]),
    ).toEqual([
      ['10001', 'direct', '', undefined],
      ['101', 'direct', '', 'no-answer'],
      ['102', 'forwarded', '101', undefined],
    ]);
  });

  test.each([
    ['busy', { answer: 'busy' }],
    ['declining', { answer: 'reject', afterMs: 0 }],
    ['not registered', { registered: false }],
  ] as const)('sends a call to a phone that is %s on', (_, behaviour) => {
    pbx = forwardingTo(toColleague);
    pbx.exchange.phones.set('101', behaviour);
    const call = pbx.call('+15550100', '101');
    jest.advanceTimersByTime(201);
    expect(call.counterpart?.dn.number).toBe('102');
  });

  test('sends every call on without ringing while away', () => {
    pbx = forwardingTo({ to: 'Queue', number: '800' }, { currentProfile: 'Away' });
    const call = pbx.call('+15550100', '101');
    expect(pbx.legs('101')).toEqual([]);
    expect(call.counterpart?.dn.number).toBe('800');
  });

  test('reaches a number outside through the trunk', () => {
    pbx = forwardingTo({ to: 'External', number: '+15550199' });
    pbx.exchange.phones.set('101', { answer: 'busy' });
    const call = pbx.call('100', '101');
    jest.advanceTimersByTime(201);
    expect(call.counterpart?.self).toMatchObject({ dn: '10001', callerId: '+15550199' });
  });

  test('may ring the mobile besides the phones', () => {
    pbx = new PhoneSystem({
      extensions: [
        { number: '100' },
        { number: '101', mobile: '+15550177', profiles: [{ name: 'Available', ringMyMobile: true }] },
      ],
      queues: [],
      ringGroups: [],
      ivrs: [],
      servicePrincipals: [{ number: '999' }],
    });
    pbx.exchange.phones.set('101', { answer: 'never' });
    const call = pbx.call('100', '101');
    expect(pbx.ringing('101', '10001')).toEqual(['101', '10001']);
    jest.advanceTimersByTime(200);
    expect(call.counterpart?.self).toMatchObject({ dn: '10001', callerId: '+15550177' });
    expect(pbx.legs('101')).toEqual([]);
  });

  test('that leads in a circle ends', () => {
    pbx = forwardingTo({ to: 'Extension', number: '101' });
    pbx.exchange.phones.set('101', { answer: 'busy' });
    const call = pbx.call('100', '101');
    jest.advanceTimersByTime(1000);
    expect(call.ending).toMatchObject({ reason: 'no answer' });
  });

  test('does not apply to a disabled extension, which can not be reached at all', () => {
    pbx = forwardingTo(toColleague, { enabled: false });
    const call = pbx.call('100', '101');
    jest.advanceTimersByTime(1);
    expect(call.ending).toMatchObject({ reason: 'not registered' });
  });
});
