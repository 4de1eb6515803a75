import type { IvrConfiguration, IvrKey } from '../../configuration/ivr';
import type { PbxConfiguration } from '../../configuration/pbx-configuration';
import { endCall } from '../../configuration/route-to';
import type { RouteKind, RouteTo } from '../../configuration/route-to';
import type { JsonObject, JsonValue } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import { operation } from '../service/operation';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { configuredSet } from './configured-set';
import { peerTypes } from './destination';
import { amount, objects, text } from './json-reading';

type IvrChange = Partial<Omit<IvrConfiguration, 'id' | 'number'>>;

/** IVRForwardType and the kind of destination it is (3CX facts 10.6). */
const forwards: readonly (readonly [string, RouteKind])[] = [
  ['EndCall', 'None'],
  ['Extension', 'Extension'],
  ['RingGroup', 'RingGroup'],
  ['Queue', 'Queue'],
  ['IVR', 'IVR'],
  ['VoiceMail', 'VoiceMail'],
];

/** `Receptionists`, the digital receptionists or IVRs (3CX facts 10.6). */
export function receptionists(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const set = configuration.ivrs;
  const peerTypeOf = ({ number }: RouteTo): string => {
    const dn = configuration.dn(number);
    return dn ? peerTypes[dn.kind] : 'None';
  };
  const keyJson =
    (ivr: number) =>
    ({ key, route }: IvrKey, index: number): JsonObject => ({
      Id: ivr * 100 + index,
      Input: key,
      ForwardType: forwardType(route),
      ForwardDN: route.number,
      PeerType: peerTypeOf(route),
    });
  return configuredSet<IvrConfiguration, IvrChange>(types, {
    name: 'Receptionists',
    type: 'Receptionist',
    all: () => set.all,
    fields: {
      Name: { show: ({ name }) => name, change: (value) => ({ name: text(value) }) },
      IsRegistered: { show: () => true },
      PromptFilename: {
        show: ({ promptFile }) => promptFile,
        change: (value) => ({ promptFile: text(value) }),
      },
      Timeout: {
        show: ({ timeoutSeconds }) => timeoutSeconds,
        change: (value) => ({ timeoutSeconds: amount(value) }),
      },
      TimeoutForwardType: {
        show: ({ timeout }) => forwardType(timeout),
        change: (value, ivr) => ({ timeout: routeOf(value, ivr?.timeout.number) }),
      },
      TimeoutForwardDN: {
        show: ({ timeout }) => timeout.number,
        change: (value, ivr) => (ivr ? { timeout: { ...ivr.timeout, number: text(value) } } : {}),
      },
      TimeoutForwardPeerType: { show: ({ timeout }) => peerTypeOf(timeout) },
      InvalidKeyForwardDN: {
        show: ({ invalidKey }) => invalidKey?.number,
        change: (value) => ({ invalidKey: routeToNumber(configuration, text(value)) }),
      },
      Forwards: {
        show: ({ id, keys }) => keys.map(keyJson(id)),
        change: (value) => ({
          keys: objects(value).map((forward) => ({
            key: text(forward.Input),
            route: routeOf(forward.ForwardType ?? 'EndCall', text(forward.ForwardDN)),
          })),
        }),
      },
      Groups: { show: () => [] },
    },
    add: (number, change, body) =>
      set.add({
        number: number || configuration.freeNumber('ivr'),
        ...change,
        ...timeoutOf(body),
      }),
    update: ({ id }, change) => set.change(id, change),
    remove: ({ id }) => set.remove(id),
    usual: { IVRType: 'Default', TransferEnable: false, UseMSExchange: false },
    operations: [
      operation(types, 'function', 'set', 'GetFirstAvailableReceptionistNumber', '', () => ({
        kind: 'entity',
        type: types.structure('FirstAvailableNumber'),
        entity: { Number: configuration.freeNumber('ivr') },
      })),
    ],
  });
}

/** Type and number of the destination after a timeout belong together. */
function timeoutOf(body: JsonObject): IvrChange {
  const type = body.TimeoutForwardType;
  return type === undefined || type === null ? {} : { timeout: routeOf(type, text(body.TimeoutForwardDN)) };
}

function forwardType({ to }: RouteTo): string {
  return forwards.find(([, kind]) => kind === to)?.[0] ?? 'CustomInput';
}

function routeOf(type: JsonValue, number = ''): RouteTo {
  const to = forwards.find(([name]) => name === type)?.[1];
  if (to === undefined) throw badRequest(`This phone system doesn't forward by '${text(type)}'.`);
  return to === 'None' ? endCall : { to, number };
}

function routeToNumber(configuration: PbxConfiguration, number: string): RouteTo | undefined {
  if (number === '') return undefined;
  const dn = configuration.dn(number);
  const type = dn ? peerTypes[dn.kind] : '';
  return routeOf(type, number);
}
