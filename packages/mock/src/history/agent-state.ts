/**
 * A stretch of an agent's time. `logged-in` and `logged-out` follow each other;
 * `talking` is one conversation out of a queue, `wrap-up` the pause after it.
 */
export interface AgentStateSpan {
  readonly agent: string;
  readonly state: 'logged-in' | 'logged-out' | 'talking' | 'wrap-up';
  /** The queue of the conversation; empty for log-ins, which count for every queue. */
  readonly queue: string;
  /** Epoch milliseconds; undefined while it lasts. */
  readonly from: number;
  readonly to: number | undefined;
}
