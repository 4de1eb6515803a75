import fc from 'fast-check';
import { pollingStrategies } from '../configuration/queue';
import { pollingOrder } from './queue-strategy';
import type { AgentFacts } from './queue-strategy';

const agents = ['1', '2', '3', '4'].map((number, index) => ({ number, skillGroup: index < 2 ? 2 : 1 }));
const facts: AgentFacts = {
  lastPolled: '2',
  idleSince: (agent) => ({ '1': 50, '2': 10, '3': 30 })[agent] ?? 0,
  talkMs: (agent) => ({ '1': 1, '2': 4, '3': 3, '4': 2 })[agent] ?? 0,
  answered: (agent) => ({ '1': 4, '2': 3, '3': 2, '4': 1 })[agent] ?? 0,
  random: () => 0.5,
};

test.each([
  ['RingAll', '1234'],
  ['Hunt', '1 2 3 4'],
  ['HuntRandomStart', '3 4 1 2'],
  ['NextAgent', '3 4 1 2'],
  ['LongestWaiting', '4 2 3 1'],
  ['LeastTalkTime', '1 4 3 2'],
  ['FewestAnswered', '4 3 2 1'],
  ['HuntBy3s', '123 4'],
  ['First3Available', '1234'],
  ['SkillBasedRouting_RingAll', '34 12'],
  ['SkillBasedRouting_HuntRandomStart', '4 3 2 1'],
  ['SkillBasedRouting_RoundRobin', '3 4 1 2'],
  ['SkillBasedRouting_FewestAnswered', '4 3 2 1'],
] as const)('%s rings %s', (strategy, order) => {
  const rounds = pollingOrder(strategy, agents, facts);
  expect(rounds.map((group) => group.join('')).join(' ')).toBe(order);
});

test('every strategy rings every agent exactly once a round, whatever it knows of them', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...pollingStrategies),
      fc.uniqueArray(fc.integer({ min: 100, max: 130 })),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 31, maxLength: 31 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (strategy, numbers, weights, random) => {
        const weight = (agent: string) => weights[Number(agent) - 100] ?? 0;
        const given = numbers.map((number) => ({
          number: String(number),
          skillGroup: weight(String(number)),
        }));
        const order = pollingOrder(strategy, given, {
          lastPolled: given[0]?.number,
          idleSince: weight,
          talkMs: weight,
          answered: weight,
          random: () => random,
        });
        expect(order.flat().sort()).toEqual(numbers.map(String).sort());
      },
    ),
  );
});
