import { randomBytes } from 'node:crypto';
import { operation } from '../service/operation';
import type { Caller, Singleton } from '../service/resource';
import { parseTypes } from '../types/type-library';
import type { TypeLibrary } from '../types/type-library';

const lifetimeSeconds = 60;

/**
 * Tickets that open one download without a token, as `?ticket=…`; since 20.0.10 (3CX facts
 * 10.8). How the PBX takes them is documented nowhere.
 */
export class DownloadTickets {
  readonly #now: () => number;
  readonly #tickets = new Map<string, { readonly caller: Caller; readonly until: number }>();

  /** @param now monotonic, milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whose ticket it is, once. */
  take(ticket: string): Caller | undefined {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    return found && found.until > this.#now() ? found.caller : undefined;
  }

  resource(types: TypeLibrary): Singleton {
    return {
      kind: 'singleton',
      name: 'MyUser',
      type: parseTypes('MyUser').structure('MyUser'),
      access: 'administrators',
      read: () => ({}),
      operations: [
        operation(types, 'action', 'set', 'IssueDownloadTicket', '', ({ caller }) => {
          for (const [ticket, { until }] of this.#tickets)
            if (until <= this.#now()) this.#tickets.delete(ticket);
          const ticket = randomBytes(24).toString('base64url');
          this.#tickets.set(ticket, { caller, until: this.#now() + lifetimeSeconds * 1000 });
          return {
            kind: 'entity',
            type: types.structure('OneTimeTicket'),
            entity: { Ticket: ticket, ExpiresInSeconds: lifetimeSeconds },
          };
        }),
      ],
    };
  }
}
