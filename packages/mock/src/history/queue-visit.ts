/** An agent rung for a waiting caller. Times are epoch milliseconds. */
export interface AgentPoll {
  readonly agent: string;
  readonly at: number;
  /** Undefined while the phone rings. */
  readonly endedAt: number | undefined;
  readonly answered: boolean;
}

/** One caller's stay in one queue. Times are epoch milliseconds. */
export interface QueueVisit {
  readonly id: number;
  readonly callId: number;
  /** Id of the call record. */
  readonly callRecordId: string;
  readonly queue: string;
  /** Number presented by the caller. */
  readonly caller: string;
  readonly enteredAt: number;
  readonly polls: readonly AgentPoll[];
  readonly answeredBy: string | undefined;
  readonly answeredAt: number | undefined;
  /** When the caller stopped waiting: answered, gave up, or was sent on. Undefined while waiting. */
  readonly leftAt: number | undefined;
  /** When the conversation with the agent ended. */
  readonly talkEndedAt: number | undefined;
  /** `overflow`: the queue was full. `timeout`: the longest wait was over. */
  readonly outcome: 'answered' | 'abandoned' | 'overflow' | 'timeout' | 'transferred' | undefined;
}

/** How long the caller waited, or has waited until `now`; milliseconds. */
export function waitedMs({ enteredAt, leftAt }: QueueVisit, now: number): number {
  return (leftAt ?? now) - enteredAt;
}
