import { Subject, type Observable } from 'rxjs';
import type { Clock } from '../clock';
import type { ConnectionState } from '../phone-system';

/** How the connection is, and since when nothing can be seen. */
export class ConnectionWatch {
  private readonly changes = new Subject<ConnectionState>();
  private current: ConnectionState = 'connected';
  private lostAt: number | undefined;

  constructor(private readonly clock: Clock) {}

  get state(): ConnectionState {
    return this.current;
  }

  get changes$(): Observable<ConnectionState> {
    return this.changes.asObservable();
  }

  get isInGap(): boolean {
    return this.lostAt !== undefined;
  }

  /** @returns whether a gap begins with it */
  lost(): boolean {
    if (this.isInGap) return false;
    this.lostAt = this.clock.now();
    this.change('lost');
    return true;
  }

  /** @returns how long the gap was that ends with it, milliseconds; undefined when there was none */
  restored(): number | undefined {
    if (this.lostAt === undefined) return undefined;
    const gapMs = Math.round(this.clock.now() - this.lostAt);
    this.lostAt = undefined;
    this.change('connected');
    return gapMs;
  }

  failed(): void {
    this.change('failed');
  }

  disposed(): void {
    this.change('disposed');
    this.changes.complete();
  }

  private change(state: ConnectionState): void {
    this.current = state;
    this.changes.next(state);
  }
}
