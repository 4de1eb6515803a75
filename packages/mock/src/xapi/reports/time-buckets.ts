export type BucketUnit = 'hour' | 'day' | 'month';

interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A clock in a time zone (IANA name); UTC when the name isn't known. */
export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.#format = formatFor(timeZone) ?? formatIn('UTC');
  }

  /** The moment at which the bucket that `at` falls into begins, epoch milliseconds. */
  startOf(at: number, unit: BucketUnit): number {
    const { year, month, day, hour } = this.#local(at);
    return this.#moment(year, month, unit === 'month' ? 1 : day, unit === 'hour' ? hour : 0);
  }

  /** Beginnings of all buckets that touch the time from `from` to `to`. */
  bucketsBetween(from: number, to: number, unit: BucketUnit, most = 2000): readonly number[] {
    const starts: number[] = [];
    for (
      let start = this.startOf(from, unit);
      start <= to && starts.length < most;
      start = this.next(start, unit)
    ) {
      starts.push(start);
    }
    return starts;
  }

  /** Where the bucket after the one that begins at `start` begins. */
  next(start: number, unit: BucketUnit): number {
    if (unit === 'hour') return start + 3_600_000;
    const { year, month, day } = this.#local(start);
    return unit === 'day' ? this.#moment(year, month, day + 1, 0) : this.#moment(year, month + 1, 1, 0);
  }

  #moment(year: number, month: number, day: number, hour: number): number {
    const asUtc = Date.UTC(year, month - 1, day, hour);
    const guess = asUtc - this.#offset(asUtc);
    // The offset at the guess settles it on days when clocks change.
    return asUtc - this.#offset(guess);
  }

  #offset(at: number): number {
    const { year, month, day, hour, minute } = this.#local(at);
    return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
  }

  #local(at: number): LocalTime {
    const parts = new Map(this.#format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return {
      year: parts.get('year') ?? 1970,
      month: parts.get('month') ?? 1,
      day: parts.get('day') ?? 1,
      hour: parts.get('hour') ?? 0,
      minute: parts.get('minute') ?? 0,
    };
  }
}

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return formatIn(timeZone === '' ? 'UTC' : timeZone);
  } catch {
    return undefined;
  }
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}
