export interface CircuitBreakerSettings {
  /** Failures in a row that open the circuit. Default 5. */
  readonly failures?: number;
  /** Milliseconds until the first trial; doubles with each that fails. Default 1 000. */
  readonly coolDownMs?: number;
  /** Longest wait for a trial, milliseconds. Default 5 000: a PBX that is back is needed soon. */
  readonly maxCoolDownMs?: number;
}

/** How a request was let through. */
export type CircuitPass = 'regular' | 'trial';

/** What became of a request, as far as the circuit cares. */
export type CircuitOutcome = 'answered' | 'failed' | 'neither';

/**
 * Stops asking a PBX that has failed several times in a row, and lets one request
 * through from time to time to see whether it is back. It counts monotonic time, so
 * that a wall clock set back can't keep it open.
 */
export class CircuitBreaker {
  private readonly threshold: number;
  private readonly coolDownMs: number;
  private readonly maxCoolDownMs: number;
  private inARow = 0;
  /** While open: when the next trial may start, and how long the wait before it was. */
  private open: { readonly trialAt: number; readonly waitMs: number } | undefined;
  private trying = false;
  lastFailure: Error | undefined;

  constructor(
    private readonly now: () => number,
    settings: CircuitBreakerSettings = {},
  ) {
    this.threshold = settings.failures ?? 5;
    this.coolDownMs = settings.coolDownMs ?? 1_000;
    this.maxCoolDownMs = settings.maxCoolDownMs ?? 5_000;
  }

  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /**
   * Whether a request may go out now: as any other, as the trial of an open circuit, or
   * not for that many milliseconds. Whoever is let through tells the outcome by `settle`.
   */
  enter(): CircuitPass | number {
    if (this.open === undefined) return 'regular';
    const left = this.open.trialAt - this.now();
    if (left > 0) return left;
    if (this.trying) return this.open.waitMs;
    this.trying = true;
    return 'trial';
  }

  /** Says what became of a request that was let through. */
  settle(pass: CircuitPass, outcome: CircuitOutcome, error?: Error): void {
    if (pass === 'trial') this.trying = false;
    if (outcome === 'neither') return;
    if (outcome === 'answered') {
      this.inARow = 0;
      this.open = undefined;
      this.lastFailure = undefined;
      return;
    }
    this.inARow += 1;
    this.lastFailure = error;
    if (this.open === undefined) {
      if (this.inARow >= this.threshold) this.openFor(this.coolDownMs);
    } else if (pass === 'trial') {
      this.openFor(Math.min(this.open.waitMs * 2, this.maxCoolDownMs));
    }
  }

  private openFor(waitMs: number): void {
    this.open = { trialAt: this.now() + waitMs, waitMs };
  }
}
