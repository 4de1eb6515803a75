import { BYTES_PER_MS, durationMs } from './telephone-pcm';

/** What became of one `play`. */
export interface PlaybackResult {
  /** Length of the audio, in milliseconds. */
  readonly durationMs: number;
  /** How much of it had been heard when it ended or was stopped, in milliseconds. */
  readonly playedMs: number;
  /** True when it was stopped before the listener had heard it all. */
  readonly interrupted: boolean;
  /** Sent but not heard yet when it was stopped: the PBX still plays that. 0 when complete. Milliseconds. */
  readonly staleMs: number;
}

/** How the promise of a `play` is settled. */
export interface PlaybackOutcome {
  resolve(result: PlaybackResult): void;
  reject(error: Error): void;
}

/** One piece of audio on its way through a stream: how much is sent, and when that has been heard. */
export class Playback {
  readonly #pcm: Uint8Array;
  readonly #outcome: PlaybackOutcome;
  #sentBytes = 0;
  #heardAt = -Infinity;

  constructor(
    pcm: Uint8Array,
    outcome: PlaybackOutcome,
    readonly leadMs: number | undefined,
  ) {
    this.#pcm = pcm;
    this.#outcome = outcome;
  }

  get unsentBytes(): number {
    return this.#pcm.length - this.#sentBytes;
  }

  /** When all that was sent of it has been played out. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** The next `byteLength` bytes, a view. */
  take(byteLength: number): Uint8Array {
    const chunk = this.#pcm.subarray(this.#sentBytes, this.#sentBytes + byteLength);
    this.#sentBytes += chunk.length;
    return chunk;
  }

  sentUntil(heardAt: number): void {
    this.#heardAt = heardAt;
  }

  complete(): void {
    const duration = durationMs(this.#pcm);
    this.#outcome.resolve({ durationMs: duration, playedMs: duration, interrupted: false, staleMs: 0 });
  }

  interrupt(nowMs: number): void {
    const sentMs = this.#sentBytes / BYTES_PER_MS;
    // What the far end still holds is contiguous, and this playback's share of it lies just before `heardAt`.
    const staleMs = Math.min(sentMs, Math.max(0, this.#heardAt - nowMs));
    this.#outcome.resolve({
      durationMs: durationMs(this.#pcm),
      playedMs: sentMs - staleMs,
      interrupted: true,
      staleMs,
    });
  }

  fail(error: Error): void {
    this.#outcome.reject(error);
  }
}
