import type { MockContext } from '../mock-context';
import type { Dn } from '../switch/party';
import { signedIn } from '../tokens/bearer';
import { Access } from './access';
import { CallControl } from './call-control';

/** One client of the Call Control API: what it may do, and the API as it sees it. */
export interface Client {
  readonly access: Access;
  readonly callControl: CallControl;
}

/** The clients of the Call Control API. */
export class Clients {
  readonly #context: MockContext;
  readonly #clients = new Map<string, Client>();

  constructor(context: MockContext) {
    this.#context = context;
  }

  /** Whoever signed in with the token in this header; undefined when nobody did. */
  signedIn(authorization: string | undefined): Client | undefined {
    const principal = signedIn(authorization, this.#context);
    return principal && this.#of(principal.number);
  }

  /** Whether anyone may see what happens on a number. */
  anyMaySee(dn: Dn): boolean {
    return this.#context.configuration.servicePrincipals.all.some(
      ({ number, peers }) => number === dn.number || peers.includes(dn.number),
    );
  }

  #of(clientId: string): Client {
    const known = this.#clients.get(clientId);
    if (known) return known;
    const access = new Access(this.#context, clientId);
    const client = { access, callControl: new CallControl(this.#context, access) };
    this.#clients.set(clientId, client);
    return client;
  }
}
