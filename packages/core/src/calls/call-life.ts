import { deferred } from '../deferred';
import type { CallEnd } from '../call';
import type { Clock } from '../clock';
import { CallEndedError } from '../errors';
import { actingParticipant, type CallRecord } from './call-record';

/**
 * How far a call has come, for its commands and its sound, which wait for the answer and
 * stop at the end.
 */
export class CallLife {
  private readonly answering = deferred<undefined>();
  private readonly over = deferred<CallEnd>();
  private readonly ending = new AbortController();
  private answeredAtMs: number | undefined;
  private abandoned = false;

  constructor(
    readonly record: CallRecord,
    private readonly clock: Clock,
  ) {}

  /** Resolves once the call is answered. */
  get answered(): Promise<undefined> {
    return this.answering.promise;
  }

  /** Resolves once the call has ended; never rejects. */
  get ended(): Promise<CallEnd> {
    return this.over.promise;
  }

  /** Aborted when the call has ended, or is left to itself. */
  get endSignal(): AbortSignal {
    return this.ending.signal;
  }

  /** When the answer was seen, milliseconds of the monotonic clock. */
  get connectedAt(): number | undefined {
    return this.answeredAtMs;
  }

  get isOver(): boolean {
    return this.record.status === 'ended' || this.abandoned;
  }

  onAnswered(): void {
    this.answeredAtMs = this.clock.now();
    this.answering.resolve(undefined);
  }

  onEnded(): void {
    this.ending.abort();
    this.over.resolve({
      reason: this.record.endReason ?? 'lost-in-gap',
      endedAt: this.record.endedAt ?? this.clock.date(),
    });
  }

  /** The call goes on, but without us. */
  abandon(): void {
    this.abandoned = true;
    this.ending.abort();
  }

  /** The participant that a command or sound goes to. @throws CallEndedError */
  actingId(): number {
    const participant = actingParticipant(this.record);
    if (participant === undefined) throw this.endedError('acted on');
    return participant.id;
  }

  /** @throws CallEndedError */
  require(done: string): void {
    if (this.isOver) throw this.endedError(done);
  }

  endedError(done: string, cause?: unknown): CallEndedError {
    const { id, endedAt, endReason } = this.record;
    const ago =
      endedAt === undefined
        ? ''
        : ` ${String(Math.round((this.clock.date().getTime() - endedAt.getTime()) / 1000))} s ago`;
    const why = endReason === undefined ? '' : ` (${endReason})`;
    return new CallEndedError(`${id} ended${ago}${why}: it can't be ${done} any more.`, { cause });
  }
}
