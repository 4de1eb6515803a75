import { CallEndedError, type TransferOptions, type TransferOutcome } from '@org/3cx-core';
import type { HttpHook, HttpHookAnswer } from '../flow/http-hook';
import type { HttpHookRequest } from '../flow/interpreter';
import type { FlowCall } from '../flow/run-flow';
import { FakeCall } from './fake-call';
import type { VirtualClock } from './virtual-clock';

/** A call that a flow can lead; who takes a transfer is in the hands of the test. */
export class FakeFlowCall extends FakeCall implements FlowCall {
  readonly id = 'call-7-3';
  readonly fromNumber = '+16125551234';
  readonly toNumber = '999';
  readonly did = '+16125550100';
  readonly callerName = 'Pat Jones';
  readonly transfers: TransferOptions[] = [];
  /** Numbers at which somebody answers. */
  readonly answering = new Set<string>();
  hungUp = false;
  over = false;

  constructor(clock: VirtualClock) {
    super(clock);
    void this.ended.then(() => (this.over = true));
  }

  answer(): Promise<void> {
    return this.over ? Promise.reject(new CallEndedError('The call has ended')) : Promise.resolve();
  }

  transfer(options: TransferOptions): Promise<TransferOutcome> {
    if (this.over) return Promise.reject(new CallEndedError('The call has ended'));
    this.transfers.push(options);
    if (!this.answering.has(options.to))
      return Promise.resolve({ kind: 'failed', reason: 'nobody answered' });
    this.callerHangsUp();
    return Promise.resolve({ kind: 'succeeded' });
  }

  /** Ours; the caller's is `callerHangsUp`. */
  hangUp(): Promise<void> {
    this.hungUp = true;
    this.callerHangsUp();
    return Promise.resolve();
  }

  /** What has been played so far. */
  get heard(): readonly string[] {
    return this.plays.map(({ source }) => (typeof source === 'string' ? source : ''));
  }
}

/** A server whose answers are told beforehand, by what the address ends with. */
export class FakeHooks {
  readonly requests: (HttpHookRequest & { readonly key: string })[] = [];

  constructor(private readonly answers: Readonly<Record<string, unknown>> = {}) {}

  readonly hook: HttpHook = (request, { key }) => {
    this.requests.push({ ...request, key });
    const [, json] = Object.entries(this.answers).find(([end]) => request.url.endsWith(end)) ?? [];
    const answer: HttpHookAnswer = { ok: json !== undefined && json !== 'fails', json };
    return Promise.resolve(answer);
  };

  get bodies(): readonly unknown[] {
    return this.requests.map(({ body }) => (body === undefined ? undefined : (JSON.parse(body) as unknown)));
  }
}
