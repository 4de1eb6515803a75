import fc from 'fast-check';
import { forEveryone } from '../configuration/route-to';
import { profileNames } from '../configuration/forwarding-profile';
import { PhoneSystem } from '../testing/phone-system';
import type { Leg } from './leg';
import { divert, route } from './routing';

/** Something a caller, a phone, a client or the administrator does. Numbers choose among what there is. */
type Deed =
  | { readonly does: 'call'; readonly from: string; readonly to: string }
  | { readonly does: 'hang-up' | 'drop' | 'answer'; readonly which: number }
  | {
      readonly does: 'route' | 'divert';
      readonly which: number;
      readonly to: string;
      readonly seconds: number;
    }
  | { readonly does: 'press'; readonly which: number; readonly key: string }
  | { readonly does: 'wait'; readonly ms: number }
  | { readonly does: 'phone'; readonly number: string; readonly answer: 'auto' | 'never' | 'busy' | 'reject' }
  | { readonly does: 'profile'; readonly number: string; readonly name: number }
  | { readonly does: 'queue'; readonly number: string; readonly logsIn: boolean };

const extensions = ['100', '101', '102', '103'];
const destinations = [
  ...extensions,
  '999',
  '800',
  '810',
  '820',
  '*4101',
  'SP1',
  'SP2',
  '*11',
  '*20*101',
  '*62',
  '*63',
  '+15550199',
];
const which = fc.nat({ max: 7 });
const to = fc.constantFrom(...destinations);
const number = fc.constantFrom(...extensions);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('call' as const),
      from: fc.constantFrom('+15550100', ...extensions),
      to,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('hang-up' as const, 'drop' as const, 'answer' as const),
      which,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('route' as const, 'divert' as const),
      which,
      to,
      seconds: fc.nat({ max: 40 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('press' as const), which, key: fc.constantFrom('1', '2', '9') }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.nat({ max: 30_000 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('phone' as const),
      number,
      answer: fc.constantFrom('auto' as const, 'never' as const, 'busy' as const, 'reject' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('profile' as const), number, name: fc.nat({ max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('queue' as const), number, logsIn: fc.boolean() }) },
);

/** A phone system in which every feature leads to another. */
const busyOffice = () =>
  new PhoneSystem({
    extensions: [
      { number: '100', recordCalls: 'all' },
      {
        number: '101',
        devices: [{ id: 'sip:101@a:1' }, { id: 'sip:101@b:1' }],
        profiles: [
          {
            name: 'Available',
            noAnswerSeconds: 10,
            noAnswer: forEveryone({ to: 'VoiceMail', number: '101' }),
            busy: forEveryone({ to: 'RingGroup', number: '810' }),
          },
          { name: 'Away', forward: forEveryone({ to: 'Queue', number: '800' }) },
        ],
      },
      {
        number: '102',
        profiles: [
          {
            name: 'Available',
            noAnswerSeconds: 5,
            noAnswer: forEveryone({ to: 'Extension', number: '103' }),
          },
        ],
      },
      {
        number: '103',
        profiles: [
          { name: 'Available', busy: forEveryone({ to: 'Extension', number: '102' }) },
          {
            name: 'Out of office',
            logsOutOfQueues: true,
            forward: forEveryone({ to: 'External', number: '+15550177' }),
          },
        ],
      },
    ],
    queues: [
      {
        number: '800',
        agents: ['100', '101', '102'],
        strategy: 'NextAgent',
        ringSeconds: 8,
        wrapUpSeconds: 5,
        maxWaitSeconds: 45,
        maxCallers: 3,
        overflow: { to: 'IVR', number: '820' },
        recording: 'AllowToOptOut',
      },
    ],
    ringGroups: [
      {
        number: '810',
        strategy: 'Hunt',
        ringSeconds: 6,
        members: ['102', '103'],
        noAnswer: { to: 'VoiceMail', number: '103' },
      },
    ],
    ivrs: [
      {
        number: '820',
        timeoutSeconds: 7,
        timeout: { to: 'Extension', number: '102' },
        keys: [
          { key: '1', route: { to: 'Queue', number: '800' } },
          { key: '2', route: { to: 'RoutePoint', number: '999' } },
        ],
      },
    ],
    parkingSettings: { autoPickupEnabled: true, autoPickupSeconds: 20, autoPickup: 'TransferBack' },
    trunks: [{ number: '10001', simultaneousCalls: 6 }],
    servicePrincipals: [{ number: '999', peers: extensions }],
    inboundRules: [],
  });

function carryOut(pbx: PhoneSystem, doing: Deed): void {
  const { exchange, configuration } = pbx;
  const active = exchange.register.active;
  const legs = active.flatMap((call) => call.liveLegs);
  const pick = <T>(among: readonly T[], index: number): T | undefined =>
    among[index % Math.max(1, among.length)];
  switch (doing.does) {
    case 'call':
      if (doing.from !== doing.to) pbx.call(doing.from, doing.to);
      return;
    case 'hang-up': {
      const call = pick(active, doing.which);
      if (call) exchange.end(call, 'caller', 'hung up');
      return;
    }
    case 'drop': {
      const leg = pick(legs, doing.which);
      if (leg) exchange.drop(leg);
      return;
    }
    case 'answer': {
      const leg = pick(legs, doing.which);
      if (leg) exchange.answer(leg);
      return;
    }
    case 'route': {
      const leg = pick(legs, doing.which);
      const destination = exchange.directory.resolve(doing.to);
      if (!leg || !destination || leg.status === 'Dialing' || leg.routing) return;
      const how = leg.status === 'Connected' && doing.seconds % 2 === 0 ? 'transferto' : 'routeto';
      void route(exchange, leg, how, { destination, timeoutMs: doing.seconds * 1000 });
      return;
    }
    case 'divert': {
      const leg = pick(
        legs.filter(({ status }) => status === 'Ringing'),
        doing.which,
      );
      const destination = exchange.directory.resolve(doing.to);
      if (leg && destination) divert(exchange, leg, { destination, timeoutMs: doing.seconds * 1000 });
      return;
    }
    case 'press': {
      const call = pick(active, doing.which);
      if (call) exchange.pressKeys(call, doing.key);
      return;
    }
    case 'wait':
      jest.advanceTimersByTime(doing.ms);
      return;
    case 'phone':
      exchange.phones.set(doing.number, { answer: doing.answer, afterMs: 300 });
      return;
    case 'profile': {
      const id = configuration.extensions.find(doing.number)?.id ?? 0;
      configuration.extensions.change(id, { currentProfile: profileNames[doing.name] ?? 'Available' });
      return;
    }
    case 'queue': {
      const id = configuration.extensions.find(doing.number)?.id ?? 0;
      configuration.extensions.change(id, { queueStatus: doing.logsIn ? 'LoggedIn' : 'LoggedOut' });
    }
  }
}

/** What holds at every moment, whatever was done. */
function expectSound(pbx: PhoneSystem, told: ReadonlyMap<Leg, 'there' | 'gone'>): void {
  for (const call of pbx.exchange.register.active) {
    const { origin, target } = call.ends;
    expect(origin).not.toBeUndefined();
    if (target) expect([origin?.status, target.status]).toEqual(['Connected', 'Connected']);
    for (const leg of call.liveLegs) {
      expect(leg.removed).toBe(false);
      expect(pbx.exchange.register.leg(leg.dn.number, leg.id)).toBe(leg);
    }
    expect(target ?? [...call.offers][0]).toBeDefined();
  }
  const live = new Set(pbx.exchange.register.active.flatMap((call) => call.liveLegs));
  for (const [leg, state] of told)
    expect([leg.id, state]).toEqual([leg.id, live.has(leg) ? 'there' : 'gone']);
}

function expectTidy(pbx: PhoneSystem): void {
  const { exchange, history } = pbx;
  expect(exchange.register.active).toEqual([]);
  expect(exchange.parking.size).toBe(0);
  expect(exchange.queues.waitingIn('800')).toBe(0);
  for (const number of [...destinations, '10001']) expect(exchange.register.legsOn(number)).toEqual([]);
  for (const { endedAt, segments } of history.calls) {
    expect(endedAt).toBeDefined();
    for (const segment of segments) expect(segment).toMatchObject({ outcome: expect.any(String) as unknown });
    for (const { startedAt, answeredAt, endedAt: left } of segments) {
      expect(startedAt).toBeLessThanOrEqual(answeredAt ?? left ?? 0);
      expect(answeredAt ?? startedAt).toBeLessThanOrEqual(left ?? 0);
    }
  }
  for (const { outcome, leftAt, polls } of history.queueVisits) {
    expect([outcome, leftAt]).not.toContain(undefined);
    for (const { endedAt } of polls) expect(endedAt).toBeDefined();
  }
  const talking = history.agentStates.filter(
    ({ state, to: until }) => state === 'talking' && until === undefined,
  );
  expect(talking).toEqual([]);
}

test('whatever people do, legs, events and history stay consistent, and nothing is left when all have hung up', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
      jest.useFakeTimers();
      const pbx = busyOffice();
      const told = new Map<Leg, 'there' | 'gone'>();
      const wrong: string[] = [];
      pbx.exchange.listeners.add({
        legChanged: (leg) => {
          if (told.get(leg) === 'gone') wrong.push(`participant ${leg.id} changed after it was removed`);
          told.set(leg, 'there');
        },
        legRemoved: (leg) => {
          if (told.get(leg) !== 'there')
            wrong.push(`participant ${leg.id} was removed without having been there`);
          told.set(leg, 'gone');
        },
      });
      try {
        for (const doing of deeds) {
          carryOut(pbx, doing);
          expectSound(pbx, told);
        }
        for (const call of pbx.exchange.register.active) pbx.exchange.end(call, 'caller', 'hung up');
        expect(wrong).toEqual([]);
        expectTidy(pbx);
        jest.advanceTimersByTime(600_000);
        expect(pbx.exchange.timers.size).toBe(0);
      } finally {
        pbx.dispose();
        jest.useRealTimers();
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);
