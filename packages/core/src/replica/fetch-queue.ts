/** What became of asking for one entity. */
export type Fetched<T> =
  { readonly kind: 'found'; readonly value: T } | { readonly kind: 'failed'; readonly error: unknown };

export interface FetchQueueOptions<T> {
  readonly fetch: (key: string) => Promise<T>;
  /** Called once per answer that still counts, in the order the answers came. */
  readonly onFetched: (key: string, fetched: Fetched<T>) => void;
  /** Called when an event needs no request of its own. */
  readonly onConflated?: () => void;
  /** Requests at a time over all entities. Default 8. */
  readonly concurrency?: number;
}

interface Entry {
  /** Someone asked again while the request was out: its answer may be older than that event. */
  again: boolean;
}

/**
 * Conflation: events carry no data, so each change costs a GET; however many come,
 * at most one GET per entity is in flight and one more is remembered.
 */
export class FetchQueue<T> {
  private readonly inFlight = new Map<string, Entry>();
  private readonly waiting = new Set<string>();
  /** Requests that are out, those whose answer no longer counts too. */
  private out = 0;
  private readonly concurrency: number;
  private stopped = false;

  constructor(private readonly options: FetchQueueOptions<T>) {
    this.concurrency = options.concurrency ?? 8;
  }

  /** The entities whose state is being asked for, or will be. */
  get pending(): string[] {
    return [...this.inFlight.keys(), ...this.waiting];
  }

  request(key: string): void {
    if (this.stopped) return;
    const entry = this.inFlight.get(key);
    if (entry !== undefined) {
      if (entry.again) this.options.onConflated?.();
      entry.again = true;
      return;
    }
    if (this.waiting.has(key)) this.options.onConflated?.();
    this.waiting.add(key);
    this.pump();
  }

  /** Forgets an entity: an answer still on its way counts for nothing. */
  cancel(key: string): void {
    this.waiting.delete(key);
    this.inFlight.delete(key);
  }

  /** Forgets all, before a snapshot that will know better. */
  cancelAll(): void {
    this.waiting.clear();
    this.inFlight.clear();
  }

  stop(): void {
    this.stopped = true;
    this.cancelAll();
  }

  private pump(): void {
    for (const key of this.waiting) {
      if (this.out >= this.concurrency) return;
      this.waiting.delete(key);
      this.out += 1;
      const entry: Entry = { again: false };
      this.inFlight.set(key, entry);
      this.options.fetch(key).then(
        (value) => {
          this.settle(key, entry, { kind: 'found', value });
        },
        (error: unknown) => {
          this.settle(key, entry, { kind: 'failed', error });
        },
      );
    }
  }

  private settle(key: string, entry: Entry, fetched: Fetched<T>): void {
    this.out -= 1;
    if (this.inFlight.get(key) === entry) {
      this.inFlight.delete(key);
      if (entry.again) this.waiting.add(key);
      this.options.onFetched(key, fetched);
    }
    this.pump();
  }
}
