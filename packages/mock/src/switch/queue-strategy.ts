import type { PollingStrategy, QueueAgentConfiguration } from '../configuration/queue';

/** What a queue knows of its agents when it chooses. */
export interface AgentFacts {
  /** Agent rung last by this queue. */
  readonly lastPolled: string | undefined;
  /** When the agent's last conversation ended; 0 when there was none. */
  idleSince(agent: string): number;
  /** Time in conversations of this queue, milliseconds. */
  talkMs(agent: string): number;
  answered(agent: string): number;
  /** From 0 to 1. */
  random(): number;
}

const togetherBy3 = 3;

/**
 * Whom a queue rings in one round: groups, one after the other, rung together
 * (3CX facts 10.6). Sorting keeps the configured order among equals.
 */
export function pollingOrder(
  strategy: PollingStrategy,
  agents: readonly QueueAgentConfiguration[],
  facts: AgentFacts,
): string[][] {
  const numbers = agents.map(({ number }) => number);
  switch (strategy) {
    case 'RingAll':
      return [numbers];
    case 'Hunt':
      return oneByOne(numbers);
    case 'HuntRandomStart':
      return oneByOne(rotated(numbers, Math.floor(facts.random() * numbers.length)));
    case 'NextAgent':
      return oneByOne(afterLast(numbers, facts));
    case 'LongestWaiting':
      return oneByOne(sorted(numbers, (agent) => facts.idleSince(agent)));
    case 'LeastTalkTime':
      return oneByOne(sorted(numbers, (agent) => facts.talkMs(agent)));
    case 'FewestAnswered':
      return oneByOne(sorted(numbers, (agent) => facts.answered(agent)));
    case 'HuntBy3s':
      return inThrees(numbers);
    case 'First3Available':
      return [numbers];
    case 'SkillBasedRouting_RingAll':
      return bySkill(agents).map((group) => group.map(({ number }) => number));
    case 'SkillBasedRouting_HuntRandomStart':
      return bySkill(agents).flatMap((group) => pollingOrder('HuntRandomStart', group, facts));
    case 'SkillBasedRouting_RoundRobin':
      return bySkill(agents).flatMap((group) => pollingOrder('NextAgent', group, facts));
    case 'SkillBasedRouting_FewestAnswered':
      return bySkill(agents).flatMap((group) => pollingOrder('FewestAnswered', group, facts));
  }
}

/** How many of a group may ring at once: `First3Available` rings the first three that are free. */
export function togetherAtMost(strategy: PollingStrategy): number {
  return strategy === 'First3Available' ? togetherBy3 : Infinity;
}

function oneByOne(numbers: readonly string[]): string[][] {
  return numbers.map((number) => [number]);
}

function rotated(numbers: readonly string[], by: number): string[] {
  return [...numbers.slice(by), ...numbers.slice(0, by)];
}

function afterLast(numbers: readonly string[], { lastPolled }: AgentFacts): string[] {
  return rotated(numbers, lastPolled === undefined ? 0 : numbers.indexOf(lastPolled) + 1);
}

function sorted(numbers: readonly string[], by: (agent: string) => number): string[] {
  return [...numbers].sort((one, other) => by(one) - by(other));
}

function inThrees(numbers: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (let index = 0; index < numbers.length; index += togetherBy3) {
    groups.push(numbers.slice(index, index + togetherBy3));
  }
  return groups;
}

function bySkill(agents: readonly QueueAgentConfiguration[]): QueueAgentConfiguration[][] {
  const skills = [...new Set(agents.map(({ skillGroup }) => skillGroup))].sort((one, other) => one - other);
  return skills.map((skill) => agents.filter(({ skillGroup }) => skillGroup === skill));
}
