import { displayName } from '../configuration/extension';
import type { ConfiguredDn, PbxConfiguration } from '../configuration/pbx-configuration';
import type { Dn } from './party';

/** Where a dialled number leads. */
export type Destination =
  | { readonly kind: 'extension' | 'route-point' | 'queue'; readonly dn: Dn }
  | { readonly kind: 'outside'; readonly dn: Dn; readonly number: string };

const outsideNumber = /^(\+\d{5,15}|\d{7,15})$/;
/** The PBX itself speaks for a route point, from a port that never changes (3CX facts 3.3). */
const routePointContact = (number: string) => `sip:${number}@127.0.0.1:5483`;

/** The numbering plan, as it is configured at the moment of asking. */
export class Directory {
  readonly #configuration: PbxConfiguration;

  constructor(configuration: PbxConfiguration) {
    this.#configuration = configuration;
  }

  /** The first trunk; calls out leave through it. */
  get trunk(): Dn {
    const [trunk] = this.#configuration.trunks.all;
    return trunk
      ? dnOf({ kind: 'trunk', entity: trunk })
      : { number: '', type: 'Wexternalline', name: '', devices: [] };
  }

  /** The first route point, whose client the mock announces. */
  get routePoint(): Dn {
    const [principal] = this.#configuration.servicePrincipals.all;
    return principal
      ? dnOf({ kind: 'route-point', entity: principal })
      : { number: '', type: 'Wroutepoint', name: '', devices: [] };
  }

  get all(): readonly Dn[] {
    const { servicePrincipals, queues, ringGroups, ivrs, parkings, trunks } = this.#configuration;
    return [
      ...this.extensions,
      ...queues.all.map((entity) => dnOf({ kind: 'queue', entity })),
      ...ringGroups.all.map((entity) => dnOf({ kind: 'ring-group', entity })),
      ...ivrs.all.map((entity) => dnOf({ kind: 'ivr', entity })),
      ...parkings.all.map((entity) => dnOf({ kind: 'parking', entity })),
      ...trunks.all.map((entity) => dnOf({ kind: 'trunk', entity })),
      ...servicePrincipals.all.map((entity) => dnOf({ kind: 'route-point', entity })),
    ];
  }

  get extensions(): readonly Dn[] {
    return this.#configuration.extensions.all.map((entity) => dnOf({ kind: 'extension', entity }));
  }

  find(number: string): Dn | undefined {
    const configured = this.#configuration.dn(number);
    return configured && configured.kind !== 'department' ? dnOf(configured) : undefined;
  }

  /**
   * What dialling `number` reaches; undefined when nothing does. International and
   * long national numbers leave through the trunk.
   */
  resolve(number: string): Destination | undefined {
    const dialled = number.replace(/[ ().-]/g, '');
    const configured = this.#configuration.dn(dialled);
    switch (configured?.kind) {
      case 'extension':
      case 'route-point':
      case 'queue':
        return { kind: configured.kind, dn: dnOf(configured) };
      case undefined:
        return outsideNumber.test(dialled) ? { kind: 'outside', dn: this.trunk, number: dialled } : undefined;
      default:
        return undefined;
    }
  }
}

function dnOf(configured: Exclude<ConfiguredDn, { kind: 'department' }>): Dn {
  const { number } = configured.entity;
  switch (configured.kind) {
    case 'extension': {
      const devices = configured.entity.devices.map(({ id, userAgent }) => ({ id, userAgent }));
      return { number, type: 'Wextension', name: displayName(configured.entity), devices };
    }
    case 'route-point':
      return {
        number,
        type: 'Wroutepoint',
        name: configured.entity.name,
        devices: [{ id: routePointContact(number), userAgent: '3CX Call Control' }],
      };
    case 'queue':
      return { number, type: 'Wqueue', name: configured.entity.name, devices: [] };
    case 'ring-group':
      return { number, type: 'Wringgroup', name: configured.entity.name, devices: [] };
    case 'ivr':
      return { number, type: 'Wivr', name: configured.entity.name, devices: [] };
    case 'parking':
      return { number, type: 'Wparking', name: number, devices: [] };
    case 'trunk':
      return { number, type: 'Wexternalline', name: configured.entity.name, devices: [] };
  }
}
