import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import type { TrunkConfiguration } from '../../configuration/trunk';
import type { JsonObject } from '../odata/json';
import { operation } from '../service/operation';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import { inboundRuleJson } from './inbound-rules';
import { amount, isText, objects, text, texts } from './json-reading';

type TrunkChange = Partial<Omit<TrunkConfiguration, 'id' | 'number'>>;

const usual: JsonObject = {
  AuthPassword: { Concealed: true, Value: '' },
  Direction: 'Both',
  DisableCallTransfer: false,
  DisableVideo: false,
  DiversionHeader: false,
  EmergencyGeoLocations: [],
  EnableInboundCalls: true,
  EnableOutboundCalls: true,
  InCIDFormatting: [],
  IPRestriction: 'Any',
  OutCIDFormatting: [],
  PublicInfoGroups: [],
  PublishInfo: false,
  ReceiveExtensions: [],
  ReceiveInfo: false,
  Tags: [],
  TransportRestriction: 'Any',
  TrunkRegTimes: [],
  TunnelEnabled: false,
  UseSeparateAuthId: false,
};

/** `Trunks` (3CX facts 10.10). */
export function trunks(
  configuration: PbxConfiguration,
  types: TypeLibrary,
  isRegistered: (number: string) => boolean,
): EntitySet {
  const set = configuration.trunks;
  return configuredSet<TrunkConfiguration, TrunkChange>(types, {
    name: 'Trunks',
    type: 'Trunk',
    all: () => set.all,
    fields: {
      ExternalNumber: {
        show: ({ mainNumber }) => mainNumber,
        change: (value) => ({ mainNumber: text(value) }),
      },
      DidNumbers: { show: ({ dids }) => dids, change: (value) => ({ dids: texts(value) }) },
      SimultaneousCalls: {
        show: ({ simultaneousCalls }) => simultaneousCalls,
        change: (value) => ({ simultaneousCalls: amount(value) }),
      },
      OutboundCallerID: {
        show: ({ outboundCallerId }) => outboundCallerId,
        change: (value) => ({ outboundCallerId: text(value) }),
      },
      IsOnline: { show: ({ number, registered }) => registered && isRegistered(number) },
      // The line's name is its gateway's.
      Gateway: {
        show: ({ id, name }) => ({ Id: id, Name: name, Type: 'Provider', Lines: 1, Internal: false }),
        change: (value) => {
          const [gateway] = objects([value]);
          return gateway && isText(gateway.Name) ? { name: gateway.Name } : {};
        },
      },
      RoutingRules: {
        show: ({ number }) =>
          configuration.inboundRules.all
            .filter(({ trunk }) => trunk === number || trunk === '')
            .map((rule) => inboundRuleJson(configuration, rule)),
      },
      Groups: { show: () => [] },
    },
    add: (number, change) => set.add({ number: number || configuration.freeNumber('trunk'), ...change }),
    update: ({ id }, change) => set.change(id, change),
    remove: ({ id }) => set.remove(id),
    usual,
    operations: [
      operation(types, 'function', 'set', 'GetFirstAvailableTrunkNumber', '', () => ({
        kind: 'entity',
        type: types.structure('FirstAvailableNumber'),
        entity: { Number: configuration.freeNumber('trunk') },
      })),
    ],
  });
}
