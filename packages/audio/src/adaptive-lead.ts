/** Half of an increase is gone after this long without another late tick. */
const HALF_LIFE_MS = 10_000;

/** A stall is answered with room for one twice as long. */
const STALL_MARGIN = 2;

export interface LeadLimits {
  readonly tickMs: number;
  readonly chunkMs: number;
  readonly leadMs: number;
  readonly maxLeadMs: number;
}

/**
 * How far ahead of the listener to write. Audio sent ahead can't be taken back when the
 * caller interrupts, so the lead is short on a quiet machine and grows only when ticks
 * come late enough to endanger the audio.
 */
export class AdaptiveLead {
  readonly #limits: LeadLimits;
  #extraMs = 0;
  #extraAt = 0;

  constructor(limits: LeadLimits) {
    this.#limits = limits;
  }

  /**
   * The lead to keep now, in milliseconds.
   * @param ownLeadMs asked for by one prompt instead of the usual lead; it may exceed the maximum
   */
  targetMs(nowMs: number, ownLeadMs?: number): number {
    const { tickMs, chunkMs, leadMs, maxLeadMs } = this.#limits;
    // With less than this, even a punctual tick could come too late for a whole chunk.
    const base = Math.max(ownLeadMs ?? leadMs, chunkMs + 2 * tickMs);
    return Math.min(base + this.#extra(nowMs), Math.max(base, maxLeadMs));
  }

  /** A tick came at `nowMs`, `lateMs` later than it should have. */
  observe(lateMs: number, nowMs: number): void {
    const { tickMs, chunkMs, leadMs, maxLeadMs } = this.#limits;
    // A stream holds at least its lead less one chunk and one tick when a stall begins.
    const wanted = chunkMs + tickMs + STALL_MARGIN * lateMs - leadMs;
    this.#extraMs = Math.min(Math.max(this.#extra(nowMs), wanted), maxLeadMs - leadMs);
    this.#extraAt = nowMs;
  }

  #extra(nowMs: number): number {
    const extraMs = this.#extraMs * 0.5 ** ((nowMs - this.#extraAt) / HALF_LIFE_MS);
    return extraMs < 1 ? 0 : extraMs;
  }
}
