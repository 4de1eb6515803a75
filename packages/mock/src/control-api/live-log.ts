import type { Trace, TraceEntry } from '../trace/trace';

/** What a reader of the live log is sent. */
export type LiveMessage =
  /** First of all. `mock` differs between two starts of the mock; `last` is the number of the latest entry. */
  | { readonly type: 'hello'; readonly mock: string; readonly last: number }
  | ({ readonly type: 'entry'; readonly sequence: number } & TraceEntry)
  /** So many entries were lost because the reader was too slow, or came back too late. */
  | { readonly type: 'gap'; readonly missed: number };

/** Where the messages go. */
export interface LiveReader {
  /** Whether so much is still on its way that more must wait. */
  readonly full: boolean;
  send(message: LiveMessage): void;
}

/**
 * Follows the trace for one reader, at the reader's own speed: nothing is queued
 * for a slow one, who is told instead how many entries it has missed once they
 * are no longer kept.
 */
export class LiveLog {
  readonly #trace: Trace;
  readonly #reader: LiveReader;
  readonly #stopListening: () => void;
  #next: number;

  /** @param after number of the last entry the reader has; it gets those after it that are kept. */
  constructor(trace: Trace, mock: string, reader: LiveReader, after: number) {
    this.#trace = trace;
    this.#reader = reader;
    this.#next = after + 1;
    reader.send({ type: 'hello', mock, last: trace.last });
    this.flush();
    this.#stopListening = trace.onEntry(() => {
      this.flush();
    });
  }

  /** To be called whenever the reader can take more. */
  flush(): void {
    while (!this.#reader.full) {
      const missed = this.#trace.firstKept - this.#next;
      if (missed > 0) {
        this.#reader.send({ type: 'gap', missed });
        this.#next += missed;
      }
      const entry = this.#trace.at(this.#next);
      if (!entry) return;
      this.#reader.send({ type: 'entry', sequence: this.#next, ...entry });
      this.#next += 1;
    }
  }

  stop(): void {
    this.#stopListening();
  }
}

/**
 * Where a reader begins: after the entry it names, or with the last `last` ones;
 * one that names an entry there never was comes from an earlier mock and gets all.
 */
export function startAfter(trace: Trace, after: number | undefined, last: number): number {
  if (after === undefined) return Math.max(trace.firstKept - 1, trace.last - last);
  return after > trace.last ? trace.firstKept - 1 : after;
}
