import { WritableStream } from 'node:stream/web';
import {
  type AttachedData,
  type Call,
  type CallDirection,
  type CallEnd,
  type CallEvent,
  type CallEventType,
  CallEndedError,
  type CallStatus,
  type EndReason,
  type PlaybackResult,
  type PlayOptions,
  type PromptSource,
  type Recording,
  type RecordOptions,
  type RouteOptions,
  type TransferOptions,
  type TransferOutcome,
  TypeAheadBuffer,
} from '@org/3cx-core';
import { Subject } from 'rxjs';

/** A promise and what settles it. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

export function deferred<T>(): Deferred<T> {
  const settle: { resolve?: (value: T) => void; reject?: (error: Error) => void } = {};
  const promise = new Promise<T>((resolve, reject) => {
    settle.resolve = resolve;
    settle.reject = reject;
  });
  return {
    promise,
    resolve: (value) => settle.resolve?.(value),
    reject: (error) => settle.reject?.(error),
  };
}

function unused(): never {
  throw new Error('No node uses this yet.');
}

/** How a log shows what is played. */
function nameOf(source: PromptSource): string {
  if (typeof source === 'string') return source;
  if (source instanceof Uint8Array) return `${source.length} bytes`;
  return JSON.stringify(source);
}

/** A call whose other side the test plays. It keeps to the contract of `Call`, without a PBX. */
export class FakeCall implements Call {
  fromNumber = '+16125551234';
  toNumber = '999';
  callerName = 'Pat Jones';
  did = '';
  startedAt = new Date('2026-11-22T10:15:00.000Z');
  answeredAt: Date | undefined;
  endedAt: Date | undefined;
  endReason: EndReason | undefined;
  status: CallStatus = 'ringing';
  extension: string;
  direction: CallDirection;
  onHold = false;
  readonly events$ = new Subject<CallEvent>();
  readonly heard$ = new Subject<Uint8Array>();
  readonly digits = new TypeAheadBuffer(() => performance.now());
  /** What was done to it, in order. */
  readonly log: string[] = [];
  /** Set to make `answer` wait or fail. */
  answering: Promise<void> = Promise.resolve();
  /** Set to decide what becomes of a transfer. */
  transferring: Promise<TransferOutcome> = Promise.resolve({ kind: 'succeeded' });
  /** Set to make `play` wait; a prompt is heard at once otherwise. */
  playing: Promise<void> = Promise.resolve();
  /** What `recordCaller` gives. */
  recording: Recording = {
    wav: new Uint8Array([82, 73, 70, 70]),
    durationMs: 1_500,
    endedBy: 'key',
    key: '#',
  };
  readonly #ended = deferred<CallEnd>();

  constructor(
    readonly id = 'call-42-325',
    { extension = '999', direction = 'inbound' }: { extension?: string; direction?: CallDirection } = {},
  ) {
    this.extension = extension;
    this.direction = direction;
  }

  get ended(): Promise<CallEnd> {
    return this.#ended.promise;
  }

  async answer(options: { readonly timeoutMs?: number } = {}): Promise<void> {
    this.log.push(`answer ${options.timeoutMs ?? 'default'}`);
    this.#requireLive();
    await this.answering;
    this.status = 'answered';
    this.answeredAt = new Date();
  }

  hangUp({ afterAudio = true }: { readonly afterAudio?: boolean } = {}): Promise<void> {
    this.log.push(afterAudio ? 'hang up' : 'hang up at once');
    this.end('hung-up-by-us');
    return Promise.resolve();
  }

  transfer(options: TransferOptions): Promise<TransferOutcome> {
    return this.#move('transfer', options);
  }

  divert(options: RouteOptions): Promise<TransferOutcome> {
    return this.#move('divert', options);
  }

  route(options: RouteOptions): Promise<TransferOutcome> {
    return this.#move('route', options);
  }

  park({ slot }: { readonly slot: string }): Promise<TransferOutcome> {
    return this.#move('park', { to: slot });
  }

  attachData(data: AttachedData, { to = 'participant' }: { readonly to?: string } = {}): Promise<void> {
    this.log.push(`attach ${JSON.stringify(data)} to ${to}`);
    return Promise.resolve();
  }

  async play(
    source: PromptSource,
    { repeat = 1, gainDb = 0, signal }: PlayOptions = {},
  ): Promise<PlaybackResult> {
    const name = nameOf(source);
    const more = `${repeat === 1 ? '' : ` x${repeat}`}${gainDb === 0 ? '' : ` ${gainDb} dB`}`;
    this.log.push(`play ${name}${more}`);
    this.#requireLive();
    const hungUp = this.ended.then(() => {
      throw new CallEndedError(`${this.id} ended`);
    });
    const stopped = new Promise<void>((resolve) => {
      signal?.addEventListener('abort', () => {
        resolve();
      });
    });
    await Promise.race([this.playing, hungUp, stopped]);
    const interrupted = signal?.aborted ?? false;
    this.log.push(`${interrupted ? 'stopped' : 'heard'} ${name}`);
    return { durationMs: 1200.4, playedMs: 1200.4, interrupted, staleMs: 0 };
  }

  stopAudio(): void {
    this.log.push('stop audio');
  }

  recordCaller({ signal: _, ...options }: RecordOptions = {}): Promise<Recording> {
    this.log.push(`record ${JSON.stringify(options)}`);
    return Promise.resolve(this.recording);
  }

  sendDigits(digits: string, times = {}): Promise<PlaybackResult> {
    this.log.push(`send ${digits} ${JSON.stringify(times)}`);
    return Promise.resolve({ durationMs: 1, playedMs: 1, interrupted: false, staleMs: 0 });
  }

  hold(music?: PromptSource): Promise<void> {
    this.log.push(music === undefined ? 'hold' : `hold ${nameOf(music)}`);
    this.onHold = true;
    return Promise.resolve();
  }

  resume(): void {
    this.log.push('resume');
    this.onHold = false;
  }

  /** What a bridge writes; it is thrown away. */
  readonly audio = {
    writable: new WritableStream<Uint8Array>(),
    clear: () => 0,
    get readable(): never {
      return unused();
    },
    get metrics(): never {
      return unused();
    },
  };

  listen = unused;
  detectKeys = unused;

  /** The far side of a call that was placed answers. */
  pickUp(): void {
    this.status = 'answered';
    this.answeredAt = new Date();
    this.emit('call_answered');
  }

  emit(eventType: Exclude<CallEventType, `connection_${string}`>): void {
    this.events$.next(callEvent(this, eventType));
  }

  /** The caller presses keys: they wait in the buffer, and an event tells of them. */
  press(keys: string): void {
    this.digits.press(keys);
    this.emit('dtmf_received');
  }

  /** The other side hangs up, or whatever else ends the call. */
  end(reason: EndReason = 'remote-hung-up'): void {
    if (this.status === 'ended') return;
    this.status = 'ended';
    this.endedAt = new Date();
    this.endReason = reason;
    this.events$.complete();
    this.#ended.resolve({ reason, endedAt: this.endedAt });
  }

  async #move(how: string, { to, timeoutSeconds, reason }: RouteOptions): Promise<TransferOutcome> {
    this.log.push([how, to, timeoutSeconds, reason].filter((part) => part !== undefined).join(' '));
    this.#requireLive();
    return this.transferring;
  }

  #requireLive(): void {
    if (this.status === 'ended') throw new CallEndedError(`${this.id} has ended`);
  }
}

let lastEvent = 0;

/** An event of a call, with the facts it has at the moment. */
export function callEvent(
  call: Call,
  eventType: Exclude<CallEventType, `connection_${string}`>,
  data: Readonly<Record<string, unknown>> = {},
): CallEvent {
  lastEvent += 1;
  const common = {
    eventId: `e1-${lastEvent}`,
    timestamp: '2026-11-22T10:15:00.000Z',
    callId: call.id,
    fromNumber: call.fromNumber,
    toNumber: call.toNumber,
    extension: call.extension,
    direction: call.direction,
    callerName: call.callerName,
    did: call.did,
    status: call.status,
  };
  const synthetic = false;
  switch (eventType) {
    case 'dtmf_received':
      return { ...common, eventType, data: { synthetic, digits: '1', ...data } };
    case 'call_ended':
    case 'call_missed':
      return {
        ...common,
        eventType,
        data: {
          synthetic,
          durationSeconds: 73,
          talkSeconds: 60,
          endReason: 'remote-hung-up',
          endReasonInferred: true,
          ...data,
        },
      };
    case 'call_transferred':
      return { ...common, eventType, data: { synthetic, target: '101', ...data } };
    case 'call_updated':
      return { ...common, eventType, data: { synthetic, changed: ['callerName'], ...data } };
    case 'queue_call_waiting':
    case 'queue_call_answered':
      return { ...common, eventType, data: { synthetic, queueId: '800', ...data } };
    default:
      return { ...common, eventType, data: { synthetic, ...data } };
  }
}
