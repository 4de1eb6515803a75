import { randomBytes } from 'node:crypto';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { ServicePrincipalConfiguration } from '../../configuration/service-principal';
import type { JsonValue } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import { amount, flag, objects, text } from './json-reading';
import { groupsJson, membershipsFrom } from './membership';
import { peerJson } from './peers';

type PrincipalChange = Partial<Omit<ServicePrincipalConfiguration, 'id' | 'number'>>;

/**
 * `ServicePrincipals`, the API clients (3CX facts 10.10). A new one can't sign in until
 * `Pbx.GenerateAppToken` gave it a secret, which is told once; without a department it is a mere user.
 */
export function servicePrincipals(
  configuration: PbxConfiguration,
  types: TypeLibrary,
  lastUsed: (clientId: string) => string | undefined,
): EntitySet {
  const set = configuration.servicePrincipals;
  const secret = (): string => randomBytes(24).toString('base64url');
  const peersFrom = (value: JsonValue): readonly string[] =>
    objects(value).map((peer) => {
      const byId = configuration.extensions.byId(amount(peer.Id));
      const extension = byId ?? configuration.extensions.find(text(peer.Number));
      if (!extension) throw badRequest("'Peers' names an extension there isn't.");
      return extension.number;
    });
  return configuredSet<ServicePrincipalConfiguration, PrincipalChange>(types, {
    name: 'ServicePrincipals',
    type: 'ServicePrincipal',
    all: () => set.all,
    fields: {
      XAPIEnabled: {
        show: ({ xapiEnabled }) => xapiEnabled,
        change: (value) => ({ xapiEnabled: flag(value) }),
      },
      CallControlEnabled: {
        show: ({ callControlEnabled }) => callControlEnabled,
        change: (value) => ({ callControlEnabled: flag(value) }),
      },
      IsSystem: { show: () => false },
      LastUsed: { show: ({ number }) => lastUsed(number) },
      Peers: {
        show: ({ peers }) =>
          peers.flatMap((number) => {
            const dn = configuration.dn(number);
            return dn ? [peerJson(configuration, dn)] : [];
          }),
        change: (value) => ({ peers: peersFrom(value) }),
      },
      Groups: {
        show: ({ number, departmentId, role }) => groupsJson(configuration, number, [{ departmentId, role }]),
        change: (value) => {
          const [first] = membershipsFrom(configuration, value);
          return first ?? { role: 'users' };
        },
      },
    },
    add: (number, change) =>
      set.add({
        role: 'users',
        xapiEnabled: false,
        callControlEnabled: false,
        ...change,
        number: number || configuration.freeNumber('extension'),
        secret: secret(),
      }),
    update: ({ id }, change) => set.change(id, change),
    remove: ({ id }) => set.remove(id),
    usual: { MyPhoneEnabled: false },
    operations: [
      operation(types, 'action', 'entity', 'GenerateAppToken', '', ({ row }) => {
        const value = secret();
        set.change(amount(row.Id), { secret: value });
        return { kind: 'value', of: 'Edm.String', value };
      }),
    ],
  });
}
