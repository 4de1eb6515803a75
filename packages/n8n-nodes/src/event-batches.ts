/** Puts events together: until so many are there, or the first has waited so long. */
export class EventBatches<Event> {
  readonly #size: number;
  readonly #waitMs: number;
  readonly #send: (events: readonly Event[]) => void;
  #events: Event[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(size: number, waitMs: number, send: (events: readonly Event[]) => void) {
    this.#size = size;
    this.#waitMs = waitMs;
    this.#send = send;
  }

  add(event: Event): void {
    this.#events.push(event);
    if (this.#events.length >= this.#size) {
      this.flush();
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, this.#waitMs).unref();
  }

  /** Sends what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    this.#send(events);
  }
}
