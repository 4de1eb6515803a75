import { runSocketSchedule } from './run-socket-schedule';

/** A few on every run; `SOCKET_SCHEDULES=100` runs more, `SOCKET_SEED=n` one alone. */
const SCHEDULES = Number(process.env.SOCKET_SCHEDULES ?? 3);
const ONE_SEED = process.env.SOCKET_SEED;
const SEEDS =
  ONE_SEED === undefined ? Array.from({ length: SCHEDULES }, (_, at) => at + 1) : [Number(ONE_SEED)];

describe('random calls under random faults, over real sockets', () => {
  it.each(SEEDS)(
    'lose, repeat and reorder nothing: SOCKET_SEED=%d',
    async (seed) => {
      const { violations, troubles, calls, transitions } = await runSocketSchedule(seed, {
        slow: SCHEDULES > 3,
      });
      expect({ violations, troubles }).toEqual({ violations: [], troubles });
      expect(calls).toBeGreaterThanOrEqual(5);
      expect(transitions).toBeGreaterThanOrEqual(30);
      expect(troubles.length).toBeGreaterThanOrEqual(3);
    },
    900_000,
  );
});
