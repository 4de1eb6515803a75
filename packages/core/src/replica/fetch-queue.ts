/** What became of asking for one entity. */
export type Fetched<T> =
  { readonly kind: 'found'; readonly value: T } | { readonly kind: 'failed'; readonly error: unknown };

export interface FetchQueueOptions<T> {
  readonly fetch: (key: string) => Promise<T>;
  /**
   * Called once per answer that still counts, in the order the answers came.
   * @param since when it was first asked for, by `now`
   */
  readonly onFetched: (key: string, fetched: Fetched<T>, since: number) => void;
  /** Called when an event needs no request of its own. */
  readonly onConflated?: () => void;
  readonly now: () => number;
  /** Requests at a time over all entities. Default 8. */
  readonly concurrency?: number;
}

interface Entry {
  readonly key: string;
  readonly since: number;
  /** Since when someone has asked again while the request was out: its answer may be older than that event. */
  again: number | undefined;
}

/**
 * Conflation: events carry no data, so each change costs a GET; however many come,
 * at most one GET per entity is in flight and one more is remembered.
 */
export class FetchQueue<T> {
  /** A few at most, so that looking through them is quicker than keeping a map. */
  private readonly inFlight: Entry[] = [];
  /** Since when each has been waiting. */
  private readonly waiting = new Map<string, number>();
  /** Requests that are out, those whose answer no longer counts too. */
  private out = 0;
  private readonly concurrency: number;
  private stopped = false;

  constructor(private readonly options: FetchQueueOptions<T>) {
    this.concurrency = options.concurrency ?? 8;
  }

  /** The entities whose state is being asked for, or will be. */
  get pending(): string[] {
    return [...this.inFlight.map(({ key }) => key), ...this.waiting.keys()];
  }

  request(key: string): void {
    if (this.stopped) return;
    const now = this.options.now();
    const entry = this.inFlight.find((one) => one.key === key);
    if (entry !== undefined) {
      if (entry.again === undefined) entry.again = now;
      else this.options.onConflated?.();
    } else if (this.waiting.has(key)) {
      this.options.onConflated?.();
    } else if (this.hasRoom()) {
      this.start(key, now);
    } else {
      this.waiting.set(key, now);
    }
  }

  /** Forgets an entity: an answer still on its way counts for nothing. */
  cancel(key: string): void {
    this.waiting.delete(key);
    const at = this.inFlight.findIndex((entry) => entry.key === key);
    if (at >= 0) this.inFlight.splice(at, 1);
  }

  /** Forgets all, before a snapshot that will know better. */
  cancelAll(): void {
    this.waiting.clear();
    this.inFlight.length = 0;
  }

  stop(): void {
    this.stopped = true;
    this.cancelAll();
  }

  private hasRoom(): boolean {
    return this.out < this.concurrency;
  }

  private start(key: string, since: number): void {
    this.out += 1;
    const entry: Entry = { key, since, again: undefined };
    this.inFlight.push(entry);
    this.options.fetch(key).then(
      (value) => {
        this.settle(entry, { kind: 'found', value });
      },
      (error: unknown) => {
        this.settle(entry, { kind: 'failed', error });
      },
    );
  }

  private settle(entry: Entry, fetched: Fetched<T>): void {
    this.out -= 1;
    const at = this.inFlight.indexOf(entry);
    if (at >= 0) {
      this.inFlight.splice(at, 1);
      if (entry.again !== undefined) this.waiting.set(entry.key, entry.again);
      this.options.onFetched(entry.key, fetched, entry.since);
    }
    for (const [key, since] of this.waiting) {
      if (!this.hasRoom()) return;
      this.waiting.delete(key);
      this.start(key, since);
    }
  }
}
