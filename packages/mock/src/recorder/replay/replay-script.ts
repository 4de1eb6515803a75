import type { EntryOf, SessionEntry } from '../session-entry';

/** What the server does next. */
export type ServerEntry =
  | EntryOf<'response'>
  | EntryOf<'audio'>
  | EntryOf<'end'>
  | EntryOf<'failure'>
  | EntryOf<'socket-open'>
  | EntryOf<'socket-refused'>
  | EntryOf<'frame'>
  | EntryOf<'socket-closed'>;

/** What the client did, for which the server's next step waits. */
export type ClientEntry = EntryOf<'request'> | EntryOf<'socket'> | EntryOf<'frame'> | EntryOf<'end'>;

/** Where the replay stands. */
export type Next =
  | { readonly kind: 'do'; readonly entry: ServerEntry }
  /** The client has yet to do this. */
  | { readonly kind: 'await'; readonly entry: ClientEntry }
  | { readonly kind: 'over' };

/**
 * The order of a recorded session: each thing the server did comes after all that was before it, so
 * also after all that the client had done by then. Knows no time and no socket.
 */
export class ReplayScript {
  readonly #entries: readonly SessionEntry[];
  /** Indexes of what the client has done, and of what isn't waited for any more. */
  readonly #done = new Set<number>();
  readonly #skippedIds = new Set<number>();
  #cursor = 0;

  constructor(entries: readonly SessionEntry[]) {
    this.#entries = entries;
  }

  /** The client sent a request. @returns the recorded one that it is, or undefined when there is none left. */
  request(method: string, path: string): EntryOf<'request'> | undefined {
    return this.#claim((entry) =>
      entry.kind === 'request' && entry.method === method && samePath(entry.path, path) ? entry : undefined,
    );
  }

  /** The client asked for an event socket. */
  socket(path: string): EntryOf<'socket'> | undefined {
    return this.#claim((entry) =>
      entry.kind === 'socket' && samePath(entry.path, path) ? entry : undefined,
    );
  }

  /** The client sent a frame over a socket. */
  frame(id: number): EntryOf<'frame'> | undefined {
    return this.#claim((entry) =>
      entry.kind === 'frame' && entry.id === id && entry.from === 'client' ? entry : undefined,
    );
  }

  /** The client ended what it streamed. */
  end(id: number): EntryOf<'end'> | undefined {
    return this.#claim((entry) =>
      entry.kind === 'end' && entry.id === id && entry.from === 'client' ? entry : undefined,
    );
  }

  /** The first thing that isn't done yet; what the server does counts as done when it has been returned. */
  next(): Next {
    for (;;) {
      const entry = this.#entries[this.#cursor];
      if (!entry) return { kind: 'over' };
      if (entry.kind !== 'recording' && !this.#skippedIds.has(entry.id)) {
        const client = clientEntry(entry);
        if (client && !this.#done.has(this.#cursor)) return { kind: 'await', entry: client };
        const server = serverEntry(entry);
        if (server) {
          this.#cursor += 1;
          return { kind: 'do', entry: server };
        }
      }
      this.#cursor += 1;
    }
  }

  /** The client isn't going to do what is awaited: goes on without it, and without what followed from it. */
  skip(): void {
    const entry = this.#entries[this.#cursor];
    if (entry?.kind === 'request' || entry?.kind === 'socket') this.#skippedIds.add(entry.id);
    this.#done.add(this.#cursor);
  }

  /** An event socket that wasn't waited for any more, and comes now after all. */
  lateSocket(path: string): EntryOf<'socket'> | undefined {
    const late = this.#entries.find(
      (entry): entry is EntryOf<'socket'> =>
        entry.kind === 'socket' && this.#skippedIds.has(entry.id) && samePath(entry.path, path),
    );
    if (late) this.#skippedIds.delete(late.id);
    return late;
  }

  /** The recorded answer to a request that comes too late, or again: nothing waits for it any more. */
  lateAnswer(method: string, path: string): EntryOf<'response'> | undefined {
    const ids = new Set(
      this.#entries.flatMap((entry) =>
        entry.kind === 'request' && entry.method === method && samePath(entry.path, path) ? [entry.id] : [],
      ),
    );
    const before = this.#entries.slice(0, this.#cursor);
    return before.findLast(
      (entry): entry is EntryOf<'response'> =>
        entry.kind === 'response' && entry.isStreamed !== true && ids.has(entry.id),
    );
  }

  #claim<Entry extends SessionEntry>(match: (entry: SessionEntry) => Entry | undefined): Entry | undefined {
    for (let index = this.#cursor; index < this.#entries.length; index += 1) {
      const entry = this.#entries[index];
      const found = entry && !this.#done.has(index) ? match(entry) : undefined;
      if (!found) continue;
      this.#done.add(index);
      return found;
    }
    return undefined;
  }
}

/** The entry if it is something the client did and the server waited for. */
function clientEntry(entry: SessionEntry): ClientEntry | undefined {
  switch (entry.kind) {
    case 'request':
    case 'socket':
      return entry;
    case 'frame':
      return entry.from === 'client' ? entry : undefined;
    case 'end':
      return entry.from === 'client' && entry.how === 'complete' ? entry : undefined;
    default:
      return undefined;
  }
}

/** The entry if it is something the server did. */
function serverEntry(entry: SessionEntry): ServerEntry | undefined {
  switch (entry.kind) {
    case 'response':
    case 'failure':
    case 'socket-open':
    case 'socket-refused':
      return entry;
    case 'audio':
    case 'end':
    case 'frame':
    case 'socket-closed':
      return entry.from === 'server' ? entry : undefined;
    default:
      return undefined;
  }
}

/** Telephone numbers were masked, so any will do in the place of any. */
function samePath(recorded: string, asked: string): boolean {
  return withoutNumbers(recorded) === withoutNumbers(asked);
}

function withoutNumbers(path: string): string {
  let plain = path.replaceAll('+', ' ');
  try {
    plain = decodeURIComponent(path.replace(/\+(?=[^?]*$)/g, ' '));
  } catch {
    // Compared as it is.
  }
  return plain.replace(/[+ ]?\d[\d ()/-]{5,}\d/g, '#');
}
