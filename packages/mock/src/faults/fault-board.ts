import * as z from 'zod';

const times = z.number().int().min(1).default(1);

/** Body of `POST /faults`; several faults may be given at once. */
export const faultsSchema = z
  .strictObject({
    /** Cuts every event socket now, without a close frame. */
    dropSockets: z.literal(true),
    /** Leaves every open event socket up but dead: no event, no pong, no FIN. */
    halfOpenSockets: z.literal(true),
    /** Invalidates the active token. */
    revokeToken: z.literal(true),
    /** The next `count` upgrades are answered with `status`. */
    rejectUpgrades: z.strictObject({ status: z.number().int().min(400).max(599), count: times }),
    /** The next `count` requests whose path contains `path` are answered with `status`. */
    failRequests: z.strictObject({
      path: z.string().min(1),
      status: z.number().int().min(400).max(599),
      count: times,
    }),
    /** Every GET under /callcontrol is answered this much later. */
    delayGets: z.strictObject({ ms: z.number().int().min(1).max(60_000) }),
    /** Every event is sent twice, the second with a sequence of its own. */
    duplicateEvents: z.literal(true),
    /** The next `count` Remove events are lost. */
    loseRemoves: z.strictObject({ count: times }),
    /** The next `count` events of any kind are lost; their sequence numbers are missing. */
    loseEvents: z.strictObject({ count: times }),
    /** Every event comes `ms` later, plus up to `jitterMs` at random, which reorders them; `seed` repeats it. */
    delayEvents: z.strictObject({
      ms: z.number().int().min(0).max(60_000),
      jitterMs: z.number().int().min(0).max(60_000).default(0),
      seed: z.number().int().default(1),
    }),
    /** Closes every event socket now, with this code. */
    closeSockets: z.strictObject({ code: z.number().int().min(1000).max(4999) }),
    /** Sends an Upset and a Remove of a participant of the route point that never was. */
    ghostParticipant: z.literal(true),
    /** The PBX restarts: calls are gone without a word, ids begin again, and for `downMs` everything answers 503. */
    restart: z.strictObject({ downMs: z.number().int().min(1).max(600_000) }),
  })
  .partial()
  .refine((faults) => Object.keys(faults).length > 0, 'Name at least one fault.');

export type Faults = z.infer<typeof faultsSchema>;

/** The faults in force. Those that act once, at once (`dropSockets`…), aren't kept here. */
export class FaultBoard {
  #standing: Faults = {};
  #upgradesLeft = 0;
  #requestsLeft = 0;
  #removesLeft = 0;
  #eventsLeft = 0;
  #random = seededRandom(1);
  #outages = 0;

  set(faults: Faults): void {
    this.#standing = { ...this.#standing, ...faults };
    this.#upgradesLeft = faults.rejectUpgrades?.count ?? this.#upgradesLeft;
    this.#requestsLeft = faults.failRequests?.count ?? this.#requestsLeft;
    this.#removesLeft = faults.loseRemoves?.count ?? this.#removesLeft;
    this.#eventsLeft = faults.loseEvents?.count ?? this.#eventsLeft;
    if (faults.delayEvents) this.#random = seededRandom(faults.delayEvents.seed);
  }

  clear(): void {
    this.#standing = {};
    this.#upgradesLeft = 0;
    this.#requestsLeft = 0;
    this.#removesLeft = 0;
    this.#eventsLeft = 0;
  }

  /** Everything answers 503 until the returned function is called. */
  beginOutage(): () => void {
    this.#outages += 1;
    return () => {
      this.#outages -= 1;
    };
  }

  /** How much later the next event comes, milliseconds. */
  nextEventDelayMs(): number {
    const delay = this.#standing.delayEvents;
    return delay ? delay.ms + Math.floor(this.#random() * (delay.jitterMs + 1)) : 0;
  }

  /** @returns whether this event is to be lost. */
  takeEventLoss(): boolean {
    if (this.#eventsLeft === 0) return false;
    this.#eventsLeft -= 1;
    return true;
  }

  get getDelayMs(): number {
    return this.#standing.delayGets?.ms ?? 0;
  }

  get duplicatesEvents(): boolean {
    return this.#standing.duplicateEvents ?? false;
  }

  /** @returns the status to refuse this upgrade with. */
  takeUpgradeRefusal(): number | undefined {
    if (this.#outages > 0) return 503;
    if (this.#upgradesLeft === 0) return undefined;
    this.#upgradesLeft -= 1;
    return this.#standing.rejectUpgrades?.status;
  }

  /** @returns the status to fail this request with. */
  takeRequestFailure(path: string): number | undefined {
    if (this.#outages > 0) return 503;
    const failure = this.#standing.failRequests;
    if (!failure || this.#requestsLeft === 0 || !path.includes(failure.path)) return undefined;
    this.#requestsLeft -= 1;
    return failure.status;
  }

  /** @returns whether this Remove is to be lost. */
  takeRemoveLoss(): boolean {
    if (this.#removesLeft === 0) return false;
    this.#removesLeft -= 1;
    return true;
  }
}

/** Mulberry32: the same seed, the same numbers from 0 to 1. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
