import { endCall } from './route-to';
import type { RouteTo } from './route-to';

/** How a queue chooses whom to ring (3CX facts 10.6). */
export const pollingStrategies = [
  'Hunt',
  'RingAll',
  'HuntRandomStart',
  'NextAgent',
  'LongestWaiting',
  'LeastTalkTime',
  'FewestAnswered',
  'HuntBy3s',
  'First3Available',
  'SkillBasedRouting_RingAll',
  'SkillBasedRouting_HuntRandomStart',
  'SkillBasedRouting_RoundRobin',
  'SkillBasedRouting_FewestAnswered',
] as const;
export type PollingStrategy = (typeof pollingStrategies)[number];

export interface QueueAgentConfiguration {
  readonly number: string;
  /** Agents of a lower group are tried first by the skill based strategies. */
  readonly skillGroup: number;
}

export interface QueueConfiguration {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly strategy: PollingStrategy;
  readonly agents: readonly QueueAgentConfiguration[];
  readonly managers: readonly string[];
  /** How long one agent, or one round of agents, rings. */
  readonly ringSeconds: number;
  /** Pause of an agent after a call of this queue. */
  readonly wrapUpSeconds: number;
  /** Callers wait this long at most; 0 is without limit. */
  readonly maxWaitSeconds: number;
  /** Callers waiting at once; 0 is without limit. */
  readonly maxCallers: number;
  /** Waits up to this long count as within the service level. */
  readonly slaSeconds: number;
  /** File of the web server heard while waiting, e.g. `/prompts/hold-music.wav`. */
  readonly onHoldFile: string;
  /** Where a caller goes who waited too long or found the queue full. */
  readonly overflow: RouteTo;
  /** `AllowToOptOut` records; nobody opts in to `AskToOptIn`, so it doesn't. */
  readonly recording: 'Disabled' | 'AllowToOptOut' | 'AskToOptIn';
  readonly priority: boolean;
}

export type NewQueue = { readonly number: string } & Partial<
  Omit<QueueConfiguration, 'id' | 'number' | 'agents'>
> & { readonly agents?: readonly (string | QueueAgentConfiguration)[] };

export function queueFrom(given: NewQueue, id: number): QueueConfiguration {
  return {
    id,
    name: `Queue ${given.number}`,
    strategy: 'RingAll',
    managers: [],
    ringSeconds: 20,
    wrapUpSeconds: 0,
    maxWaitSeconds: 0,
    maxCallers: 0,
    slaSeconds: 0,
    onHoldFile: '/prompts/hold-music.wav',
    overflow: endCall,
    recording: 'Disabled',
    priority: false,
    ...given,
    agents: (given.agents ?? []).map((agent) =>
      typeof agent === 'string' ? { number: agent, skillGroup: 1 } : agent,
    ),
  };
}
