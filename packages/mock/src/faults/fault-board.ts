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

  set(faults: Faults): void {
    this.#standing = { ...this.#standing, ...faults };
    this.#upgradesLeft = faults.rejectUpgrades?.count ?? this.#upgradesLeft;
    this.#requestsLeft = faults.failRequests?.count ?? this.#requestsLeft;
    this.#removesLeft = faults.loseRemoves?.count ?? this.#removesLeft;
  }

  clear(): void {
    this.#standing = {};
    this.#upgradesLeft = 0;
    this.#requestsLeft = 0;
    this.#removesLeft = 0;
  }

  get getDelayMs(): number {
    return this.#standing.delayGets?.ms ?? 0;
  }

  get duplicatesEvents(): boolean {
    return this.#standing.duplicateEvents ?? false;
  }

  /** @returns the status to refuse this upgrade with. */
  takeUpgradeRefusal(): number | undefined {
    if (this.#upgradesLeft === 0) return undefined;
    this.#upgradesLeft -= 1;
    return this.#standing.rejectUpgrades?.status;
  }

  /** @returns the status to fail this request with. */
  takeRequestFailure(path: string): number | undefined {
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
