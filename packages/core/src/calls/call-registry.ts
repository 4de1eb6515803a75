import { CallNotFoundError } from '../errors';
import { requireCallId } from './call-id';
import type { CallRecord } from './call-record';
import type { LiveCall } from './live-call';

/** An ended call is still answered for this long, and no more of them than this. */
const REMEMBERED_MS = 24 * 3_600_000;
const REMEMBERED_CALLS = 10_000;

/** The calls in progress and those ended a while ago, each found by its id without a search. */
export class CallRegistry {
  private readonly live = new Map<CallRecord, LiveCall>();
  private readonly byId = new Map<string, LiveCall>();
  /** Ended calls in the order they ended. */
  private readonly ended = new Set<LiveCall>();

  constructor(private readonly date: () => Date) {}

  get size(): number {
    return this.live.size;
  }

  get calls(): LiveCall[] {
    return [...this.live.values()];
  }

  add(record: CallRecord, call: LiveCall): void {
    this.live.set(record, call);
    this.byId.set(call.id, call);
  }

  /** A call that ended before this process began. */
  addEnded(call: LiveCall): void {
    this.byId.set(call.id, call);
    this.ended.add(call);
  }

  of(record: CallRecord): LiveCall | undefined {
    return this.live.get(record);
  }

  /** Moves a call to the ended ones and forgets those ended long ago. */
  end(record: CallRecord): LiveCall | undefined {
    const call = this.live.get(record);
    if (call === undefined) return undefined;
    this.live.delete(record);
    this.ended.add(call);
    const oldest = this.date().getTime() - REMEMBERED_MS;
    for (const candidate of this.ended) {
      if (this.ended.size <= REMEMBERED_CALLS && (candidate.endedAt?.getTime() ?? 0) >= oldest) break;
      this.ended.delete(candidate);
      if (this.byId.get(candidate.id) === candidate) this.byId.delete(candidate.id);
    }
    return call;
  }

  /** @throws InvalidCallIdError, CallNotFoundError */
  require(id: string): LiveCall {
    const call = this.byId.get(requireCallId(id.trim()));
    if (call !== undefined) return call;
    throw new CallNotFoundError(
      `Call not found: ${id} is neither in progress nor has it ended in the last 24 hours on this client's extensions.`,
    );
  }
}
