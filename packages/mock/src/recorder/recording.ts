import { performance } from 'node:perf_hooks';
import type { Masker } from './masking/masker';
import type { SessionEntry } from './session-entry';

type Untimed<Entry> = Entry extends { readonly t: number } ? Omit<Entry, 't'> : never;

/** A recording being written: numbers what happens and notes when. */
export class Recording {
  readonly masker: Masker;
  readonly #write: (line: string) => void;
  readonly #startedAt = performance.now();
  #lastId = 0;
  #lines = 0;
  #closed = false;

  /** @param write - takes each line, without its end. */
  constructor(masker: Masker, write: (line: string) => void) {
    this.masker = masker;
    this.#write = write;
    this.#line({ kind: 'recording', version: 1 });
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  add(entry: Untimed<SessionEntry>): void {
    this.#line({ ...entry, t: Math.round(performance.now() - this.#startedAt) });
  }

  get lines(): number {
    return this.#lines;
  }

  /** Nothing is written any more. */
  close(): void {
    this.#closed = true;
  }

  #line(entry: SessionEntry): void {
    if (this.#closed) return;
    this.#lines += 1;
    this.#write(this.masker.line(JSON.stringify(entry)));
  }
}
