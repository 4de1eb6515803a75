import type { Frame } from '../socket/frames';
import { participantKey } from './replica';

export type EntityFrame = Extract<Frame, { readonly id: number }>;

/** Changes kept beyond what each participant's last one needs; more than a PBX has participants. */
const MOST_CHANGES = 10_000;

/**
 * Events that wait for a snapshot. Repeated changes of one participant count once,
 * since the GET after them tells the same; should there be too many all the same, they
 * are dropped and another snapshot stands in for them. Keys are always kept.
 */
export class HeldEvents {
  private readonly frames: EntityFrame[] = [];
  private readonly lastChange = new Map<string, EntityFrame['kind']>();
  private changes = 0;
  /** Changes were dropped: what is held tells less than a snapshot will. */
  overflowed = false;

  get size(): number {
    return this.frames.length;
  }

  add(frame: EntityFrame): void {
    if (frame.kind !== 'dtmf') {
      const key = participantKey(frame.dn, frame.id);
      if (this.lastChange.get(key) === frame.kind) return;
      if (this.changes >= MOST_CHANGES) {
        this.overflowed = true;
        return;
      }
      this.changes += 1;
      this.lastChange.set(key, frame.kind);
    }
    this.frames.push(frame);
  }

  /** All of them, in the order they came. */
  take(): readonly EntityFrame[] {
    return this.frames;
  }
}
