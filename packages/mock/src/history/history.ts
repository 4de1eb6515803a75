import type { AgentStateSpan } from './agent-state';
import type { CallRecord } from './call-record';
import type { QueueVisit } from './queue-visit';
import type { RecordingEntry, VoicemailEntry } from './recording';

/** What happened, for whoever reports it. Written by the switch alone. */
export interface History {
  /** In progress and ended, the oldest first. */
  readonly calls: readonly CallRecord[];
  readonly queueVisits: readonly QueueVisit[];
  readonly agentStates: readonly AgentStateSpan[];
  readonly recordings: readonly RecordingEntry[];
  readonly voicemails: readonly VoicemailEntry[];
  call(id: string): CallRecord | undefined;
  removeRecording(id: number): boolean;
}
