import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Item, Stage } from './stage';

/** A sender that is this far ahead of the toxics has to wait, bytes. */
const mostQueuedBytes = 1_000_000;
/** Delivered items are cleared away in lots: shifting a long list for each would cost more than it frees. */
const clearAwayAfter = 1024;

/** One direction of a connection: from one socket, through the stages, to the other. */
export class Link {
  /** The stages in force, by name; what is already on its way isn't touched by a change. */
  readonly stages = new Map<string, Stage>();
  readonly #source: Socket;
  readonly #sink: Socket;
  #queue: Item[] = [];
  #next = 0;
  #queuedBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #blocked = false;
  #over = false;

  /** @param closed - called when a stage has closed the connection and everything before is written. */
  constructor(source: Socket, sink: Socket, closed: () => void) {
    this.#source = source;
    this.#sink = sink;
    source.on('data', (bytes: Buffer) => {
      this.#enter({ kind: 'data', bytes, at: performance.now() }, closed);
    });
    source.once('end', () => {
      this.#enter({ kind: 'end', at: performance.now() }, closed);
    });
    sink.on('drain', () => {
      this.#blocked = false;
      this.#deliver(closed);
    });
  }

  /** Nothing is delivered any more. */
  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#queue = [];
    this.#next = 0;
  }

  #enter(item: Item, closed: () => void): void {
    let items: readonly Item[] = [item];
    for (const stage of this.stages.values()) items = items.flatMap((each) => stage.pass(each));
    for (const each of items) {
      this.#queue.push(each);
      if (each.kind === 'data') this.#queuedBytes += each.bytes.length;
    }
    if (this.#queuedBytes > mostQueuedBytes) this.#source.pause();
    this.#deliver(closed);
  }

  #deliver(closed: () => void): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    let item = this.#queue[this.#next];
    while (item && item.at <= now && this.#delivers) {
      this.#take();
      if (item.kind === 'close') {
        this.stop();
        this.#sink.end(closed);
        return;
      }
      if (item.kind === 'end') this.#sink.end();
      else {
        this.#queuedBytes -= item.bytes.length;
        this.#blocked = this.#sink.writable && !this.#sink.write(item.bytes);
      }
      item = this.#queue[this.#next];
    }
    if (this.#queuedBytes <= mostQueuedBytes) this.#source.resume();
    if (!item || !this.#delivers) return;
    this.#timer = setTimeout(() => {
      this.#deliver(closed);
    }, item.at - now);
  }

  get #delivers(): boolean {
    return !this.#blocked && !this.#over && !this.#sink.destroyed;
  }

  #take(): void {
    this.#next += 1;
    if (this.#next < clearAwayAfter) return;
    this.#queue.splice(0, this.#next);
    this.#next = 0;
  }
}
