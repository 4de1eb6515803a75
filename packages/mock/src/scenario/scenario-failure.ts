import type { HeardStretch } from './hearing/what-was-heard';
import type { TimelineEntry } from './timeline';

/** What is known of a scenario that failed. */
export interface FailureDetails {
  readonly scenario: string;
  /** Who failed, at which of its steps (from 1), and what that was. */
  readonly actor: string;
  readonly step: number;
  readonly doing: string;
  readonly expected: string;
  readonly found: string;
  /** What the actor has heard, when it was in a call. */
  readonly heard: readonly HeardStretch[] | undefined;
  readonly timeline: readonly TimelineEntry[];
}

/**
 * A scenario did not go as it should. The message is a report to be read in a
 * terminal: what was expected, what was heard, what happened, and a timeline of
 * all actors and the PBX.
 */
export class ScenarioFailure extends Error {
  override readonly name = 'ScenarioFailure';
  readonly code = 'scenario-failed';
  readonly details: FailureDetails;

  constructor(message: string, details: FailureDetails, options?: ErrorOptions) {
    super(message, options);
    this.details = details;
  }
}
