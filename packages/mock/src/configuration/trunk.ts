/** A line to the outside. */
export interface TrunkConfiguration {
  readonly id: number;
  /** `10001` and up. */
  readonly number: string;
  readonly name: string;
  /** Number the line itself has. */
  readonly mainNumber: string;
  readonly dids: readonly string[];
  /** Whether `party_did` shows the dialled number; on many lines it is empty (3CX facts 3.1). */
  readonly presentDid: boolean;
  /** Calls the line carries at once. */
  readonly simultaneousCalls: number;
  readonly registered: boolean;
  /** Number shown to outside parties; empty shows `mainNumber`. */
  readonly outboundCallerId: string;
}

export type NewTrunk = { readonly number: string } & Partial<Omit<TrunkConfiguration, 'id' | 'number'>>;

export function trunkFrom(
  given: NewTrunk,
  id: number,
  surroundings: { readonly presentDid: boolean },
): TrunkConfiguration {
  return {
    id,
    name: 'Trunk',
    mainNumber: '',
    dids: [],
    presentDid: surroundings.presentDid,
    simultaneousCalls: 10_000,
    registered: true,
    outboundCallerId: '',
    ...given,
  };
}
