import type { MockContext } from '../mock-context';
import type { Leg } from '../switch/leg';
import type { Device, Dn } from '../switch/party';
import { forbidden, notFound } from './call-control-result';
import type { Answer } from './call-control-result';

/** What was asked for, or the answer that refuses it. */
export type Found<T> = { readonly found: T } | { readonly refused: Answer };

/** Which of the phone system's numbers, devices and legs the client may touch (3CX facts 3.4). */
export class Access {
  readonly #context: MockContext;
  readonly #granted: ReadonlySet<string>;

  constructor(context: MockContext) {
    this.#context = context;
    this.#granted = new Set([context.settings.clientId, ...context.settings.grantedExtensions]);
  }

  isGranted(dn: Dn): boolean {
    return this.#granted.has(dn.number);
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
