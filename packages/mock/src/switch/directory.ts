import type { Settings } from '../settings';
import type { Dn } from './party';

/** Where a dialled number leads. */
export type Destination =
  | { readonly kind: 'extension' | 'route-point' | 'queue'; readonly dn: Dn }
  | { readonly kind: 'outside'; readonly dn: Dn; readonly number: string };

const extensionNumbers = ['100', '101', '102', '103', '104', '105'];
const queueNumber = '800';
const trunkNumber = '10001';
const outsideNumber = /^(\+\d{5,15}|\d{7,15})$/;

/** Extensions that the queue rings. */
export const queueAgents: readonly string[] = ['100', '101'];

/** The numbering plan: a route point, extensions 100-105, queue 800, trunk 10001. */
export class Directory {
  readonly trunk: Dn = { number: trunkNumber, type: 'Wexternalline', name: 'Trunk', devices: [] };
  readonly routePoint: Dn;
  readonly #dns = new Map<string, Dn>();

  constructor(settings: Settings) {
    this.routePoint = {
      number: settings.clientId,
      type: 'Wroutepoint',
      name: `Route point ${settings.clientId}`,
      devices: [{ id: `sip:${settings.clientId}@127.0.0.1:5483`, userAgent: '3CX Call Control' }],
    };
    for (const number of extensionNumbers) {
      this.#add({
        number,
        type: 'Wextension',
        name: `Extension ${number}`,
        devices: [{ id: `sip:${number}@127.0.0.1:5060`, userAgent: 'Mock Phone' }],
      });
    }
    this.#add({ number: queueNumber, type: 'Wqueue', name: `Queue ${queueNumber}`, devices: [] });
    this.#add(this.trunk);
    this.#add(this.routePoint);
  }

  get all(): readonly Dn[] {
    return [...this.#dns.values()];
  }

  get extensions(): readonly Dn[] {
    return this.all.filter((dn) => dn.type === 'Wextension');
  }

  find(number: string): Dn | undefined {
    return this.#dns.get(number);
  }

  /**
   * What dialling `number` reaches; undefined when nothing does. International and
   * long national numbers leave through the trunk.
   */
  resolve(number: string): Destination | undefined {
    const dialled = number.replace(/[ ().-]/g, '');
    const dn = this.#dns.get(dialled);
    switch (dn?.type) {
      case 'Wextension':
        return { kind: 'extension', dn };
      case 'Wroutepoint':
        return { kind: 'route-point', dn };
      case 'Wqueue':
        return { kind: 'queue', dn };
      case 'Wexternalline':
        return undefined;
      case undefined:
        return outsideNumber.test(dialled) ? { kind: 'outside', dn: this.trunk, number: dialled } : undefined;
    }
  }

  #add(dn: Dn): void {
    this.#dns.set(dn.number, dn);
  }
}
