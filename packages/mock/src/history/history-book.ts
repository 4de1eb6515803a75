import { randomUUID } from 'node:crypto';
import type { AgentStateSpan } from './agent-state';
import type { CallRecord, CallSegment } from './call-record';
import type { History } from './history';
import type { AgentPoll, QueueVisit } from './queue-visit';
import type { RecordingEntry, VoicemailEntry } from './recording';

/** Entries of each kind kept; the oldest go first. */
const kept = 20_000;

/** The writing side. Entries are values: whoever holds one keeps it as it was. */
export class HistoryBook implements History {
  readonly #calls = new Map<string, CallRecord>();
  readonly #visits = new Map<number, QueueVisit>();
  readonly #spans: AgentStateSpan[] = [];
  readonly #recordings = new Map<number, RecordingEntry>();
  readonly #voicemails = new Map<number, VoicemailEntry>();
  #lastId = 0;

  get calls(): readonly CallRecord[] {
    return [...this.#calls.values()];
  }

  get queueVisits(): readonly QueueVisit[] {
    return [...this.#visits.values()];
  }

  get agentStates(): readonly AgentStateSpan[] {
    return this.#spans;
  }

  get recordings(): readonly RecordingEntry[] {
    return [...this.#recordings.values()];
  }

  get voicemails(): readonly VoicemailEntry[] {
    return [...this.#voicemails.values()];
  }

  call(id: string): CallRecord | undefined {
    return this.#calls.get(id);
  }

  removeRecording(id: number): boolean {
    return this.#recordings.delete(id);
  }

  openCall(call: Omit<CallRecord, 'id' | 'segments'>): string {
    const id = randomUUID();
    this.#calls.set(id, { ...call, id, segments: [] });
    limit(this.#calls);
    return id;
  }

  changeCall(id: string, change: Partial<Omit<CallRecord, 'id' | 'segments'>>): void {
    const call = this.#calls.get(id);
    if (call) this.#calls.set(id, { ...call, ...change });
  }

  openSegment(callRecordId: string, segment: Omit<CallSegment, 'id'>): number {
    const id = this.#nextId();
    const call = this.#calls.get(callRecordId);
    if (call) this.#calls.set(callRecordId, { ...call, segments: [...call.segments, { ...segment, id }] });
    return id;
  }

  changeSegment(callRecordId: string, id: number, change: Partial<Omit<CallSegment, 'id'>>): void {
    const call = this.#calls.get(callRecordId);
    if (!call) return;
    const segments = call.segments.map((segment) =>
      segment.id === id ? { ...segment, ...change } : segment,
    );
    this.#calls.set(callRecordId, { ...call, segments });
  }

  openVisit(visit: Omit<QueueVisit, 'id'>): number {
    const id = this.#nextId();
    this.#visits.set(id, { ...visit, id });
    limit(this.#visits);
    return id;
  }

  visit(id: number): QueueVisit | undefined {
    return this.#visits.get(id);
  }

  changeVisit(id: number, change: Partial<Omit<QueueVisit, 'id' | 'polls'>>): void {
    const visit = this.#visits.get(id);
    if (visit) this.#visits.set(id, { ...visit, ...change });
  }

  openPoll(visitId: number, agent: string, at: number): void {
    const visit = this.#visits.get(visitId);
    const poll: AgentPoll = { agent, at, endedAt: undefined, answered: false };
    if (visit) this.#visits.set(visitId, { ...visit, polls: [...visit.polls, poll] });
  }

  /** Ends the open poll of this agent. */
  closePoll(visitId: number, agent: string, at: number, answered: boolean): void {
    const visit = this.#visits.get(visitId);
    if (!visit) return;
    const polls = visit.polls.map((poll) =>
      poll.agent === agent && poll.endedAt === undefined ? { ...poll, endedAt: at, answered } : poll,
    );
    this.#visits.set(visitId, { ...visit, polls });
  }

  openSpan(span: Omit<AgentStateSpan, 'to'>): void {
    this.#spans.push({ ...span, to: undefined });
    if (this.#spans.length > kept) this.#spans.shift();
  }

  /** Ends the agent's open span in this state. */
  closeSpan(agent: string, state: AgentStateSpan['state'], at: number): void {
    const index = this.#spans.findLastIndex(
      (span) => span.agent === agent && span.state === state && span.to === undefined,
    );
    const span = this.#spans[index];
    if (span) this.#spans[index] = { ...span, to: at };
  }

  addRecording(recording: Omit<RecordingEntry, 'id'>): number {
    const id = this.#nextId();
    this.#recordings.set(id, { ...recording, id });
    limit(this.#recordings);
    return id;
  }

  addVoicemail(voicemail: Omit<VoicemailEntry, 'id'>): number {
    const id = this.#nextId();
    this.#voicemails.set(id, { ...voicemail, id });
    limit(this.#voicemails);
    return id;
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}

function limit(entries: Map<unknown, unknown>): void {
  if (entries.size <= kept) return;
  const [oldest] = entries.keys();
  entries.delete(oldest);
}
