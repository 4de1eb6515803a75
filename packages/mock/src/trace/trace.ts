const entriesKept = 10_000;

export interface TraceEntry {
  /** Milliseconds since the mock started. */
  readonly timeMs: number;
  readonly kind: 'request' | 'token' | 'socket' | 'event' | 'call' | 'stream' | 'fault';
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** The last things that happened, oldest first. Holds no secret, token, key press or outside number. */
export class Trace {
  readonly #now: () => number;
  /** Where `timeMs` is 0, on the mock's clock. */
  readonly startedAt: number;
  readonly #entries: TraceEntry[] = [];

  constructor(now: () => number) {
    this.#now = now;
    this.startedAt = now();
  }

  add(kind: TraceEntry['kind'], detail: TraceEntry['detail']): void {
    this.#entries.push({ timeMs: Math.round(this.#now() - this.startedAt), kind, detail });
    if (this.#entries.length > entriesKept * 1.1) this.#entries.splice(0, this.#entries.length - entriesKept);
  }

  get entries(): readonly TraceEntry[] {
    return this.#entries;
  }
}
