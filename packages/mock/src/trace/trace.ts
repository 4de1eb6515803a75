const entriesKept = 10_000;

export interface TraceEntry {
  /** Milliseconds since the mock started. */
  readonly timeMs: number;
  readonly kind: 'request' | 'token' | 'socket' | 'event' | 'call' | 'stream' | 'phone' | 'fault';
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** The last things that happened, oldest first. Holds no secret, token, key press or outside number. */
export class Trace {
  readonly #now: () => number;
  /** Where `timeMs` is 0, on the mock's clock. */
  readonly startedAt: number;
  readonly #entries: TraceEntry[] = [];
  readonly #listeners = new Set<() => void>();
  /** Entries that are no longer kept. */
  #forgotten = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.startedAt = now();
  }

  add(kind: TraceEntry['kind'], detail: TraceEntry['detail']): void {
    this.#entries.push({ timeMs: Math.round(this.#now() - this.startedAt), kind, detail });
    if (this.#entries.length > entriesKept * 1.1) {
      const surplus = this.#entries.length - entriesKept;
      this.#entries.splice(0, surplus);
      this.#forgotten += surplus;
    }
    for (const listener of this.#listeners) listener();
  }

  /** Calls `listener` after each new entry, until the returned function is called. */
  onEntry(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  get entries(): readonly TraceEntry[] {
    return this.#entries;
  }

  /** Entries are numbered from 1 on; these two are the first that is kept and the last. */
  get firstKept(): number {
    return this.#forgotten + 1;
  }

  get last(): number {
    return this.#forgotten + this.#entries.length;
  }

  /** The entry with this number, if it is kept. */
  at(sequence: number): TraceEntry | undefined {
    return this.#entries[sequence - this.#forgotten - 1];
  }
}
