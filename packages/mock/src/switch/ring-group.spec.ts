import type { NewRingGroup } from '../configuration/ring-group';
import { PhoneSystem } from '../testing/phone-system';

let pbx: PhoneSystem;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  pbx.dispose();
  jest.useRealTimers();
});

const withGroup = (group: Partial<NewRingGroup>) =>
  new PhoneSystem({
    ringGroups: [{ number: '810', members: ['102', '103', '104'], ringSeconds: 20, ...group }],
  });
const everyoneLetsItRing = () => {
  for (const member of ['102', '103', '104']) pbx.exchange.phones.set(member, { answer: 'never' });
};

describe('a ring group', () => {
  test('rings all members at once, on its behalf, and gives the call to whoever answers', () => {
    pbx = withGroup({});
    everyoneLetsItRing();
    const call = pbx.call('+15550100', '810');
    expect(pbx.ringing('102', '103', '104')).toEqual(['102', '103', '104']);
    for (const leg of pbx.legs('103')) {
      expect(leg).toMatchObject({ callId: call.id, onBehalfOf: { dn: '810', type: 'Wringgroup' } });
      pbx.exchange.answer(leg);
    }
    expect(call.counterpart?.dn.number).toBe('103');
    expect(pbx.ringing('102', '103', '104')).toEqual([]);
  });

  test('of the strategy Hunt rings one after the other', () => {
    pbx = withGroup({ strategy: 'Hunt' });
    everyoneLetsItRing();
    pbx.call('+15550100', '810');
    expect(pbx.ringing('102', '103', '104')).toEqual(['102']);
    jest.advanceTimersByTime(20_000);
    expect(pbx.ringing('102', '103', '104')).toEqual(['103']);
    for (const leg of pbx.legs('103')) pbx.exchange.drop(leg);
    expect(pbx.ringing('102', '103', '104')).toEqual(['104']);
  });

  test.each(['RingAll', 'Hunt'] as const)('(%s) nobody answers goes to its destination', (strategy) => {
    pbx = withGroup({ strategy, noAnswer: { to: 'Extension', number: '105' } });
    everyoneLetsItRing();
    const call = pbx.call('+15550100', '810');
    jest.advanceTimersByTime(strategy === 'Hunt' ? 60_000 : 20_000);
    expect(pbx.ringing('102', '103', '104', '105')).toEqual(['105']);
    jest.advanceTimersByTime(200);
    expect(call.counterpart?.dn.number).toBe('105');
  });

  test('without a destination ends the call', () => {
    pbx = withGroup({});
    everyoneLetsItRing();
    const call = pbx.call('+15550100', '810');
    jest.advanceTimersByTime(20_000);
    expect(call.ending).toMatchObject({ by: 'system', reason: 'no answer' });
  });

  test('passes by those whose profile takes no group calls, and does not follow forwarding', () => {
    pbx = withGroup({});
    everyoneLetsItRing();
    const [first, second] = ['102', '103'].map((number) => pbx.configuration.extensions.find(number));
    pbx.configuration.extensions.change(first?.id ?? 0, {
      profiles: (first?.profiles ?? []).map((profile) => ({ ...profile, disableRingGroupCalls: true })),
    });
    pbx.configuration.extensions.change(second?.id ?? 0, { currentProfile: 'Away' });
    pbx.call('+15550100', '810');
    expect(pbx.ringing('102', '103', '104')).toEqual(['103', '104']);
  });
});
