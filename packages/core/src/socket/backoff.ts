const SHORTEST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Waiting times between connection attempts: decorrelated jitter from 0.5 to 30 s,
 * so that many clients of one PBX don't come back in step.
 */
export class Backoff {
  private previous = SHORTEST_MS;

  constructor(private readonly random: () => number = Math.random) {}

  /** Milliseconds to wait before the next attempt. */
  next(): number {
    const ceiling = Math.max(SHORTEST_MS, this.previous * 3);
    this.previous = Math.min(LONGEST_MS, SHORTEST_MS + this.random() * (ceiling - SHORTEST_MS));
    return this.previous;
  }

  /** Begins again, after a connection that held. */
  reset(): void {
    this.previous = SHORTEST_MS;
  }
}
