import { runSchedule, type ScheduleResult } from './run-schedule';

/** A fixed set on every run; `FAULT_SCHEDULES=10000` runs more, `FAULT_SEED=n` one alone. */
const SCHEDULES = Number(process.env.FAULT_SCHEDULES ?? 300);
const ONE_SEED = process.env.FAULT_SEED;

const report = ({ seed, troubles, violations }: ScheduleResult) =>
  `FAULT_SEED=${String(seed)} (${troubles.join(', ')}): ${violations.join('; ')}`;

describe('random calls under random faults', () => {
  const seeds =
    ONE_SEED === undefined ? Array.from({ length: SCHEDULES }, (_, at) => at + 1) : [Number(ONE_SEED)];

  it(
    `lose, repeat and reorder nothing in ${String(seeds.length)} schedules`,
    async () => {
      const failed: string[] = [];
      const smallest = { calls: Infinity, transitions: Infinity, troubles: Infinity };
      const seen = new Set<string>();
      for (const seed of seeds) {
        const result = await runSchedule(seed);
        if (result.violations.length > 0) failed.push(report(result));
        if (failed.length >= 10) break;
        smallest.calls = Math.min(smallest.calls, result.calls);
        smallest.transitions = Math.min(smallest.transitions, result.transitions);
        smallest.troubles = Math.min(smallest.troubles, result.troubles.length);
        for (const { event } of result.told) seen.add(event.eventType);
      }
      expect(failed).toEqual([]);
      expect(smallest.calls).toBeGreaterThanOrEqual(5);
      expect(smallest.transitions).toBeGreaterThanOrEqual(30);
      expect(smallest.troubles).toBeGreaterThanOrEqual(3);
    },
    Math.max(60_000, seeds.length * 200),
  );

  it('are the same again for the same seed', async () => {
    const once = await runSchedule(7);
    const again = await runSchedule(7);
    expect(again.told).toEqual(once.told);
    expect(once.told.length).toBeGreaterThan(20);
  });
});
