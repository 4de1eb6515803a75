import type { ParkingConfiguration } from '../../configuration/parking';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import { groupsJson, membershipsFrom } from './membership';

type ParkingChange = Partial<Omit<ParkingConfiguration, 'id' | 'number'>>;

/** `Parkings`, the shared parking places (3CX facts 10.9). */
export function parkings(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const set = configuration.parkings;
  return configuredSet<ParkingConfiguration, ParkingChange>(types, {
    name: 'Parkings',
    type: 'Parking',
    all: () => set.all,
    fields: {
      Groups: {
        show: ({ number, departmentIds }) =>
          groupsJson(
            configuration,
            number,
            departmentIds.map((departmentId) => ({ departmentId, role: 'users' })),
          ),
        change: (value) => ({
          departmentIds: membershipsFrom(configuration, value).map(({ departmentId }) => departmentId),
        }),
      },
    },
    add: (number, change) => set.add({ number: number || configuration.freeNumber('parking'), ...change }),
    update: ({ id }, change) => set.change(id, change),
    remove: ({ id }) => set.remove(id),
  });
}
