import { AdaptiveLead } from './adaptive-lead';
import type { LeadLimits } from './adaptive-lead';
import { AudioStreamClosedError } from './errors';
import { PacedStream } from './paced-stream';
import type { AudioSink, StreamPacer } from './paced-stream';
import { systemPacerClock } from './pacer-clock';
import type { PacerClock } from './pacer-clock';
import { BYTES_PER_MS } from './telephone-pcm';

export interface PacerOptions {
  /** Default: `performance.now` and `setInterval`. */
  readonly clock?: PacerClock;
  /** How often all streams are looked after, in milliseconds. Default 10. */
  readonly tickMs?: number;
  /** How far ahead of the listener audio is written on a quiet machine, in milliseconds. Default 290. */
  readonly leadMs?: number;
  /** How far at most, once ticks have been seen to come late, in milliseconds. Default 760. */
  readonly maxLeadMs?: number;
  /** Audio per write, in milliseconds. Default 126. */
  readonly chunkMs?: number;
}

const resolveLimits = ({
  tickMs = 10,
  leadMs = 290,
  maxLeadMs = 760,
  chunkMs = 126,
}: PacerOptions): LeadLimits => {
  if (!(tickMs > 0 && chunkMs > 0)) {
    throw new RangeError(`tickMs (${tickMs}) and chunkMs (${chunkMs}) must be above 0.`);
  }
  if (!(leadMs >= chunkMs + 2 * tickMs && maxLeadMs >= leadMs)) {
    throw new RangeError(
      `leadMs (${leadMs}) must be at least chunkMs + 2 × tickMs (${chunkMs + 2 * tickMs}), and maxLeadMs (${maxLeadMs}) at least leadMs.`,
    );
  }
  return { tickMs, leadMs, maxLeadMs, chunkMs };
};

/**
 * Writes the audio of any number of streams just ahead of being heard, on one shared
 * tick. The lead is what a stall of the event loop may last without being heard, and also
 * what is still heard after a stop; it adapts to how late ticks come. The timer runs only
 * while some stream has audio to send or to await.
 */
export class Pacer {
  readonly #clock: PacerClock;
  readonly #limits: LeadLimits;
  readonly #lead: AdaptiveLead;
  readonly #open = new Set<PacedStream>();
  readonly #active = new Set<PacedStream>();
  readonly #port: StreamPacer;
  #stopTicking: (() => void) | undefined;
  #lastTickAt = 0;
  #disposed = false;

  /** @throws RangeError when the options contradict each other */
  constructor(options: PacerOptions = {}) {
    this.#clock = options.clock ?? systemPacerClock;
    this.#limits = resolveLimits(options);
    this.#lead = new AdaptiveLead(this.#limits);
    this.#port = {
      // Whole samples: two bytes each.
      chunkBytes: Math.max(2, Math.floor((this.#limits.chunkMs * BYTES_PER_MS) / 2) * 2),
      now: () => this.#clock.now(),
      targetLeadMs: (nowMs, ownLeadMs) => this.#lead.targetMs(nowMs, ownLeadMs),
      setActive: (stream, active) => {
        this.#setActive(stream, active);
      },
      release: (stream) => {
        this.#open.delete(stream);
      },
    };
  }

  /** The lead kept now, in milliseconds: for metrics. */
  get leadMs(): number {
    return this.#lead.targetMs(this.#clock.now());
  }

  /**
   * A stream that writes to `sink`; whoever opens it closes it.
   * @throws AudioStreamClosedError after `dispose`
   */
  open(sink: AudioSink): PacedStream {
    if (this.#disposed) {
      throw new AudioStreamClosedError('The pacer has been disposed of. Make a new one to play.');
    }
    const stream = new PacedStream(this.#port, sink);
    this.#open.add(stream);
    return stream;
  }

  /** Closes every stream; no timer is left. */
  dispose(): void {
    this.#disposed = true;
    for (const stream of this.#open) stream.close();
  }

  #setActive(stream: PacedStream, active: boolean): void {
    if (active) this.#active.add(stream);
    else this.#active.delete(stream);

    if (this.#active.size === 0) {
      this.#stopTicking?.();
      this.#stopTicking = undefined;
    } else if (this.#stopTicking === undefined) {
      this.#lastTickAt = this.#clock.now();
      this.#stopTicking = this.#clock.every(this.#limits.tickMs, () => {
        this.#tick();
      });
    }
  }

  #tick(): void {
    const now = this.#clock.now();
    const before = this.#lead.targetMs(now);
    const lateMs = Math.max(0, now - this.#lastTickAt - this.#limits.tickMs);
    this.#lead.observe(lateMs, now);
    this.#lastTickAt = now;
    // What a stream counted as not due yet is due when the lead has just grown.
    const hasGrown = this.#lead.targetMs(now) > before;
    const isDue = ({ dueAt }: PacedStream): boolean => hasGrown || dueAt <= now;
    if (lateMs <= this.#limits.tickMs) {
      for (const stream of this.#active) if (isDue(stream)) stream.advance(now);
      return;
    }
    // After a stall nearly all are due, and writing takes time: whose audio runs out first comes first.
    const due = [...this.#active].filter(isDue).sort((a, b) => a.dueAt - b.dueAt);
    for (const stream of due) if (this.#active.has(stream)) stream.advance(now);
  }
}
