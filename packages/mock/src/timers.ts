/** Owns every timer of one mock, so that disposing the mock ends them all. */
export class Timers {
  readonly #handles = new Set<NodeJS.Timeout>();

  /** Runs `action` once, `ms` milliseconds from now, unless the returned function is called first. */
  after(ms: number, action: () => void): () => void {
    const handle = setTimeout(() => {
      this.#handles.delete(handle);
      action();
    }, ms);
    return this.#own(handle);
  }

  /** Runs `action` every `ms` milliseconds until the returned function is called. */
  every(ms: number, action: () => void): () => void {
    return this.#own(setInterval(action, ms));
  }

  /** How many timers are running. */
  get size(): number {
    return this.#handles.size;
  }

  dispose(): void {
    for (const handle of this.#handles) clearTimeout(handle);
    this.#handles.clear();
  }

  #own(handle: NodeJS.Timeout): () => void {
    this.#handles.add(handle);
    return () => {
      clearTimeout(handle);
      this.#handles.delete(handle);
    };
  }
}
