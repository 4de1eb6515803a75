import type { ExchangeListeners } from './switch/exchange-listener';
import type { VirtualClock } from './virtual-clock';

/** What `runUntil` can wait for. */
export type PbxHappening = 'call-placed' | 'call-connected' | 'call-ended' | 'keys-pressed';

/**
 * The time of a mock made with `time: 'virtual'`. It stands still except in
 * `advance` and `runUntil`, which go from timer to timer and, at each, wait until
 * everything under way in this process (requests, events, audio that clients send
 * and are sent over real sockets) has come to rest. A client's own timers are on
 * the machine's time unless they `follow`.
 */
export interface VirtualTime {
  /** Virtual milliseconds since the mock was made. */
  now(): number;
  /** The virtual wall clock. */
  date(): Date;
  /** Lets so many milliseconds pass. */
  advance(ms: number): Promise<void>;
  /**
   * Lets time pass until something holds or happens.
   * @param withinMs default one hour of virtual time; `Infinity` for as long as anything can happen.
   * @throws VirtualTimeError when it hasn't by then.
   */
  runUntil(goal: (() => boolean) | PbxHappening, options?: { readonly withinMs?: number }): Promise<void>;
  /**
   * Moves other clocks along with this one, in steps of `stepMs` (default 5) at most:
   * `follow((ms) => jest.advanceTimersByTime(ms))` puts a client that runs on jest's
   * fake timers on virtual time too.
   * @returns a function that ends it.
   */
  follow(advance: (ms: number) => void | Promise<void>, options?: { readonly stepMs?: number }): () => void;
}

/** What was to happen in virtual time did not. */
export class VirtualTimeError extends Error {
  override readonly name = 'VirtualTimeError';
  readonly code = 'virtual-time-over';
}

const hourMs = 3_600_000;

interface Follower {
  readonly advance: (ms: number) => void | Promise<void>;
  readonly stepMs: number;
}

/** @param rest resolves when nothing is under way in this process any more. */
export function virtualTime(
  clock: VirtualClock,
  listeners: ExchangeListeners,
  rest: () => Promise<void>,
): VirtualTime {
  const followers = new Set<Follower>();
  let turn: Promise<void> = Promise.resolve();

  /** One caller moves the time at once; others wait. */
  const inTurn = (move: () => Promise<void>): Promise<void> => {
    const moved = turn.then(move);
    turn = moved.catch(() => undefined);
    return moved;
  };

  /** Goes to the next instant at which something may happen, `limit` at the latest. */
  const step = async (limit: number): Promise<void> => {
    const from = clock.now();
    const stepMs = Math.min(...[...followers].map((follower) => follower.stepMs));
    const to = Math.min(limit, clock.nextDue ?? Infinity, from + stepMs);
    clock.moveTo(Math.max(from, to));
    for (const { advance } of followers) if (to > from) await advance(to - from);
    await rest();
  };

  const runTo = async (limit: number, reached: () => boolean): Promise<void> => {
    await rest();
    while (!reached() && (clock.now() < limit || (clock.nextDue ?? Infinity) <= limit)) {
      if (limit === Infinity && clock.nextDue === undefined && followers.size === 0) {
        throw new VirtualTimeError('Nothing is left that could happen: no timer of the mock is set.');
      }
      await step(limit);
    }
  };

  return {
    now: () => clock.now(),
    date: () => clock.date(),
    advance: (ms) => inTurn(() => runTo(clock.now() + ms, () => false)),
    runUntil: (goal, { withinMs = hourMs } = {}) =>
      inTurn(async () => {
        const { reached, stop } = typeof goal === 'string' ? noted(listeners, goal) : { reached: goal };
        await runTo(clock.now() + withinMs, reached);
        stop?.();
        if (!reached()) {
          const what = typeof goal === 'string' ? `"${goal}" did not happen` : 'The condition did not hold';
          throw new VirtualTimeError(`${what} within ${withinMs} ms of virtual time.`);
        }
      }),
    follow(advance, { stepMs = 5 } = {}) {
      const follower = { advance, stepMs };
      followers.add(follower);
      return () => {
        followers.delete(follower);
      };
    },
  };
}

/** Whether something has happened since. */
function noted(listeners: ExchangeListeners, wanted: PbxHappening) {
  let happened = false;
  const known = new Set<number>();
  const connected = new Set<number>();
  const note = (happening: PbxHappening): void => {
    happened ||= happening === wanted;
  };
  const stop = listeners.add({
    keysPressed: () => {
      note('keys-pressed');
    },
    callChanged: (call) => {
      if (!known.has(call.id) && !call.ending) note('call-placed');
      known.add(call.id);
      if (call.state === 'connected' && !connected.has(call.id)) {
        connected.add(call.id);
        note('call-connected');
      }
      if (call.ending) note('call-ended');
    },
  });
  return { reached: () => happened, stop };
}
