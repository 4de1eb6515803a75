import { abortErrorOf } from './aborted';

interface Waiting {
  readonly admit: () => void;
}

/**
 * How many short requests may be under way to one PBX at a time; the others wait in
 * line. The line stands here rather than in Node's agent, so that a request still
 * without a connection can be called off, timed out, and signed with the token of
 * the moment it goes out.
 */
export class ConnectionSlots {
  private free: number;
  private readonly line = new Set<Waiting>();

  constructor(size: number) {
    this.free = size;
  }

  /** Takes a slot at once, if one is free. */
  tryTake(): boolean {
    if (this.free === 0) return false;
    this.free -= 1;
    return true;
  }

  /**
   * Waits for a slot.
   * @throws what `late` makes after `ms`, or an AbortError
   */
  take(ms: number, late: () => Error, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(abortErrorOf(signal));
        return;
      }
      const leave = () => {
        this.line.delete(waiting);
        clearTimeout(timer);
        signal?.removeEventListener('abort', calledOff);
      };
      const calledOff = () => {
        leave();
        if (signal !== undefined) reject(abortErrorOf(signal));
      };
      const timer = setTimeout(() => {
        leave();
        reject(late());
      }, ms);
      const waiting: Waiting = {
        admit() {
          leave();
          resolve();
        },
      };
      signal?.addEventListener('abort', calledOff, { once: true });
      this.line.add(waiting);
    });
  }

  /** Gives the slot to the one that has waited longest, or back. */
  release(): void {
    const [first] = this.line;
    if (first === undefined) this.free += 1;
    else first.admit();
  }
}
