import type { Clock, Timer } from '../clock';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that stands still until told to go on. */
export class VirtualClock implements Clock {
  private time = 0;
  private wallOffsetMs = 0;
  private readonly due = new Set<Due>();

  /** Timers that have neither run nor been cancelled. */
  get pending(): number {
    return this.due.size;
  }

  /** Milliseconds until the next timer falls due; 0 when none is set. */
  untilNext(): number {
    const next = Math.min(...[...this.due].map(({ at }) => at));
    return Number.isFinite(next) ? next - this.time : 0;
  }

  now(): number {
    return this.time;
  }

  date(): Date {
    return new Date(Date.UTC(2026, 10, 22) + this.time + this.wallOffsetMs);
  }

  /** Somebody sets the wall clock; the monotonic one goes on. */
  setWallClock(byMs: number): void {
    this.wallOffsetMs += byMs;
  }

  after(ms: number, run: () => void): Timer {
    const due = { at: this.time + ms, run };
    this.due.add(due);
    return {
      cancel: () => {
        this.due.delete(due);
      },
    };
  }

  /** Lets time pass, running what falls due in order, and promises in between. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      await settle();
      let next: Due | undefined;
      for (const due of this.due) {
        if (due.at <= end && (next === undefined || due.at < next.at)) next = due;
      }
      if (next === undefined) break;
      this.due.delete(next);
      this.time = next.at;
      next.run();
    }
    this.time = end;
    await settle();
  }
}

/** Lets everything run that waits on settled promises only. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
