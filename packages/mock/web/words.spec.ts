import type { Call, Phone } from './mock-data';
import {
  callState,
  callTitle,
  duration,
  ending,
  entryInWords,
  phoneActivities,
  phoneState,
  timelineInWords,
} from './words';

const call = (more: Partial<Call> = {}): Call => ({
  id: 3,
  state: 'ringing',
  from: '+15550100',
  to: '999',
  did: '',
  connectedTo: null,
  heardMs: 0,
  gaps: 0,
  onHold: false,
  endedBy: null,
  endReason: null,
  legs: [],
  ...more,
});
const leg = (dn: string, status: 'Dialing' | 'Ringing' | 'Connected', other = '+15550100') => ({
  id: 1,
  dn,
  status,
  party_caller_id: other,
});
const phone: Phone = { number: '101', name: 'Extension 101', answer: 'manual', registered: true };

test.each([
  [4230, '4.2 s'],
  [65_000, '1 min 05.0 s'],
])('%i ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test('a call says what it is doing', () => {
  expect(callState(call({ legs: [leg('10001', 'Dialing')] }))).toBe('calling 999');
  expect(
    callState(call({ legs: [leg('10001', 'Dialing'), leg('101', 'Ringing'), leg('100', 'Ringing')] })),
  ).toBe('ringing 101, 100');
  expect(callState(call({ state: 'connected', connectedTo: '999' }))).toBe('connected to 999');
  const transferring = call({
    state: 'connected',
    connectedTo: '999',
    onHold: true,
    legs: [leg('101', 'Ringing')],
  });
  expect(callState(transferring)).toBe('connected to 999, on hold, ringing 101');
  expect(callState(call({ state: 'ended' }))).toBe('ended');
  expect(callTitle(call({ did: '+15550199' }))).toBe('+15550100 calls 999 (dialled +15550199)');
});

test('an ending says who and why', () => {
  expect(ending('caller', 'hung up')).toBe('The caller hung up.');
  expect(ending('101', 'hung up')).toBe('101 hung up.');
  expect(ending('101', 'rejected')).toBe('101 declined the call.');
  expect(ending('system', 'no answer')).toBe('Nobody answered.');
  expect(ending('system', 'overflow')).toBe('The phone system: overflow.');
});

test('a phone says what it is doing, ringing first', () => {
  const calls = [
    call({ legs: [leg('101', 'Connected', '102')] }),
    call({ id: 4, legs: [leg('101', 'Ringing')] }),
  ];
  const activities = phoneActivities(phone, calls);
  expect(activities.map(({ call: id }) => id)).toEqual([4, 3]);
  expect(phoneState(phone, activities)).toBe('ringing: +15550100 calls and 1 more');
  expect(phoneState(phone, [])).toBe('idle');
  const twoDevices = call({ legs: [leg('101', 'Ringing'), leg('101', 'Ringing')] });
  expect(phoneState(phone, phoneActivities(phone, [twoDevices]))).toBe('ringing: +15550100 calls');
  expect(phoneState({ ...phone, registered: false }, [])).toBe('not registered');
});

test.each([
  ['call', { call: 1, state: 'connected', connectedTo: '999', endedBy: null }, 'Call 1 connected to 999'],
  ['call', { call: 1, state: 'ended', connectedTo: null, endedBy: 'caller' }, 'Call 1 ended (by caller)'],
  [
    'event',
    { type: 0, entity: '/callcontrol/999/participants/2', status: 'Connected' },
    'Upset /callcontrol/999/participants/2 (Connected)',
  ],
  [
    'event',
    { type: 2, entity: '/callcontrol/999/participants/2', status: 'Connected' },
    'DTMF /callcontrol/999/participants/2',
  ],
  ['request', { method: 'GET', route: '/callcontrol', status: 200 }, 'GET /callcontrol answered 200'],
  ['token', { granted: false }, 'A token was refused'],
  ['socket', { refused: 401 }, 'An event socket was refused (401)'],
  [
    'stream',
    { direction: 'to-caller', participant: 2, open: true },
    'Audio to caller opened (participant 2)',
  ],
  ['phone', { dn: '101', answer: 'manual' }, 'Phone 101 now answers: manual'],
  ['fault', { name: 'restart' }, 'Fault: restart'],
  ['news', { of: 'tomorrow', count: 2 }, 'of tomorrow, count 2'],
])('a %s entry %j is told as “%s”', (kind, detail, text) => {
  expect(entryInWords({ type: 'entry', sequence: 1, timeMs: 0, kind, detail })).toBe(text);
});

test('a timeline is told in order', () => {
  expect(
    timelineInWords({
      call: 3,
      lengthMs: 4000,
      legs: [
        {
          participant: 1,
          dn: '10001',
          name: '',
          number: '+15550100',
          spans: [
            { status: 'Dialing', fromMs: 0, toMs: 200 },
            { status: 'Connected', fromMs: 200, toMs: null },
          ],
        },
      ],
      heard: [{ kind: 'audio', fromMs: 700, toMs: 1700 }],
      marks: [{ kind: 'keys', atMs: 1200, keys: '1' }],
    }),
  ).toEqual([
    '0.0 s: +15550100 dials',
    '0.2 s: +15550100 is connected',
    '0.7 s: Audio is heard for 1.0 s',
    '1.2 s: Key 1 pressed',
  ]);
});
