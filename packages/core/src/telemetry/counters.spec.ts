import { createNoopMeter, type Meter } from '@opentelemetry/api';
import { take, toArray } from 'rxjs';
import { VirtualClock } from '../testing/virtual-clock';
import { Counters } from './counters';
import { every } from './every';

describe('figures of a phone system', () => {
  it('count from the start, with the mean and the longest lag', () => {
    const counters = new Counters();
    counters.add('messages');
    counters.add('digits', 3);
    counters.lagged(10);
    counters.lagged(30);
    expect(counters.with({ liveCalls: 1, pendingGets: 2, heldEvents: 0 })).toMatchObject({
      messages: 1,
      digits: 3,
      gets: 0,
      liveCalls: 1,
      pendingGets: 2,
      meanLagMs: 20,
      maxLagMs: 30,
    });
  });

  it('go to OpenTelemetry, without attributes', () => {
    const told: unknown[][] = [];
    const meter: Meter = Object.assign(createNoopMeter(), {
      createCounter: (name: string) => ({ add: (...values: unknown[]) => told.push([name, ...values]) }),
      createHistogram: (name: string) => ({ record: (...values: unknown[]) => told.push([name, ...values]) }),
    });
    const counters = new Counters(meter);
    counters.add('reconnects');
    counters.lagged(4);
    expect(told).toEqual([
      ['threecx.reconnects', 1],
      ['threecx.lag', 4],
    ]);
  });

  it('come at once and then in steps, and leave no timer when nobody listens', async () => {
    const clock = new VirtualClock();
    let reads = 0;
    const seen: number[][] = [];
    every(5_000, clock, () => (reads += 1))
      .pipe(take(3), toArray())
      .subscribe((values) => seen.push(values));
    await clock.advance(20_000);
    expect([seen, clock.pending]).toEqual([[[1, 2, 3]], 0]);
  });
});
