import { BYTES_PER_MS } from './telephone-pcm';

/** Silences the far end heard in the middle of a prompt, because audio came too late. */
export interface PlayOutGaps {
  readonly count: number;
  /** Milliseconds. */
  readonly totalMs: number;
}

/**
 * What the far end hears, told from what was written when. The PBX has no back-channel
 * for the play-out position and no event for "finished" (3CX facts 6.4, 6.5): it plays
 * what it has at one second per second, and silence once it has nothing.
 *
 * Pure: every time is given by the caller, in milliseconds of one monotonic clock.
 */
export class PlayOutClock {
  #endsAt = -Infinity;
  #midPrompt = false;
  #gapCount = 0;
  #gapTotalMs = 0;

  /**
   * When the last byte written has been played out; `-Infinity` before the first write.
   * Monotonic milliseconds.
   */
  get endsAt(): number {
    return this.#endsAt;
  }

  /** Since the stream began. */
  get gaps(): PlayOutGaps {
    return { count: this.#gapCount, totalMs: this.#gapTotalMs };
  }

  /** Audio the far end holds and hasn't played yet, in milliseconds. */
  leadMs(nowMs: number): number {
    return Math.max(0, this.#endsAt - nowMs);
  }

  /** The next write begins something new: silence in front of it isn't a gap. */
  beginPrompt(): void {
    this.#midPrompt = false;
  }

  /** Takes note of `byteLength` bytes of telephone PCM that were written at `nowMs`. */
  write(byteLength: number, nowMs: number): void {
    if (byteLength === 0) return;
    const dryMs = nowMs - this.#endsAt;
    if (this.#midPrompt && dryMs > 0) {
      this.#gapCount += 1;
      this.#gapTotalMs += dryMs;
    }
    this.#midPrompt = true;
    this.#endsAt = Math.max(this.#endsAt, nowMs) + byteLength / BYTES_PER_MS;
  }
}
