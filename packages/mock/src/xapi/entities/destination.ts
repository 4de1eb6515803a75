import type { ConfiguredDn, PbxConfiguration } from '../../configuration/pbx-configuration';
import { displayName } from '../../configuration/extension';
import { endCall } from '../../configuration/route-to';
import type { RouteKind, RouteTo } from '../../configuration/route-to';
import { isObject } from '../odata/json';
import type { JsonObject, JsonValue } from '../odata/json';
import { badRequest } from '../odata/odata-error';
import { oneOf, text } from './json-reading';

/** PeerType of each kind of number (3CX facts 10.4). */
export const peerTypes: Readonly<Record<ConfiguredDn['kind'], string>> = {
  extension: 'Extension',
  queue: 'Queue',
  'ring-group': 'RingGroup',
  ivr: 'IVR',
  parking: 'Parking',
  trunk: 'ExternalLine',
  department: 'Group',
  'route-point': 'RoutePoint',
};

const kinds: readonly RouteKind[] = [
  'None',
  'VoiceMail',
  'Extension',
  'Queue',
  'RingGroup',
  'IVR',
  'External',
  'RoutePoint',
];

/** Name of whatever has this number; empty when nothing has. */
export function nameOf(configuration: PbxConfiguration, number: string): string {
  const dn = configuration.dn(number);
  if (!dn) return '';
  if (dn.kind === 'extension') return displayName(dn.entity);
  return dn.kind === 'parking' ? dn.entity.number : dn.entity.name;
}

/** A route of the configuration as XAPI's Destination. */
export function destinationJson(configuration: PbxConfiguration, { to, number }: RouteTo): JsonObject {
  const isExternal = to === 'External';
  const dn = isExternal || to === 'None' ? undefined : configuration.dn(number);
  return {
    To: to,
    Number: isExternal || to === 'None' ? '' : number,
    External: isExternal ? number : '',
    Name: isExternal ? '' : nameOf(configuration, number),
    Tags: [],
    Type: dn ? peerTypes[dn.kind] : 'None',
  };
}

/** @throws ODataError 400 for a kind of destination the switch has not (a fax, a callback…). */
export function routeFrom(value: JsonValue | undefined): RouteTo {
  if (!isObject(value)) return endCall;
  const to = oneOf(value.To ?? 'None', kinds);
  if (to === undefined) {
    throw badRequest(`This phone system has no destinations of the kind '${text(value.To)}'.`);
  }
  if (to === 'None') return endCall;
  return { to, number: text(value[to === 'External' ? 'External' : 'Number']) };
}
