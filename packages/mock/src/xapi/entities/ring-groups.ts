import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { RingGroupConfiguration } from '../../configuration/ring-group';
import { badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import { destinationJson, nameOf, routeFrom } from './destination';
import { amount, objects, oneOf, text } from './json-reading';

type RingGroupChange = Partial<Omit<RingGroupConfiguration, 'id' | 'number'>>;

/** `RingGroups` (3CX facts 10.6). */
export function ringGroups(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const set = configuration.ringGroups;
  return configuredSet<RingGroupConfiguration, RingGroupChange>(types, {
    name: 'RingGroups',
    type: 'RingGroup',
    all: () => set.all,
    fields: {
      Name: { show: ({ name }) => name, change: (value) => ({ name: text(value) }) },
      IsRegistered: { show: () => true },
      RingStrategy: {
        show: ({ strategy }) => strategy,
        change: (value) => {
          const strategy = oneOf(value, ['Hunt', 'RingAll']);
          if (!strategy) throw badRequest('This phone system has no paging groups.');
          return { strategy };
        },
      },
      RingTime: {
        show: ({ ringSeconds }) => ringSeconds,
        change: (value) => ({ ringSeconds: amount(value) }),
      },
      Members: {
        show: ({ members }) =>
          members.map((number) => ({
            Id: configuration.extensions.find(number)?.id ?? 0,
            Number: number,
            Name: nameOf(configuration, number),
            Tags: [],
          })),
        change: (value) => ({ members: objects(value).map((member) => text(member.Number)) }),
      },
      ForwardNoAnswer: {
        show: ({ noAnswer }) => destinationJson(configuration, noAnswer),
        change: (value) => ({ noAnswer: routeFrom(value) }),
      },
      Groups: { show: () => [] },
    },
    add: (number, change) => set.add({ number: number || configuration.freeNumber('ring-group'), ...change }),
    update: ({ id }, change) => set.change(id, change),
    remove: ({ id }) => set.remove(id),
    usual: { VMEmailOptions: 'None' },
    operations: [
      operation(types, 'function', 'set', 'GetFirstAvailableRingGroupNumber', '', () => ({
        kind: 'entity',
        type: types.structure('FirstAvailableNumber'),
        entity: { Number: configuration.freeNumber('ring-group') },
      })),
    ],
  });
}
