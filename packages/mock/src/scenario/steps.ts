/** A recording: a file of the PBX by path (`/prompts/welcome.wav`), a WAV file on disk, or the bytes of one. */
export type Recording = string | Uint8Array;

/** How long an expectation may take to come true, milliseconds; the scenario's `withinMs` unless given. */
interface Within {
  readonly withinMs?: number;
}

/** What anyone in a scenario may do. Times are milliseconds. */
export type CommonStep =
  | { readonly does: 'waits'; readonly ms: number }
  /** Waits for everyone else who has a meeting of that name to come to it. */
  | ({ readonly does: 'meets'; readonly at: string } & Within);

/** What someone on a telephone, who hears and is heard, may do and be expected to find. */
export type PersonStep =
  | CommonStep
  | { readonly does: 'presses'; readonly keys: string; readonly gapMs?: number }
  /** Until it is recognised, not until its end. */
  | ({ readonly does: 'waitsUntilHeHears'; readonly recording: Recording } & Within)
  /** Goes on when the last word has been said. */
  | { readonly does: 'speaks'; readonly recording: Recording }
  | { readonly does: 'hangsUp' }
  /** Expects to hear all of it, beginning within the time. */
  | ({ readonly does: 'hears'; readonly recording: Recording } & Within)
  /** Expects the recording heard last to go on to its end without a hole. */
  | { readonly does: 'isNotCut' }
  | ({ readonly does: 'isConnectedTo'; readonly number: string } & Within)
  /** Expects the call to end, by `caller`, `callee`, `system`, `xapi` or a number. */
  | ({ readonly does: 'ends'; readonly by?: string } & Within);

export type CallerStep =
  | PersonStep
  | { readonly does: 'dials'; readonly to: string; readonly did?: string }
  | { readonly does: 'dials'; readonly to?: string; readonly did: string };

export type PhoneStep =
  | PersonStep
  | { readonly does: 'answers'; readonly afterMs?: number }
  | { readonly does: 'isBusy' }
  | { readonly does: 'rejects'; readonly afterMs?: number }
  | { readonly does: 'doesNotAnswer' }
  | { readonly does: 'registers' }
  | { readonly does: 'unregisters' }
  /** Expects to be rung. */
  | ({ readonly does: 'rings' } & Within);

export type AgentStep = PhoneStep | { readonly does: 'logsIn' } | { readonly does: 'logsOut' };

export type Step = CallerStep | AgentStep;

interface Acting<Kind extends string, Doing extends Step> {
  readonly kind: Kind;
  /** The number of the telephone. */
  readonly number: string;
  /** What the timeline calls it. */
  readonly name: string;
  readonly steps: readonly Doing[];
}

export type CallerActor = Acting<'caller', CallerStep>;
export type PhoneActor = Acting<'phone', PhoneStep>;
export type AgentActor = Acting<'agent', AgentStep>;
export type Actor = CallerActor | PhoneActor | AgentActor;

/** A scenario as data: what everyone does, all at once, each in order. */
export interface Scenario {
  readonly name: string;
  /** How long an expectation may take to come true unless it says otherwise, milliseconds. */
  readonly withinMs: number;
  readonly actors: readonly Actor[];
}
