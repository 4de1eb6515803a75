import {
  CallEndedError,
  type DtmfKey,
  type KeyPress,
  type Recording,
  type RecordingEnd,
  type RecordOptions,
  type TransferOptions,
  type TransferOutcome,
} from '@org/3cx-core';
import type { HttpHook, HttpHookAnswer } from '../flow/http-hook';
import type { HttpHookRequest } from '../flow/flow-command';
import type { FlowCall } from '../flow/run-flow-options';
import { FakeCall } from './fake-call';
import type { VirtualClock } from './virtual-clock';

/** A call that a flow can lead; who takes a transfer is in the hands of the test. */
export class FakeFlowCall extends FakeCall implements FlowCall {
  readonly id: string = 'call-7-3';
  readonly fromNumber: string = '+16125551234';
  readonly toNumber: string = '999';
  readonly did = '+16125550100';
  readonly callerName = 'Pat Jones';
  readonly transfers: TransferOptions[] = [];
  /** Numbers at which somebody answers. */
  readonly answering = new Set<string>();
  hungUp = false;
  over = false;
  /** How long the caller speaks when recorded, from the beep on. */
  speaksMs = 0;

  constructor(private readonly time: VirtualClock) {
    super(time);
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

  recordCaller({
    endOnKey = '',
    maxSeconds = 60,
    endOnSilenceSeconds = Infinity,
    signal,
  }: RecordOptions = {}): Promise<Recording> {
    if (this.over) return Promise.reject(new CallEndedError('The call has ended'));
    const began = this.time.now();
    const others: KeyPress[] = [];
    return new Promise((resolve) => {
      let isOver = false;
      const finish = (endedBy: RecordingEnd, key?: DtmfKey) => {
        if (isOver) return;
        isOver = true;
        timer.cancel();
        claim.release({ leftover: [...claim.buffered, ...others] });
        const durationMs = Math.min(this.speaksMs, this.time.now() - began);
        resolve({ wav: new Uint8Array(44), durationMs, endedBy, key });
      };
      const claim = this.digits.claim((press) => {
        if (endOnKey.includes(press.key)) finish('key', press.key);
        else others.push(press);
      });
      const silentAt = this.speaksMs + endOnSilenceSeconds * 1_000;
      const timer = this.time.after(Math.min(maxSeconds * 1_000, silentAt), () => {
        finish(silentAt < maxSeconds * 1_000 ? 'silence' : 'max-length');
      });
      signal?.addEventListener('abort', () => {
        finish('stopped');
      });
      void this.ended.then(() => {
        finish('hang-up');
      });
    });
  }

  /** Ours; the caller's is `callerHangsUp`. */
  hangUp(): Promise<void> {
    this.hungUp = true;
    this.callerHangsUp();
    return Promise.resolve();
  }

  /** What has been played so far. */
  get heard(): readonly string[] {
    const sources = this.plays.flatMap<unknown>(({ source }) =>
      source instanceof Uint8Array ? [''] : [source].flat(),
    );
    return sources.map((source) => (typeof source === 'string' ? source : ''));
  }
}

/** A server whose answers are told beforehand, by what the address ends with; a number is a status that refuses. */
export class FakeHooks {
  readonly requests: (HttpHookRequest & { readonly key: string })[] = [];

  constructor(private readonly answers: Readonly<Record<string, unknown>> = {}) {}

  readonly hook: HttpHook = (request, { key }) => {
    this.requests.push({ ...request, key });
    const [, json] = Object.entries(this.answers).find(([end]) => request.url.endsWith(end)) ?? [];
    const answer: HttpHookAnswer =
      typeof json === 'number' ? { ok: false, status: json, json: {} } : { ok: json !== undefined, json };
    return Promise.resolve(answer);
  };

  get bodies(): readonly unknown[] {
    return this.requests.map(({ body }) => (body === undefined ? undefined : (JSON.parse(body) as unknown)));
  }
}
