import type { Clock } from '../clock';

/**
 * The time within one call: it begins by the wall clock and goes on by the monotonic one,
 * so that what the call is told to have lasted is right when the wall clock is set meanwhile.
 */
export class CallTime {
  readonly startedAt: Date;
  private readonly origin: number;

  /** @param startedAt of a call that an earlier process saw begin; default: now */
  constructor(
    private readonly clock: Pick<Clock, 'now' | 'date'>,
    startedAt?: Date,
  ) {
    const now = clock.date();
    this.startedAt = startedAt ?? now;
    this.origin = Math.max(now.getTime(), this.startedAt.getTime()) - clock.now();
  }

  now(): Date {
    return new Date(Math.round(this.origin + this.clock.now()));
  }
}
