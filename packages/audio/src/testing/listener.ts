import type { AudioSink } from '../paced-stream';
import type { PacerClock } from '../pacer-clock';
import { joined } from './speech';

/**
 * The far end as a test sees it: keeps every byte with its time of arrival, and
 * works out by itself how much it holds and when it had nothing.
 */
export class Listener implements AudioSink {
  readonly writes: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  /** Called inside `write`, after the bytes were taken. */
  onWrite: () => void = () => undefined;

  constructor(private readonly clock: Pick<PacerClock, 'now'>) {}

  write(bytes: Uint8Array): void {
    this.writes.push({ at: this.clock.now(), bytes: Uint8Array.from(bytes) });
    this.onWrite();
  }

  get bytes(): Uint8Array {
    return joined(...this.writes.map(({ bytes }) => bytes));
  }

  get byteLength(): number {
    return this.writes.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  /** Milliseconds held right after each write, and the silences between the first and the last one. */
  account(): { leads: number[]; silentMs: number } {
    let endsAt = this.writes[0]?.at ?? 0;
    let silentMs = 0;
    const leads = this.writes.map(({ at, bytes }) => {
      silentMs += Math.max(0, at - endsAt);
      endsAt = Math.max(at, endsAt) + bytes.length / 16;
      return endsAt - at;
    });
    return { leads, silentMs };
  }

  heldMs(now: number): number {
    const { leads } = this.account();
    const last = this.writes.at(-1);
    return last ? Math.max(0, last.at + (leads.at(-1) ?? 0) - now) : 0;
  }
}
