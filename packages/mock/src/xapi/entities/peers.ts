import type { ConfiguredDn, PbxConfiguration } from '../../configuration/pbx-configuration';
import type { JsonObject } from '../odata/json';
import { isObject } from '../odata/json';
import { ODataError } from '../odata/odata-error';
import { operation } from '../service/operation';
import type { EntitySet } from '../service/resource';
import type { TypeLibrary } from '../types/type-library';
import { nameOf, peerTypes } from './destination';
import { flag, texts } from './json-reading';

/** A number with its type and name, whatever it is. */
export function peerJson(configuration: PbxConfiguration, { kind, entity }: ConfiguredDn): JsonObject {
  const memberships =
    kind === 'extension'
      ? entity.memberships
      : kind === 'route-point'
        ? [{ departmentId: entity.departmentId, role: entity.role }]
        : [];
  return {
    Id: entity.id,
    Number: entity.number,
    Name: nameOf(configuration, entity.number),
    Type: peerTypes[kind],
    Hidden: false,
    Tags: kind === 'route-point' ? ['Principal'] : [],
    MemberOf: memberships.flatMap(({ departmentId, role }, index) => {
      const department = configuration.departments.byId(departmentId);
      if (!department) return [];
      const { id, name, number } = department;
      return { GroupID: id, IsPrimary: index === 0, Name: name, Number: number, RoleName: role };
    }),
  };
}

/** Kinds whose calls the reports can be asked about. */
const reported: ReadonlySet<ConfiguredDn['kind']> = new Set([
  'extension',
  'queue',
  'ring-group',
  'ivr',
  'route-point',
]);

/** `Peers`: every number of the phone system (3CX facts 10.5). */
export function peers(configuration: PbxConfiguration, types: TypeLibrary): EntitySet {
  const type = types.structure('Peer');
  const all = (): readonly ConfiguredDn[] => {
    const { extensions, queues, ringGroups, ivrs, parkings, trunks, servicePrincipals, departments } =
      configuration;
    const numbers = [
      extensions,
      queues,
      ringGroups,
      ivrs,
      parkings,
      trunks,
      servicePrincipals,
      departments,
    ].flatMap((collection) => collection.all.map(({ number }) => number));
    return numbers.flatMap((number) => configuration.dn(number) ?? []);
  };
  const json = (dns: readonly ConfiguredDn[]) => dns.map((dn) => peerJson(configuration, dn));
  return {
    kind: 'set',
    name: 'Peers',
    type,
    key: 'Id',
    alternateKey: 'Number',
    access: 'administrators',
    rows: () => json(all()),
    operations: [
      operation(types, 'function', 'set', 'GetReportPeers', '', () => ({
        kind: 'rows',
        type,
        rows: json(all().filter(({ kind }) => reported.has(kind))),
      })),
      operation(types, 'function', 'set', 'GetPeerByNumber', 'number string', ({ given }) => {
        const found = all().find(({ entity }) => entity.number === given.number);
        if (!found) throw new ODataError(404, 'Nothing has this number.');
        return { kind: 'entity', type, entity: peerJson(configuration, found) };
      }),
      // The PBX spells it so (3CX facts 14.25).
      operation(
        types,
        'action',
        'set',
        'RetreivePeersByNumbers',
        'peersRequest RetreivePeersRequest',
        ({ given }) => {
          const request = isObject(given.peersRequest) ? given.peersRequest : {};
          const wanted = new Set(texts(request.DnNumbers));
          const among = flag(request.IsReportPeers) ? all().filter(({ kind }) => reported.has(kind)) : all();
          return { kind: 'rows', type, rows: json(among.filter(({ entity }) => wanted.has(entity.number))) };
        },
      ),
    ],
  };
}
