import type { MockContext } from '../mock-context';
import type { Leg } from '../switch/leg';
import type { Device, Dn } from '../switch/party';
import { forbidden, notFound } from './call-control-result';
import type { Answer } from './call-control-result';

/** What was asked for, or the answer that refuses it. */
export type Found<T> = { readonly found: T } | { readonly refused: Answer };

/** Which of the phone system's numbers, devices and legs one client may touch (3CX facts 3.4). */
export class Access {
  readonly #context: MockContext;
  /** The client, and the number of its own route point. */
  readonly clientId: string;

  constructor(context: MockContext, clientId: string) {
    this.#context = context;
    this.clientId = clientId;
  }

  /** Whether the client has been granted anything here, and the licence covers it. */
  get allowed(): boolean {
    const { configuration } = this.#context;
    const principal = configuration.servicePrincipals.find(this.clientId);
    return principal?.callControlEnabled === true && configuration.license.value.callControl;
  }

  isGranted(dn: Dn): boolean {
    if (dn.number === this.clientId) return true;
    return (
      this.#context.configuration.servicePrincipals.find(this.clientId)?.peers.includes(dn.number) ?? false
    );
  }

  /** Whether it is a participant of the client's own route point: only those have keys and audio (3CX facts 3.4). */
  isOwn(leg: Leg): boolean {
    return leg.dn.type === 'Wroutepoint' && leg.dn.number === this.clientId;
  }

  /** Every granted number with the devices now registered. */
  get dns(): readonly Dn[] {
    return this.#context.directory.all.filter((dn) => this.isGranted(dn)).map((dn) => this.#registered(dn));
  }

  dn(number: string): Found<Dn> {
    const dn = this.#context.directory.find(number);
    if (!dn) return { refused: notFound };
    if (!this.isGranted(dn)) {
      return { refused: forbidden(`The client has not been granted the number ${number}.`) };
    }
    return { found: this.#registered(dn) };
  }

  device(number: string, id: string): Found<{ readonly dn: Dn; readonly device: Device }> {
    const dn = this.dn(number);
    if ('refused' in dn) return dn;
    const device = dn.found.devices.find((candidate) => candidate.id === id);
    return device ? { found: { dn: dn.found, device } } : { refused: notFound };
  }

  participant(number: string, id: string): Found<Leg> {
    const dn = this.dn(number);
    if ('refused' in dn) return dn;
    const leg = /^\d+$/.test(id) ? this.#context.exchange.register.leg(number, Number(id)) : undefined;
    if (!leg) return { refused: notFound };
    if (leg.far)
      return { refused: forbidden('The participant is the far leg of a call and not controlled.') };
    return { found: leg };
  }

  #registered(dn: Dn): Dn {
    return this.#context.exchange.phones.of(dn.number).registered ? dn : { ...dn, devices: [] };
  }
}
