import { participantJson } from '../call-control/participant-json';
import type { MockContext } from '../mock-context';
import type { Leg } from '../switch/leg';

interface Looks {
  readonly now: string;
  readonly before: string | undefined;
}

/** What participants looked like before their last visible change; kept while `staleGets` is in force. */
export class ParticipantLooks {
  readonly #looks = new WeakMap<Leg, Looks>();

  constructor({ exchange, faults, settings }: MockContext) {
    exchange.listeners.add({
      legChanged: (leg) => {
        if (!faults.isInForce('staleGets')) return;
        const now = JSON.stringify(participantJson(leg, settings.presentDid));
        const known = this.#looks.get(leg);
        if (known?.now !== now) this.#looks.set(leg, { now, before: known?.now });
      },
    });
  }

  /** As JSON; undefined when it has always looked the same. */
  before(leg: Leg): string | undefined {
    return this.#looks.get(leg)?.before;
  }
}
