import { ConnectionFailedError, TimeoutError } from '../errors';
import type { TransportEvent } from './observation';
import { ReceivedHeaders, type PlainRequest, type PlainResponse } from './plain-http';
import { ResilientSender, type Exchange, type ResilienceOptions } from './resilient-send';

const PBX = 'https://pbx.test:5001';
const GET: PlainRequest = { method: 'GET', url: `${PBX}/callcontrol`, headers: {} };
const POST: PlainRequest = {
  method: 'POST',
  url: `${PBX}/callcontrol/9/participants/1/drop`,
  headers: {},
  body: '{}',
};

const answer = (status = 200, headers: Record<string, string> = {}): PlainResponse => ({
  status,
  headers: new ReceivedHeaders(headers),
  body: new Uint8Array(),
});
const reset = () => new ConnectionFailedError('broke', { problem: 'reset' });

interface Attempt {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly timeoutMs: number;
  readonly lane: string;
  respond(response: PlainResponse): void;
  fail(error: Error): void;
}

/** Exchanges that the test answers by hand. */
function wire() {
  const attempts: Attempt[] = [];
  const exchange: Exchange<string> = (_, path, request, authorization, { timeoutMs, lane }) =>
    new Promise((respond, fail) => {
      request.signal?.addEventListener('abort', () => {
        fail(Object.assign(new Error('off'), { name: 'AbortError' }));
      });
      attempts.push({ path, authorization, timeoutMs, lane, respond, fail });
    });
  const at = (index: number): Attempt => {
    const attempt = attempts[index];
    if (attempt === undefined) throw new Error(`there was no attempt ${String(index)}`);
    return attempt;
  };
  return { attempts, exchange, at };
}

function sender(exchange: Exchange<string>, options: Partial<ResilienceOptions<string>> = {}) {
  return new ResilientSender<string>({
    connectionPoolSize: 2,
    requestTimeoutMs: 15_000,
    retry: {},
    circuitBreaker: {},
    destinationOf: (origin) => origin,
    exchange,
    now: () => performance.now(),
    random: () => 0.5,
    ...options,
  });
}

const settled = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

describe('a request that fails in passing', () => {
  it('is sent again after a pause when it only reads', async () => {
    const { exchange, attempts, at } = wire();
    const pending = sender(exchange).send(GET);
    await settled();
    at(0).fail(reset());
    await jest.advanceTimersByTimeAsync(199);
    expect(attempts).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    at(1).respond(answer(503));
    await jest.advanceTimersByTimeAsync(400);
    at(2).respond(answer(200));
    await expect(pending).resolves.toMatchObject({ status: 200 });
  });

  it('is not sent again when it may have been acted on', async () => {
    const { exchange, attempts, at } = wire();
    const pending = sender(exchange).send(POST);
    await settled();
    at(0).fail(reset());
    await expect(pending).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(attempts).toHaveLength(1);
  });

  it('is sent again when the PBX itself says after how long', async () => {
    const { exchange, at } = wire();
    const pending = sender(exchange).send(POST);
    await settled();
    at(0).respond(answer(429, { 'retry-after': '1' }));
    await jest.advanceTimersByTimeAsync(1050);
    at(1).respond(answer(200));
    await expect(pending).resolves.toMatchObject({ status: 200 });
  });

  it('gives the last answer when it stays so', async () => {
    const { exchange, attempts } = wire();
    const pending = sender(exchange).send(GET);
    for (let index = 0; index < 3; index += 1) {
      await jest.advanceTimersByTimeAsync(1000);
      attempts[index]?.respond(answer(502));
    }
    await expect(pending).resolves.toMatchObject({ status: 502 });
  });

  it('never goes on beyond its total time', async () => {
    const { exchange, attempts, at } = wire();
    const pending = sender(exchange).send(GET, { timeoutMs: 1000, totalTimeoutMs: 1100 });
    await jest.advanceTimersByTimeAsync(950);
    at(0).fail(reset());
    await expect(pending).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(attempts).toHaveLength(1);
  });

  it('has no more time for an attempt than is left in all', async () => {
    const { exchange, at } = wire();
    const pending = sender(exchange).send(GET, { timeoutMs: 1000, totalTimeoutMs: 1500 });
    await jest.advanceTimersByTimeAsync(900);
    at(0).fail(reset());
    await jest.advanceTimersByTimeAsync(200);
    expect([at(0).timeoutMs, at(1).timeoutMs]).toEqual([1000, 400]);
    at(1).respond(answer());
    await pending;
  });

  it('asks for the authorization anew each time it goes out', async () => {
    const { exchange, at } = wire();
    const tokens = ['Bearer old', 'Bearer new'];
    const pending = sender(exchange).send(GET, {
      authorization: () => Promise.resolve(tokens.shift() ?? ''),
    });
    await settled();
    at(0).fail(reset());
    await jest.advanceTimersByTimeAsync(200);
    at(1).respond(answer());
    await pending;
    expect([at(0).authorization, at(1).authorization]).toEqual(['Bearer old', 'Bearer new']);
  });
});

describe('the line for a connection', () => {
  it('admits as many short requests as there are connections, first come first served', async () => {
    const { exchange, attempts, at } = wire();
    const sends = sender(exchange);
    const pending = ['a', 'b', 'c', 'd'].map((name) => sends.send({ ...GET, url: `${PBX}/${name}` }));
    await settled();
    expect(attempts.map(({ path }) => path)).toEqual(['/a', '/b']);
    at(1).respond(answer());
    await settled();
    expect(attempts.map(({ path }) => path)).toEqual(['/a', '/b', '/c']);
    at(0).respond(answer());
    await settled();
    at(2).respond(answer());
    at(3).respond(answer());
    await expect(Promise.all(pending)).resolves.toHaveLength(4);
  });

  it('is not joined by requests with a connection of their own', async () => {
    const { exchange, attempts } = wire();
    const sends = sender(exchange);
    const pending = [GET, GET].map((request) => sends.send(request));
    pending.push(sends.send(POST, { ownConnection: true }));
    await settled();
    expect(attempts.map(({ lane }) => lane)).toEqual(['short', 'short', 'own']);
    for (const attempt of attempts) attempt.respond(answer());
    await Promise.all(pending);
  });

  it('is left by a request that waits too long, with words for it', async () => {
    const { exchange, attempts } = wire();
    const sends = sender(exchange);
    const busy = [GET, GET].map((request) => sends.send(request, { timeoutMs: 60_000 }));
    const waiting = expect(sends.send(POST, { timeoutMs: 500 })).rejects.toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringContaining('None of the 2 connections') as string,
    });
    await jest.advanceTimersByTimeAsync(500);
    await waiting;
    for (const attempt of attempts) attempt.respond(answer());
    await Promise.all(busy);
    const next = sends.send(GET);
    await settled();
    attempts[2]?.respond(answer());
    await next;
  });
});

describe('calling a request off', () => {
  it.each(['before', 'in line', 'on its way', 'between attempts', 'waiting for a token'])(
    'works %s',
    async (stage) => {
      const controller = new AbortController();
      const { exchange, attempts, at } = wire();
      const sends = sender(exchange, { connectionPoolSize: 1 });
      const request = { ...GET, signal: controller.signal };
      const before = stage === 'in line' ? sends.send(GET) : undefined;
      if (stage === 'before') controller.abort(new Error('why'));
      const pending = sends.send(
        request,
        stage === 'waiting for a token' ? { authorization: () => new Promise(() => undefined) } : {},
      );
      const off = expect(pending).rejects.toMatchObject({ name: 'AbortError' });
      await settled();
      if (stage === 'before') at(0).fail(Object.assign(new Error('off'), { name: 'AbortError' }));
      if (stage === 'between attempts') at(0).fail(reset());
      await settled();
      controller.abort(new Error('why'));
      await off;
      if (before !== undefined) {
        attempts[0]?.respond(answer());
        await before;
      }
      const next = sends.send(GET);
      await settled();
      attempts.at(-1)?.respond(answer());
      await expect(next).resolves.toMatchObject({ status: 200 });
    },
  );
});

describe('a PBX that keeps failing', () => {
  async function failTimes(sends: ResilientSender<string>, attempts: Attempt[], times: number) {
    for (let index = 0; index < times; index += 1) {
      const pending = expect(sends.send(POST)).rejects.toBeInstanceOf(TimeoutError);
      await settled();
      attempts.at(-1)?.fail(new TimeoutError('slow'));
      await pending;
    }
  }

  it('is not asked for a while, then asked by one request', async () => {
    const { exchange, attempts } = wire();
    const events: TransportEvent[] = [];
    const sends = sender(exchange, { onEvent: (event) => events.push(event) });
    await failTimes(sends, attempts, 5);
    await expect(sends.send(GET)).rejects.toMatchObject({
      code: 'CONNECTION_FAILED',
      problem: 'not-tried',
      retryable: true,
      message: expect.stringMatching(/pbx\.test:5001 failed several times.*slow.*again in 1 s/) as string,
    });
    expect(attempts).toHaveLength(5);
    await jest.advanceTimersByTimeAsync(1000);
    const trial = sends.send(GET);
    await settled();
    attempts[5]?.respond(answer(404));
    await trial;
    const circuit = events.filter(({ kind }) => kind.startsWith('circuit'));
    expect(circuit).toEqual([
      { kind: 'circuit-opened', host: 'pbx.test:5001' },
      { kind: 'circuit-closed', host: 'pbx.test:5001' },
    ]);
  });

  it('does not keep requests from another', async () => {
    const { exchange, attempts } = wire();
    const sends = sender(exchange);
    await failTimes(sends, attempts, 5);
    const other = sends.send({ ...GET, url: 'https://other.test/' });
    await settled();
    attempts.at(-1)?.respond(answer());
    await expect(other).resolves.toMatchObject({ status: 200 });
  });

  it('is asked all the same when the breaker is turned off', async () => {
    const { exchange, attempts } = wire();
    await failTimes(sender(exchange, { circuitBreaker: false }), attempts, 20);
    expect(attempts).toHaveLength(20);
  });
});

describe('what hooks are told', () => {
  it('names the operation, host, attempts and outcome, and no value of the request', async () => {
    const { exchange, attempts } = wire();
    const events: TransportEvent[] = [];
    const sends = sender(exchange, { onEvent: (event) => events.push(event) });
    const url = `${PBX}/xapi/v1/Users/Pbx.Find(number='16125551234')?$filter=Name%20eq%20'Smith'`;
    const pending = sends.send({ ...GET, url });
    await settled();
    attempts[0]?.respond(answer(503));
    await jest.advanceTimersByTimeAsync(250);
    attempts[1]?.respond(answer(200));
    await pending;
    const facts = { operation: 'GET /xapi/v1/Users/Pbx.Find(…)', method: 'GET', host: 'pbx.test:5001' };
    expect(events).toEqual([
      { kind: 'repeating', ...facts, attempt: 1, waitMs: 200, because: '503' },
      { kind: 'answered', ...facts, status: 200, durationMs: expect.any(Number) as number, attempts: 2 },
    ]);
  });

  it('does not fail a request when a hook does', async () => {
    const { exchange, attempts } = wire();
    const sends = sender(exchange, {
      onEvent: () => {
        throw new Error('the log is full');
      },
    });
    const pending = sends.send(GET);
    await settled();
    attempts[0]?.respond(answer());
    await expect(pending).resolves.toMatchObject({ status: 200 });
  });
});

describe('disposing', () => {
  it('settles what waits in line, and sends nothing more', async () => {
    const { exchange, attempts } = wire();
    const sends = sender(exchange, { connectionPoolSize: 1 });
    const onItsWay = sends.send(GET);
    const inLine = expect(sends.send(GET)).rejects.toMatchObject({ problem: 'not-tried' });
    await settled();
    sends.dispose();
    await inLine;
    const failing = expect(onItsWay).rejects.toMatchObject({ problem: 'not-tried' });
    attempts[0]?.fail(reset());
    await failing;
    await expect(sends.send(GET)).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(attempts).toHaveLength(1);
  });

  it('settles what pauses between attempts', async () => {
    const { exchange, attempts } = wire();
    const sends = sender(exchange);
    const pausing = expect(sends.send(GET)).rejects.toMatchObject({ problem: 'not-tried' });
    await settled();
    attempts[0]?.fail(reset());
    await settled();
    sends.dispose();
    await pausing;
  });
});
