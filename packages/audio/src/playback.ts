import { BYTES_PER_MS } from './telephone-pcm';

/** What became of one `play`. */
export interface PlaybackResult {
  /** Length of the audio, every repetition counted, in milliseconds; Infinity when it had no end. */
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
  /** No more of it will be handed over. */
  sent(): void;
  resolve(result: PlaybackResult): void;
  reject(error: Error): void;
}

/**
 * What comes before what: `foreground` (hold music) before all, and prompts before the
 * `background` (ringback, music), which goes on where it was when they have ended.
 */
export type PlaybackLayer = 'foreground' | 'prompt' | 'background';

const RANKS: Readonly<Record<PlaybackLayer, number>> = { foreground: 0, prompt: 1, background: 2 };

export interface PlaybackOptions {
  readonly leadMs: number | undefined;
  /** How often it is played; Infinity until stopped. */
  readonly repeat: number;
  readonly layer: PlaybackLayer;
}

/** One piece of audio on its way through a stream: how much is sent, and when that has been heard. */
export class Playback {
  readonly #pcm: Uint8Array;
  readonly #outcome: PlaybackOutcome;
  readonly #totalBytes: number;
  readonly leadMs: number | undefined;
  readonly rank: number;
  #sentBytes = 0;
  #heardAt = -Infinity;
  #toldSent = false;

  constructor(pcm: Uint8Array, outcome: PlaybackOutcome, { leadMs, repeat, layer }: PlaybackOptions) {
    this.#pcm = pcm;
    this.#outcome = outcome;
    this.#totalBytes = pcm.length === 0 ? 0 : pcm.length * repeat;
    this.leadMs = leadMs;
    this.rank = RANKS[layer];
  }

  get isEndless(): boolean {
    return this.#totalBytes === Infinity;
  }

  get unsentBytes(): number {
    return this.#totalBytes - this.#sentBytes;
  }

  /** How much can be taken at once: up to the end of this repetition. */
  get unsentInOnePiece(): number {
    if (this.unsentBytes === 0) return 0;
    return this.#pcm.length - (this.#sentBytes % this.#pcm.length);
  }

  /** When all that was sent of it has been played out. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** The next `byteLength` bytes, a view. */
  take(byteLength: number): Uint8Array {
    const from = this.#pcm.length === 0 ? 0 : this.#sentBytes % this.#pcm.length;
    const chunk = this.#pcm.subarray(from, from + byteLength);
    this.#sentBytes += chunk.length;
    return chunk;
  }

  /** Tells, once, that it needs nothing more from the sink. */
  sent(): void {
    if (this.#toldSent) return;
    this.#toldSent = true;
    this.#outcome.sent();
  }

  sentUntil(heardAt: number): void {
    this.#heardAt = heardAt;
  }

  complete(): void {
    this.sent();
    const duration = this.#totalBytes / BYTES_PER_MS;
    this.#outcome.resolve({ durationMs: duration, playedMs: duration, interrupted: false, staleMs: 0 });
  }

  /** @returns what the far end still plays of it, milliseconds */
  interrupt(nowMs: number): number {
    const sentMs = this.#sentBytes / BYTES_PER_MS;
    // What the far end still holds is contiguous, and this playback's share of it lies just before `heardAt`.
    this.sent();
    const staleMs = Math.min(sentMs, Math.max(0, this.#heardAt - nowMs));
    this.#outcome.resolve({
      durationMs: this.#totalBytes / BYTES_PER_MS,
      playedMs: sentMs - staleMs,
      interrupted: true,
      staleMs,
    });
    return staleMs;
  }

  fail(error: Error): void {
    this.sent();
    this.#outcome.reject(error);
  }
}
