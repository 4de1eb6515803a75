import { metrics as openTelemetry, type Counter, type Histogram, type Meter } from '@opentelemetry/api';

/** What is counted, and in which words OpenTelemetry tells it. */
const COUNTED = {
  messages: 'Messages received on the event socket',
  malformed: 'Messages that could not be read',
  gets: 'Requests for one participant',
  conflated: 'Events that needed no request of their own',
  snapshots: 'Snapshots of all extensions',
  events: 'Call events told',
  digits: 'Keys that callers pressed',
  gaps: 'Stretches of missing messages',
  losses: 'Event sockets lost',
  reconnects: 'Event sockets opened again',
} as const;

export type CounterName = keyof typeof COUNTED;

/** A moment's figures of one phone system. Counts run from its start. */
export type PhoneSystemMetrics = Readonly<Record<CounterName, number>> & {
  /** Calls in progress on our extensions. */
  readonly liveCalls: number;
  /** Participants whose state is being asked for. */
  readonly pendingGets: number;
  /** Events that wait for a snapshot. */
  readonly heldEvents: number;
  /** From an event to its state being told, milliseconds, over all so far. */
  readonly meanLagMs: number;
  readonly maxLagMs: number;
};

/**
 * Counts for `metrics$`, and for OpenTelemetry where the application has set it up; its
 * API alone does nothing. No number, name, digit or token is ever an attribute.
 */
export class Counters {
  private readonly counts: Record<CounterName, number>;
  private readonly instruments: Record<CounterName, Counter>;
  private readonly lag: Histogram;
  private lags = 0;
  private totalLagMs = 0;
  private maxLagMs = 0;

  constructor(meter: Meter = openTelemetry.getMeter('@org/3cx-core')) {
    const names = Object.keys(COUNTED) as CounterName[];
    const each = <T>(make: (name: CounterName) => T) =>
      Object.fromEntries(names.map((name) => [name, make(name)])) as Record<CounterName, T>;
    this.counts = each(() => 0);
    this.instruments = each((name) => meter.createCounter(`threecx.${name}`, { description: COUNTED[name] }));
    this.lag = meter.createHistogram('threecx.lag', {
      description: 'From an event to its state being told',
      unit: 'ms',
    });
  }

  add(name: CounterName, count = 1): void {
    this.counts[name] += count;
    this.instruments[name].add(count);
  }

  lagged(ms: number): void {
    this.lags += 1;
    this.totalLagMs += ms;
    this.maxLagMs = Math.max(this.maxLagMs, ms);
    this.lag.record(ms);
  }

  with(now: Pick<PhoneSystemMetrics, 'liveCalls' | 'pendingGets' | 'heldEvents'>): PhoneSystemMetrics {
    return {
      ...this.counts,
      ...now,
      meanLagMs: this.lags === 0 ? 0 : this.totalLagMs / this.lags,
      maxLagMs: this.maxLagMs,
    };
  }
}
