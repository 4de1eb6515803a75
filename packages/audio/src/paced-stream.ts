import { AudioStreamClosedError } from './errors';
import { Playback } from './playback';
import type { PlaybackLayer, PlaybackResult } from './playback';
import { PlayOutClock } from './play-out-clock';
import type { PlayOutGaps } from './play-out-clock';
import { BYTES_PER_MS } from './telephone-pcm';

/** Where a stream's audio goes: the body of one request, usually. */
export interface AudioSink {
  /**
   * Takes the next bytes, whole samples of telephone PCM. The array is a view of what is
   * played and must not be changed. May call the stream, e.g. to pause it while a socket
   * is full. Throwing closes the stream.
   */
  write(bytes: Uint8Array): void;
  /**
   * Whether it can take more now; asked before each write and then every tick. False while
   * the other side doesn't read, so that what can't be sent isn't piled up in memory.
   */
  canWrite?(): boolean;
}

export interface PlayOnStreamOptions {
  /** Stops this playback alone; the next one follows at once. */
  readonly signal?: AbortSignal;
  /**
   * Lead for this playback in place of the pacer's, in milliseconds: more for a prompt
   * that can't be interrupted. Values too small to be kept are raised.
   */
  readonly leadMs?: number;
  /** How often it is played: a whole number from 1, or Infinity until stopped. Default 1. */
  readonly repeat?: number;
  /** What it comes before or after. Default `prompt`; `background` for what repeats without end. */
  readonly layer?: PlaybackLayer;
  /** Called once, when the last byte has been handed to the sink, or nothing more will be. */
  readonly onSent?: () => void;
}

/** How a stream has been doing since it was opened. Milliseconds. */
export interface StreamMetrics {
  /** Silences the listener heard within prompts because audio came too late. */
  readonly gaps: PlayOutGaps;
  /** Audio sent and not heard yet. */
  readonly leadMs: number;
  /** Audio that was still heard after it had been stopped, all together. */
  readonly staleMs: number;
  /** Time in which the sink took nothing although there was something to send. */
  readonly blockedMs: number;
}

/** What a stream needs of its pacer. */
export interface StreamPacer {
  readonly chunkBytes: number;
  now(): number;
  targetLeadMs(nowMs: number, ownLeadMs?: number): number;
  /** Whether the stream wants ticks. */
  setActive(stream: PacedStream, active: boolean): void;
  release(stream: PacedStream): void;
}

/** One listener: audio is queued and sent just ahead of being heard. Made by `Pacer.open`. */
export class PacedStream {
  readonly #pacer: StreamPacer;
  readonly #sink: AudioSink;
  readonly #clock = new PlayOutClock();
  /** Not entirely sent yet, oldest first. */
  #unsent: Playback[] = [];
  /** Entirely sent, not entirely heard yet, oldest first. */
  #unheard: Playback[] = [];
  #idleWaiters: (() => void)[] = [];
  #paused = false;
  #dueAt = -Infinity;
  #staleMs = 0;
  #blockedMs = 0;
  #blockedSince: number | undefined;
  #closed: { readonly cause: unknown } | undefined;

  constructor(pacer: StreamPacer, sink: AudioSink) {
    this.#pacer = pacer;
    this.#sink = sink;
  }

  /** Silences the listener heard within prompts because audio came too late. */
  get gaps(): PlayOutGaps {
    return this.#clock.gaps;
  }

  get metrics(): StreamMetrics {
    const now = this.#pacer.now();
    return {
      gaps: this.#clock.gaps,
      leadMs: this.#clock.leadMs(now),
      staleMs: this.#staleMs,
      blockedMs: this.#blockedMs + (this.#blockedSince === undefined ? 0 : now - this.#blockedSince),
    };
  }

  /**
   * Queues audio behind what plays already, without a gap. Resolves when its last byte
   * has been played out (at the tick after), or when it is stopped. The array must stay
   * unchanged until then: it isn't copied.
   *
   * @param pcm telephone PCM, whole samples
   * @throws AudioStreamClosedError when the stream is closed, or its sink throws (see `cause`)
   * @throws RangeError when `pcm` ends in half a sample, or `repeat` is none
   */
  play(pcm: Uint8Array, options: PlayOnStreamOptions = {}): Promise<PlaybackResult> {
    if (this.#closed) return Promise.reject(this.#closedError());
    if (pcm.length % 2 !== 0) {
      return Promise.reject(
        new RangeError(`Telephone PCM has two bytes per sample; ${pcm.length} bytes end in half of one.`),
      );
    }
    const { signal, leadMs, repeat = 1, onSent } = options;
    if (repeat !== Infinity && !(Number.isSafeInteger(repeat) && repeat > 0)) {
      return Promise.reject(
        new RangeError(`Audio is played a whole number of times or without end, not ${repeat} times.`),
      );
    }
    if (signal?.aborted) {
      onSent?.();
      const durationMs = pcm.length === 0 ? 0 : (pcm.length / BYTES_PER_MS) * repeat;
      return Promise.resolve({ durationMs, playedMs: 0, interrupted: true, staleMs: 0 });
    }
    return new Promise<PlaybackResult>((resolve, reject) => {
      const abort = (): void => {
        this.#interrupt(playback);
      };
      const playback = new Playback(
        pcm,
        {
          sent: () => {
            onSent?.();
          },
          resolve: (result) => {
            signal?.removeEventListener('abort', abort);
            resolve(result);
          },
          reject: (error) => {
            signal?.removeEventListener('abort', abort);
            reject(error);
          },
        },
        { leadMs, repeat, layer: options.layer ?? (repeat === Infinity ? 'background' : 'prompt') },
      );
      signal?.addEventListener('abort', abort, { once: true });
      const now = this.#pacer.now();
      if (this.#unsent.length === 0) this.#beginPromptAfterSilence(now);
      this.#queue(playback);
      this.advance(now);
    });
  }

  /**
   * Stops what plays and drops what waits: nothing is written after this. Each pending
   * `play` resolves `interrupted`, unless the listener has heard it all already. What was
   * sent and not heard yet still plays at the PBX, and the next `play` comes after it.
   */
  stop(): void {
    const now = this.#pacer.now();
    this.#completeHeard(now);
    this.#drain((playback) => {
      this.#staleMs += playback.interrupt(now);
    });
    this.advance(now);
  }

  /**
   * Resolves when everything written has been played out and nothing waits, or the stream is
   * closed. What repeats without end isn't waited for.
   */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idleWaiters.push(resolve);
      this.advance(this.#pacer.now());
    });
  }

  /**
   * Writes nothing until `resume`, e.g. while a transfer is tried. The silence that follows
   * isn't counted as a gap.
   */
  pause(): void {
    this.#paused = true;
    this.advance(this.#pacer.now());
  }

  /**
   * Goes on with the first byte not sent before `pause`. Bytes sent by then count as heard:
   * whether the PBX played them or threw them away can't be known.
   */
  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    const now = this.#pacer.now();
    this.#beginPromptAfterSilence(now);
    this.advance(now);
  }

  /** Ends the stream for good. Pending `play`s resolve `interrupted`, later ones reject. */
  close(): void {
    if (this.#closed) return;
    this.#closed = { cause: undefined };
    this.stop();
    this.#pacer.release(this);
  }

  /** When there is something to do next, if nobody asks for anything before. The pacer needn't call sooner. */
  get dueAt(): number {
    return this.#dueAt;
  }

  /** Does what is due at `now`: settles what has been heard and writes up to the lead. The pacer's tick. */
  advance(now: number): void {
    this.#completeHeard(now);
    this.#send(now);
    if (this.#closed || this.#hasHeardAll(now)) this.#releaseIdleWaiters();
    this.#dueAt = this.#nextDue(now);
    this.#pacer.setActive(this, this.#wantsTicks());
  }

  /** While the listener still hears earlier audio, what comes next must follow it without a gap. */
  #beginPromptAfterSilence(now: number): void {
    if (this.#clock.leadMs(now) === 0) this.#clock.beginPrompt();
  }

  #hasHeardAll(now: number): boolean {
    if (this.#unsent.length === 0) return this.#clock.leadMs(now) === 0;
    return this.#unheard.length === 0 && this.#unsent.every(({ isEndless }) => isEndless);
  }

  /** Behind everything of its own layer and of those before it. */
  #queue(playback: Playback): void {
    const behind = this.#unsent.findIndex(({ rank }) => rank > playback.rank);
    this.#unsent.splice(behind === -1 ? this.#unsent.length : behind, 0, playback);
  }

  #isBlocked(now: number): boolean {
    if (this.#sink.canWrite?.() === false) {
      this.#blockedSince ??= now;
      return true;
    }
    this.#endBlock(now);
    return false;
  }

  #endBlock(now: number): void {
    if (this.#blockedSince === undefined) return;
    this.#blockedMs += now - this.#blockedSince;
    this.#blockedSince = undefined;
    // The silence was the other side's doing, and is told as such.
    this.#beginPromptAfterSilence(now);
  }

  #nextDue(now: number): number {
    const heardAt = this.#unheard[0]?.heardAt ?? Infinity;
    const idleAt = this.#idleWaiters.length > 0 ? this.#clock.endsAt : Infinity;
    const next = this.#unsent[0];
    if (next === undefined || this.#paused) return Math.min(heardAt, idleAt);
    if (this.#blockedSince !== undefined) return now;
    const chunkMs = Math.min(this.#pacer.chunkBytes, next.unsentInOnePiece) / BYTES_PER_MS;
    const roomAt = this.#clock.endsAt + chunkMs - this.#pacer.targetLeadMs(now, next.leadMs);
    return Math.min(heardAt, idleAt, roomAt);
  }

  #wantsTicks(): boolean {
    if (this.#closed) return false;
    if (this.#unheard.length > 0) return true;
    if (this.#unsent.length > 0) return !this.#paused;
    return this.#idleWaiters.length > 0;
  }

  #send(now: number): void {
    for (;;) {
      const playback = this.#unsent[0];
      if (playback === undefined) this.#endBlock(now);
      if (this.#paused || playback === undefined) return;
      const byteLength = Math.min(this.#pacer.chunkBytes, playback.unsentInOnePiece);
      const target = this.#pacer.targetLeadMs(now, playback.leadMs);
      if (this.#clock.leadMs(now) + byteLength / BYTES_PER_MS > target) return;
      if (byteLength > 0 && this.#isBlocked(now)) return;

      // Accounts are closed before the sink is called, because it may call back.
      const chunk = playback.take(byteLength);
      this.#clock.write(byteLength, now);
      playback.sentUntil(this.#clock.endsAt);
      if (playback.unsentBytes === 0) {
        this.#unsent.shift();
        this.#unheard.push(playback);
      }
      if (byteLength > 0) this.#write(chunk);
      if (playback.unsentBytes === 0) playback.sent();
      this.#completeHeard(now);
    }
  }

  #write(chunk: Uint8Array): void {
    try {
      this.#sink.write(chunk);
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #completeHeard(now: number): void {
    for (let first = this.#unheard[0]; first && first.heardAt <= now; first = this.#unheard[0]) {
      this.#unheard.shift();
      first.complete();
    }
  }

  #interrupt(playback: Playback): void {
    const now = this.#pacer.now();
    this.#completeHeard(now);
    const isOther = (other: Playback): boolean => other !== playback;
    const pending = [...this.#unheard, ...this.#unsent].includes(playback);
    if (!pending) return;
    this.#unheard = this.#unheard.filter(isOther);
    this.#unsent = this.#unsent.filter(isOther);
    this.#staleMs += playback.interrupt(now);
    this.advance(now);
  }

  #drain(settle: (playback: Playback) => void): void {
    const pending = [...this.#unheard, ...this.#unsent];
    this.#unheard = [];
    this.#unsent = [];
    pending.forEach(settle);
  }

  #fail(cause: unknown): void {
    if (this.#closed) return;
    this.#closed = { cause };
    this.#drain((playback) => {
      playback.fail(this.#closedError());
    });
    this.#pacer.release(this);
  }

  #closedError(): AudioStreamClosedError {
    const cause = this.#closed?.cause;
    return cause === undefined
      ? new AudioStreamClosedError('The audio stream is closed. Open a new one to play.')
      : new AudioStreamClosedError(
          'The audio stream ended because writing to it failed. Open a new one to play.',
          {
            cause,
          },
        );
  }

  #releaseIdleWaiters(): void {
    const waiters = this.#idleWaiters;
    this.#idleWaiters = [];
    for (const resolve of waiters) resolve();
  }
}
