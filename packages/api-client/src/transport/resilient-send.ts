import { ConnectionFailedError, TimeoutError } from '../errors';
import { abortErrorOf, pause, unlessCalledOff } from './aborted';
import {
  CircuitBreaker,
  type CircuitBreakerSettings,
  type CircuitOutcome,
  type CircuitPass,
} from './circuit-breaker';
import { ConnectionSlots } from './connection-slots';
import type { Lane } from './connections';
import { errorOfOpenCircuit, errorOfQueue, errorOfTimeout } from './error-of-connection';
import type { ExchangeLimits } from './exchange';
import { codeOfError, Observation, type ObservationOptions, type RequestFacts } from './observation';
import type { PlainRequest, PlainResponse } from './plain-http';
import type { RequestLimits } from './transport';
import { waitBeforeRepeating, type RetrySettings } from './when-to-repeat';

/** One attempt over the wire. */
export type Exchange<Destination> = (
  destination: Destination,
  path: string,
  request: PlainRequest,
  authorization: string | undefined,
  limits: ExchangeLimits,
) => Promise<PlainResponse>;

export interface ResilienceOptions<Destination> extends ObservationOptions {
  readonly connectionPoolSize: number;
  readonly requestTimeoutMs: number;
  readonly retry: RetrySettings;
  /** `false`: the PBX is always asked, however often it failed. */
  readonly circuitBreaker: CircuitBreakerSettings | false;
  readonly destinationOf: (origin: string) => Destination;
  readonly exchange: Exchange<Destination>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly random?: () => number;
}

/** A PBX, or whatever else answers at one origin. */
interface Origin<Destination> {
  readonly origin: string;
  readonly host: string;
  readonly destination: Destination;
  readonly slots: ConnectionSlots;
  readonly circuit: CircuitBreaker | undefined;
}

const MAX_BYTES = 64 * 1024 * 1024;
const SLASH = 47;
const GATEWAY_FAILURES = new Set([502, 503, 504]);

type AttemptResult = PlainResponse | { readonly error: unknown };

/** Requests with their limits, their line for a connection, their repetitions and their circuit. */
export class ResilientSender<Destination> {
  private readonly origins = new Map<string, Origin<Destination>>();
  /** The one asked last: nearly always the only one. */
  private latest: Origin<Destination> | undefined;
  private readonly observation: Observation;
  private readonly closing = new AbortController();

  constructor(private readonly options: ResilienceOptions<Destination>) {
    this.observation = new Observation(options.now, options);
  }

  async send(request: PlainRequest, limits: RequestLimits = {}): Promise<PlainResponse> {
    const { now, exchange, requestTimeoutMs, retry, random } = this.options;
    const { method, url, signal } = request;
    if (this.closing.signal.aborted) throw abortErrorOf(this.closing.signal);
    const target = this.originOf(url);
    const path = pathOf(url, target.origin);
    const operation = limits.operation ?? `${method} ${withoutValues(path)}`;
    const facts: RequestFacts = { operation, method, host: target.host };
    const timeoutMs = limits.timeoutMs ?? requestTimeoutMs;
    const lane: Lane = limits.ownConnection === true ? 'own' : 'short';
    const startedAt = now();
    const deadline = startedAt + (limits.totalTimeoutMs ?? timeoutMs * 2);
    const span = this.observation.start(facts);
    let attempt = 1;
    try {
      for (; ; attempt += 1) {
        if (lane === 'short' && !target.slots.tryTake())
          await this.slotOf(target, deadline, timeoutMs, operation, signal);
        let end: AttemptResult;
        try {
          let authorization: string | undefined;
          if (limits.authorization !== undefined) {
            const current = limits.authorization();
            authorization = typeof current === 'string' ? current : await unlessCalledOff(current, signal);
          }
          const left = Math.min(timeoutMs, deadline - now());
          if (left <= 0) throw errorOfTimeout(target.origin, now() - startedAt, operation);
          const maxBytes = limits.maxBytes ?? MAX_BYTES;
          const pass = enter(target, operation);
          try {
            const on = { lane, timeoutMs: left, maxBytes, operation };
            const response = await exchange(target.destination, path, request, authorization, on);
            this.settle(target, pass, outcomeOf(response));
            end = response;
          } catch (error) {
            this.settle(target, pass, failureOf(error));
            end = { error };
          }
        } finally {
          if (lane === 'short') target.slots.release();
        }
        const wait = waitBeforeRepeating(method, attempt, end, retry, random);
        if (wait === undefined || now() + wait >= deadline) {
          if ('error' in end) throw end.error;
          this.observation.answered(span, facts, end.status, startedAt, attempt);
          return end;
        }
        const because = 'error' in end ? codeOfError(end.error) : String(end.status);
        this.observation.tell({ kind: 'repeating', ...facts, attempt, waitMs: Math.round(wait), because });
        await pause(wait, this.orClosing(signal));
      }
    } catch (error) {
      this.observation.failed(span, facts, error, startedAt, attempt);
      throw error;
    }
  }

  /** Ends what waits for a connection or for its next attempt; nothing is sent any more. */
  dispose(): void {
    this.closing.abort(
      new ConnectionFailedError('This transport has been disposed: create another.', {
        problem: 'not-tried',
      }),
    );
  }

  private orClosing(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? this.closing.signal : AbortSignal.any([signal, this.closing.signal]);
  }

  private slotOf(
    { slots, origin }: Origin<Destination>,
    deadline: number,
    timeoutMs: number,
    operation: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const patience = Math.max(0, Math.min(timeoutMs, deadline - this.options.now()));
    const late = () => errorOfQueue(origin, patience, this.options.connectionPoolSize, operation);
    return slots.take(patience, late, this.orClosing(signal));
  }

  private settle({ circuit, host }: Origin<Destination>, pass: CircuitPass, end: CircuitEnd): void {
    if (circuit === undefined) return;
    const before = circuit.isOpen;
    circuit.settle(pass, end.outcome, end.error);
    const after = circuit.isOpen;
    if (before !== after) this.observation.tell({ kind: after ? 'circuit-opened' : 'circuit-closed', host });
  }

  private originOf(url: string): Origin<Destination> {
    const { latest } = this;
    if (latest !== undefined && isWithin(url, latest.origin)) return latest;
    const { origin, host } = new URL(url);
    let target = this.origins.get(origin);
    if (target === undefined) {
      const { connectionPoolSize, circuitBreaker, destinationOf, now } = this.options;
      target = {
        origin,
        host,
        destination: destinationOf(origin),
        slots: new ConnectionSlots(connectionPoolSize),
        circuit: circuitBreaker === false ? undefined : new CircuitBreaker(now, circuitBreaker),
      };
      this.origins.set(origin, target);
    }
    this.latest = target;
    return target;
  }
}

/** Whether the URL begins with that origin and then a path. */
const isWithin = (url: string, origin: string) =>
  url.charCodeAt(origin.length) === SLASH && url.startsWith(origin);

function pathOf(url: string, origin: string): string {
  if (isWithin(url, origin)) {
    const hash = url.indexOf('#');
    return hash === -1 ? url.slice(origin.length) : url.slice(origin.length, hash);
  }
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** @throws ConnectionFailedError when the circuit is open */
function enter({ circuit, origin }: Origin<unknown>, operation: string): CircuitPass {
  const pass = circuit === undefined ? 'regular' : circuit.enter();
  if (typeof pass === 'number') throw errorOfOpenCircuit(origin, pass, circuit?.lastFailure, operation);
  return pass;
}

interface CircuitEnd {
  readonly outcome: CircuitOutcome;
  readonly error?: Error;
}

const ANSWERED: CircuitEnd = { outcome: 'answered' };

function outcomeOf({ status }: PlainResponse): CircuitEnd {
  if (!GATEWAY_FAILURES.has(status)) return ANSWERED;
  return { outcome: 'failed', error: new Error(`it answered ${String(status)}`) };
}

/** A request called off, or refused for its certificate, says nothing about the PBX. */
function failureOf(error: unknown): CircuitEnd {
  return error instanceof ConnectionFailedError || error instanceof TimeoutError
    ? { outcome: 'failed', error }
    : { outcome: 'neither' };
}

/** The path as it may stand in a log: without the query and without a function's arguments. */
function withoutValues(path: string): string {
  return path.replace(/\?.*$/s, '').replace(/\([^)]*\)/g, '(…)');
}
