import {
  AuthenticationError,
  ConnectionFailedError,
  PermissionError,
  RateLimitError,
  ServerError,
  SignInContestedError,
  type ThreeCxError,
} from '@org/3cx-api-client';
import { settle, VirtualClock } from '../testing/virtual-clock';
import { Backoff } from './backoff';
import type { EventSocketHandlers } from './event-socket';
import { SocketSupervisor } from './supervisor';

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A supervisor whose sockets open, fail and close by hand. */
function supervised(random = () => 0) {
  const clock = new VirtualClock();
  const attempts: {
    token: string;
    handlers: EventSocketHandlers;
    succeed: () => void;
    fail: (error: Error) => void;
  }[] = [];
  const told: string[] = [];
  let token = 1;
  let open = 0;
  const supervisor = new SocketSupervisor({
    clock,
    logger: silent,
    backoff: new Backoff(random),
    tokens: {
      get: () => Promise.resolve(`token-${String(token)}`),
      invalidate: () => {
        token += 1;
      },
    },
    open: (used, handlers) =>
      new Promise((resolve, reject) => {
        attempts.push({
          token: used,
          handlers,
          succeed: () => {
            open += 1;
            resolve({
              close: () => {
                open -= 1;
                handlers.onClosed('closed by us');
              },
            });
          },
          fail: reject,
        });
      }),
    handlers: {
      onOpen: () => told.push('open'),
      onMessage: (text) => told.push(text),
      onLost: () => told.push('lost'),
      onFailed: (error: ThreeCxError) => told.push(`failed ${error.code}`),
    },
  });
  return { clock, attempts, told, supervisor, openSockets: () => open };
}

async function opened(random?: () => number) {
  const it = supervised(random);
  const starting = it.supervisor.start();
  await settle();
  it.attempts[0]?.succeed();
  await starting;
  it.told.length = 0;
  return it;
}

describe('keeping the event socket open', () => {
  it('comes back after a loss, one attempt at a time, for as long as it takes', async () => {
    const { clock, attempts, told } = await opened();
    attempts[0]?.handlers.onClosed('no answer to a ping');
    for (let failed = 1; failed <= 50; failed += 1) {
      await clock.advance(30_000);
      expect(attempts).toHaveLength(failed + 1);
      await clock.advance(30_000);
      expect(attempts).toHaveLength(failed + 1);
      attempts[failed]?.fail(new ConnectionFailedError('refused'));
    }
    await clock.advance(30_000);
    attempts[51]?.succeed();
    await settle();
    expect(told).toEqual(['lost', 'open']);
  });

  it('renews a refused token once', async () => {
    const { supervisor, attempts } = supervised();
    const starting = supervisor.start();
    await settle();
    attempts[0]?.fail(new AuthenticationError('replaced'));
    await settle();
    expect(attempts.map(({ token }) => token)).toEqual(['token-1', 'token-2']);
    attempts[1]?.succeed();
    await expect(starting).resolves.toBeUndefined();
  });

  it.each([
    [new AuthenticationError('refused'), 'failed AUTHENTICATION', 2],
    [new PermissionError('not allowed'), 'failed PERMISSION', 1],
  ])('gives up when the PBX refuses us: %s', async (error, told, tries) => {
    const it = await opened();
    it.attempts[0]?.handlers.onClosed('reset');
    await it.clock.advance(1000);
    for (let count = 1; count <= tries; count += 1) {
      it.attempts[count]?.fail(error);
      await settle();
    }
    expect(it.told).toEqual(['lost', told]);
    expect(it.clock.pending).toBe(0);
  });

  it('waits as long as a rate limit asks', async () => {
    const { clock, attempts } = await opened();
    attempts[0]?.handlers.onClosed('reset');
    await clock.advance(1000);
    attempts[1]?.fail(new RateLimitError('slow down', 60_000));
    await clock.advance(59_000);
    expect(attempts).toHaveLength(2);
    await clock.advance(1000);
    expect(attempts).toHaveLength(3);
  });

  it('waits ever longer when each connection is closed at once, and keeps one attempt and one timer', async () => {
    const { clock, attempts, openSockets } = await opened(() => 1);
    const waits: number[] = [];
    for (let count = 0; count < 1000; count += 1) {
      attempts.at(-1)?.handlers.onClosed('closed at once', 1006);
      expect(clock.pending).toBe(1);
      const from = clock.now();
      while (attempts.length === count + 1) await clock.advance(clock.untilNext());
      waits.push(clock.now() - from);
      attempts.at(-1)?.succeed();
      await settle();
    }
    expect(openSockets()).toBe(1001);
    expect(waits.slice(0, 5)).toEqual([1500, 4500, 13_500, 30_000, 30_000]);
    expect(Math.max(...waits)).toBe(30_000);
    expect(clock.pending).toBe(0);
  });

  it('waits shortly again after a connection that held', async () => {
    const { clock, attempts } = await opened(() => 1);
    for (let count = 0; count < 3; count += 1) {
      attempts[count]?.handlers.onClosed('closed at once');
      await clock.advance(30_000);
      attempts[count + 1]?.succeed();
      await settle();
    }
    await clock.advance(10_000);
    attempts[3]?.handlers.onClosed('reset');
    await clock.advance(1_500);
    expect(attempts).toHaveLength(5);
  });

  it('renews the token when the PBX closes for reasons of policy', async () => {
    const { clock, attempts } = await opened();
    attempts[0]?.handlers.onClosed('', 1008);
    await clock.advance(1_000);
    expect(attempts[1]?.token).toBe('token-2');
  });

  it('gives a restarting PBX the time that the standard asks for', async () => {
    const { clock, attempts } = await opened();
    attempts[0]?.handlers.onClosed('', 1012);
    await clock.advance(4_999);
    expect(attempts).toHaveLength(1);
    await clock.advance(1);
    expect(attempts).toHaveLength(2);
  });

  it('waits, and does not give up, while another program keeps ending our sign-in', async () => {
    const { clock, attempts, told } = await opened();
    attempts[0]?.handlers.onClosed('reset');
    await clock.advance(1000);
    attempts[1]?.fail(new SignInContestedError('another program signs in', 30_000));
    await settle();
    attempts[2]?.fail(new SignInContestedError('another program signs in', 30_000));
    await clock.advance(29_000);
    expect(attempts).toHaveLength(3);
    await clock.advance(1_000);
    expect(attempts).toHaveLength(4);
    expect(told).toEqual(['lost']);
  });

  it('rejects the first attempt with its error and does not try again', async () => {
    const { supervisor, clock, attempts } = supervised();
    const starting = supervisor.start();
    await settle();
    attempts[0]?.fail(new ServerError('restarting'));
    await expect(starting).rejects.toMatchObject({ code: 'SERVER' });
    expect(clock.pending).toBe(0);
  });

  it('leaves no socket and no timer after stop, and takes no loss for one', async () => {
    const { supervisor, clock, told, openSockets } = await opened();
    supervisor.stop();
    await settle();
    expect([openSockets(), clock.pending, told]).toEqual([0, 0, []]);
  });

  it('closes a socket that opens after stop', async () => {
    const { supervisor, attempts, openSockets } = supervised();
    const starting = supervisor.start();
    await settle();
    supervisor.stop();
    attempts[0]?.succeed();
    await starting;
    expect(openSockets()).toBe(0);
  });
});
