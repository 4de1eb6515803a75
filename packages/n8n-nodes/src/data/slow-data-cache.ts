import * as z from 'zod/v4';

/** The guide's five minutes. */
export const KEPT_MS = 300_000;
const MOST = 200;

interface Entry {
  readonly at: number;
  readonly value: Promise<unknown>;
}

export interface Cached<T> {
  readonly value: T;
  /** When 3CX was asked. */
  readonly at: Date;
}

/** Answers of 3CX that change slowly, kept for five minutes; who asks meanwhile shares one request. */
export class SlowDataCache {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** @throws what `fetch` throws; a failure isn't kept */
  async get<T>(key: string, isWanted: boolean, fetch: () => Promise<T>): Promise<Cached<T>> {
    const known = this.#entries.get(key);
    if (isWanted && known !== undefined && this.#now() - known.at < KEPT_MS) {
      return { value: z.custom<T>().parse(await known.value), at: new Date(known.at) };
    }
    const at = this.#now();
    const value = fetch();
    this.#keep(key, { at, value });
    value.catch(() => {
      if (this.#entries.get(key)?.value === value) this.#entries.delete(key);
    });
    return { value: await value, at: new Date(at) };
  }

  #keep(key: string, entry: Entry): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MOST && oldest !== undefined) this.#entries.delete(oldest);
  }
}

/** One for the process. */
export const slowData = new SlowDataCache();
