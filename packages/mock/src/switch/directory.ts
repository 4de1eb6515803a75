import { displayName } from '../configuration/extension';
import type { ConfiguredDn, PbxConfiguration } from '../configuration/pbx-configuration';
import { matchesMask, sameNumber } from '../configuration/inbound-rule';
import type { InboundRule } from '../configuration/inbound-rule';
import type { OfficeState } from '../configuration/office-hours';
import type { RouteTo } from '../configuration/route-to';
import { partyOf } from './party';
import type { Dn, Party } from './party';

/** Where a dialled number leads. */
export type Destination =
  | { readonly kind: 'extension'; readonly dn: Dn }
  | { readonly kind: 'route-point'; readonly dn: Dn }
  | { readonly kind: 'queue'; readonly dn: Dn }
  | { readonly kind: 'ring-group'; readonly dn: Dn }
  | { readonly kind: 'ivr'; readonly dn: Dn }
  /** `unpark` only fetches, `parking` fetches or parks. */
  | { readonly kind: 'parking' | 'unpark'; readonly dn: Dn }
  /** Takes a call that rings at this extension. */
  | { readonly kind: 'pickup'; readonly dn: Dn; readonly extension: string }
  /** Logs the agent who dials into all queues, or out. */
  | { readonly kind: 'queue-status'; readonly dn: Dn; readonly status: 'LoggedIn' | 'LoggedOut' }
  | { readonly kind: 'voicemail'; readonly dn: Dn; readonly extension: string }
  | { readonly kind: 'outside'; readonly dn: Dn; readonly number: string };

const outsideNumber = /^(\+\d{5,15}|\d{7,15})$/;
/** The PBX itself speaks for a route point, from a port that never changes (3CX facts 3.3). */
const routePointContact = (number: string) => `sip:${number}@127.0.0.1:5483`;

/** A call that comes in over a trunk. */
export interface InboundCall {
  readonly did: string;
  readonly caller: string;
  readonly trunk: string;
  readonly at: number;
}

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
      case 'ring-group':
      case 'ivr':
      case 'parking':
        return { kind: configured.kind, dn: dnOf(configured) };
      case undefined:
        return outsideNumber.test(dialled)
          ? { kind: 'outside', dn: this.trunk, number: dialled }
          : this.#service(dialled);
      default:
        return undefined;
    }
  }

  /** The trunk a number outside belongs to, or the first. */
  trunkFor(did: string): Dn {
    const owner = this.#configuration.trunks.all.find(({ dids }) => dids.some((own) => sameNumber(own, did)));
    return owner ? dnOf({ kind: 'trunk', entity: owner }) : this.trunk;
  }

  /**
   * Where a call from outside goes: to whoever owns the number dialled, else by the
   * inbound rules, those that name a number or a caller before those for everything
   * else. `at` is epoch milliseconds; office hours decide (3CX facts 10.5).
   */
  inbound({ did, caller, trunk, at }: InboundCall): Destination | undefined {
    const { extensions, servicePrincipals, inboundRules } = this.#configuration;
    const owner = [...extensions.all, ...servicePrincipals.all].find(({ dids }) =>
      dids.some((own) => sameNumber(own, did)),
    );
    if (owner) return this.resolve(owner.number);
    const rules = inboundRules.all.filter((rule) => rule.trunk === '' || rule.trunk === trunk);
    const rule =
      rules.find(({ condition, mask }) => condition === 'BasedOnDID' && matchesMask(did, mask)) ??
      rules.find(({ condition, mask }) => condition === 'BasedOnCallerID' && matchesMask(caller, mask)) ??
      rules.find(({ condition }) => condition === 'ForwardAll');
    return rule && this.routed(routeAt(rule, this.#configuration.officeStateAt(at)));
  }

  /** What a rule names; undefined when it ends the call or names what is no longer there. */
  routed({ to, number }: RouteTo): Destination | undefined {
    switch (to) {
      case 'None':
        return undefined;
      case 'VoiceMail':
        return this.#voicemail(number);
      case 'External':
        return { kind: 'outside', dn: this.trunk, number };
      default:
        return this.resolve(number);
    }
  }

  /** What a dial code reaches: a box, a parking place, a call that rings elsewhere, or the queues' log-in. */
  #service(dialled: string): Destination | undefined {
    const { voicemail, park, unpark, pickup, loggedInQueue, loggedOutQueue } =
      this.#configuration.dialCodes.value;
    const after = (code: string): string | undefined =>
      code !== '' && dialled.startsWith(code) ? dialled.slice(code.length) : undefined;
    const box = this.#voicemail(after(voicemail) ?? '');
    if (box) return box;
    if (dialled === loggedInQueue)
      return { kind: 'queue-status', status: 'LoggedIn', dn: serviceDn(dialled) };
    if (dialled === loggedOutQueue)
      return { kind: 'queue-status', status: 'LoggedOut', dn: serviceDn(dialled) };
    const ringing = this.#configuration.extensions.find(after(pickup) ?? '');
    if (ringing) return { kind: 'pickup', extension: ringing.number, dn: serviceDn(dialled) };
    for (const [code, kind] of [
      [park, 'parking'],
      [unpark, 'unpark'],
    ] as const) {
      const place = this.#configuration.parkings.find(`SP${after(code) ?? ''}`);
      if (place) return { kind, dn: dnOf({ kind: 'parking', entity: place }) };
    }
    return undefined;
  }

  #voicemail(extension: string): Destination | undefined {
    const owner = this.#configuration.extensions.find(extension);
    if (!owner) return undefined;
    const number = `${this.#configuration.dialCodes.value.voicemail}${extension}`;
    const name = `Voicemail of ${displayName(owner)}`;
    return { kind: 'voicemail', extension, dn: { number, type: 'Wspecialmenu', name, devices: [] } };
  }
}

function serviceDn(number: string): Dn {
  return { number, type: 'Wspecialmenu', name: 'Service', devices: [] };
}

function routeAt(rule: InboundRule, state: OfficeState): RouteTo {
  if (state === 'open') return rule.officeHours;
  const closed = rule.outOfOfficeHours ?? rule.officeHours;
  return state === 'holiday' ? (rule.holidays ?? closed) : closed;
}

/** Who answers at a destination, as the caller sees it. */
export function partyAt(destination: Destination): Party {
  if (destination.kind !== 'outside') return partyOf(destination.dn);
  return { ...partyOf(destination.dn), callerId: destination.number, name: '' };
}

function dnOf(configured: Exclude<ConfiguredDn, { kind: 'department' }>): Dn {
  const { number } = configured.entity;
  switch (configured.kind) {
    case 'extension': {
      const { devices } = configured.entity;
      return { number, type: 'Wextension', name: displayName(configured.entity), devices };
    }
    case 'route-point':
      return {
        number,
        type: 'Wroutepoint',
        name: configured.entity.name,
        devices: [{ id: routePointContact(number), userAgent: '3CX Call Control', directControl: true }],
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
