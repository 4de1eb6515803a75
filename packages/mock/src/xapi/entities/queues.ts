import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import { pollingStrategies } from '../../configuration/queue';
import type { QueueConfiguration } from '../../configuration/queue';
import type { JsonObject } from '../odata/json';
import { operation } from '../service/operation';
import { done } from '../service/resource';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import { destinationJson, nameOf, routeFrom } from './destination';
import { amount, flag, objects, oneOf, text } from './json-reading';

type QueueChange = Partial<Omit<QueueConfiguration, 'id' | 'number'>>;

const usual: JsonObject = {
  AgentAvailabilityMode: false,
  AnnounceEstimatedWaitTime: false,
  AnnounceQueuePosition: false,
  AnnouncementInterval: 30,
  AutoLogoutMissedCalls: 0,
  CallbackEnableTime: 0,
  CallbackOfferOnly: false,
  ComfortPrompts: [],
  ComfortPromptsEnabled: false,
  EnableIntro: false,
  MaxWaitTimeSkillGroupValues: [],
  NotifyCodes: [],
  PlayFullPrompt: false,
  ResetStatisticsScheduleEnabled: false,
  TypeOfChatOwnershipType: 'TakeManually',
  VMEmailOptions: 'None',
};

/** `Queues` (3CX facts 10.6). Who waits and who is free is nowhere in it, as on the PBX. */
export function queues(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const set = configuration.queues;
  const person = (number: string) => ({
    Id: configuration.extensions.find(number)?.id,
    Number: number,
    Name: nameOf(configuration, number),
    Tags: [],
  });
  return configuredSet<QueueConfiguration, QueueChange>(types, {
    name: 'Queues',
    type: 'Queue',
    all: () => set.all,
    fields: {
      Name: { show: ({ name }) => name, change: (value) => ({ name: text(value) }) },
      IsRegistered: { show: () => true },
      PollingStrategy: {
        show: ({ strategy }) => strategy,
        change: (value) => ({ strategy: oneOf(value, pollingStrategies) ?? 'Hunt' }),
      },
      Agents: {
        show: ({ agents }) =>
          agents.map(({ number, skillGroup }) => ({ ...person(number), SkillGroup: String(skillGroup) })),
        change: (value) => ({
          agents: objects(value).map((agent) => ({
            number: text(agent.Number),
            skillGroup: Number(text(agent.SkillGroup)) || 1,
          })),
        }),
      },
      Managers: {
        show: ({ managers }) => managers.map(person),
        change: (value) => ({ managers: objects(value).map((manager) => text(manager.Number)) }),
      },
      RingTimeout: {
        show: ({ ringSeconds }) => ringSeconds,
        change: (value) => ({ ringSeconds: amount(value) }),
      },
      WrapUpTime: {
        show: ({ wrapUpSeconds }) => wrapUpSeconds,
        change: (value) => ({ wrapUpSeconds: amount(value) }),
      },
      MasterTimeout: {
        show: ({ maxWaitSeconds }) => maxWaitSeconds,
        change: (value) => ({ maxWaitSeconds: amount(value) }),
      },
      MaxCallersInQueue: {
        show: ({ maxCallers }) => maxCallers,
        change: (value) => ({ maxCallers: amount(value) }),
      },
      SLATime: { show: ({ slaSeconds }) => slaSeconds, change: (value) => ({ slaSeconds: amount(value) }) },
      OnHoldFile: { show: ({ onHoldFile }) => onHoldFile, change: (value) => ({ onHoldFile: text(value) }) },
      ForwardNoAnswer: {
        show: ({ overflow }) => destinationJson(configuration, overflow),
        change: (value) => ({ overflow: routeFrom(value) }),
      },
      Recording: {
        show: ({ recording }) => recording,
        change: (value) => ({
          recording: oneOf(value, ['Disabled', 'AllowToOptOut', 'AskToOptIn']) ?? 'Disabled',
        }),
      },
      PriorityQueue: { show: ({ priority }) => priority, change: (value) => ({ priority: flag(value) }) },
      Groups: { show: () => [] },
    },
    add: (number, change) => set.add({ number: number || configuration.freeNumber('queue'), ...change }),
    update: ({ id }, change) => set.change(id, change),
    remove: ({ id }) => set.remove(id),
    usual,
    operations: [
      // The counters it resets are the wallboard's; the reports go on over all that happened.
      operation(types, 'action', 'entity', 'ResetQueueStatistics', '', () => done),
      operation(types, 'function', 'set', 'GetFirstAvailableQueueNumber', '', () => ({
        kind: 'entity',
        type: types.structure('FirstAvailableNumber'),
        entity: { Number: configuration.freeNumber('queue') },
      })),
    ],
  });
}
