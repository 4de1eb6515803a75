import { isKept, type CallStore, type StoredCall } from './call-store';

/** Keeps calls for as long as it lives itself: for phone systems that come and go in one process, and for tests. */
export class MemoryCallStore implements CallStore {
  private readonly calls = new Map<string, StoredCall>();

  constructor(private readonly date: () => Date = () => new Date()) {}

  load(): Promise<readonly StoredCall[]> {
    this.forgetOld();
    return Promise.resolve([...this.calls.values()]);
  }

  save(call: StoredCall): Promise<void> {
    this.calls.delete(call.id);
    this.calls.set(call.id, call);
    this.forgetOld();
    return Promise.resolve();
  }

  /** The oldest changes come first: the first that is kept ends the search, save for calls in progress. */
  private forgetOld(): void {
    const now = this.date();
    for (const [id, call] of this.calls) {
      if (isKept(call, now) && call.endedAt !== undefined) return;
      if (!isKept(call, now)) this.calls.delete(id);
    }
  }
}
