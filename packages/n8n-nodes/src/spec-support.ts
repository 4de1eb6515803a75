import {
  type ActiveCall,
  type Call,
  type CallDirection,
  type CallEnd,
  type CallEvent,
  CallEndedError,
  CallNotFoundError,
  type CallStatus,
  type ConnectionState,
  type ConnectOptions,
  type EndReason,
  ExtensionNotFoundError,
  type Logger,
  type MakeCallOutcome,
  type PhoneSystem,
  type PhoneSystemMetrics,
  type PlaybackResult,
  type PromptSource,
  type SystemStatus,
  type TransferOptions,
  type TransferOutcome,
  TypeAheadBuffer,
} from '@org/3cx-core';
import type { INode, INodeExecutionData, NodeTypeAndVersion } from 'n8n-workflow';
import { filter, Observable, Subject } from 'rxjs';
import { FakeXapi } from './fake-xapi';
import type { ActionContext, ExecutionEnd, TriggerContext } from './contexts';
import type { Environment } from './environment';

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

/** A call whose other side the test plays. It keeps to the contract of `Call`, without a PBX. */
export class FakeCall implements Call {
  readonly fromNumber = '+16125551234';
  readonly toNumber = '999';
  readonly callerName = 'Pat Jones';
  readonly did = '';
  readonly startedAt = new Date('2026-11-22T10:15:00.000Z');
  answeredAt: Date | undefined;
  endedAt: Date | undefined;
  endReason: EndReason | undefined;
  status: CallStatus = 'ringing';
  extension: string;
  direction: CallDirection;
  readonly events$ = new Subject<CallEvent>();
  readonly digits = new TypeAheadBuffer(() => performance.now());
  /** What was done to it, in order. */
  readonly log: string[] = [];
  /** Set to make `answer` wait or fail. */
  answering: Promise<void> = Promise.resolve();
  /** Set to decide what becomes of a transfer. */
  transferring: Promise<TransferOutcome> = Promise.resolve({ kind: 'succeeded' });
  /** Set to make `play` wait; a prompt is heard at once otherwise. */
  playing: Promise<void> = Promise.resolve();
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

  async transfer({ to, timeoutSeconds = 30 }: TransferOptions): Promise<TransferOutcome> {
    this.log.push(`transfer ${to} ${timeoutSeconds}`);
    this.#requireLive();
    return this.transferring;
  }

  divert({ to }: TransferOptions): Promise<TransferOutcome> {
    this.log.push(`divert ${to}`);
    return this.transferring;
  }

  route({ to }: TransferOptions): Promise<TransferOutcome> {
    this.log.push(`route ${to}`);
    return this.transferring;
  }

  park({ slot }: { readonly slot: string }): Promise<TransferOutcome> {
    this.log.push(`park ${slot}`);
    return this.transferring;
  }

  attachData(): Promise<void> {
    this.log.push('attach data');
    return Promise.resolve();
  }

  async play(source: PromptSource): Promise<PlaybackResult> {
    const name =
      typeof source === 'string' ? source : `${source instanceof Uint8Array ? source.length : 0} bytes`;
    this.log.push(`play ${name}`);
    this.#requireLive();
    const hungUp = this.ended.then(() => {
      throw new CallEndedError(`${this.id} ended`);
    });
    await Promise.race([this.playing, hungUp]);
    this.log.push(`heard ${name}`);
    return { durationMs: 1200.4, playedMs: 1200.4, interrupted: false, staleMs: 0 };
  }

  stopAudio(): void {
    this.log.push('stop audio');
  }

  // Nothing below is used by a node yet.
  readonly heard$ = new Subject<Uint8Array>();
  readonly onHold = false;
  listen = unused;
  recordCaller = unused;
  sendDigits = unused;
  hold = unused;
  resume = unused;
  detectKeys = unused;
  get audio(): never {
    return unused();
  }

  /** The other side hangs up, or whatever else ends the call. */
  end(reason: EndReason = 'remote-hung-up'): void {
    if (this.status === 'ended') return;
    this.status = 'ended';
    this.endedAt = new Date();
    this.endReason = reason;
    this.#ended.resolve({ reason, endedAt: this.endedAt });
  }

  #requireLive(): void {
    if (this.status === 'ended') throw new CallEndedError(`${this.id} has ended`);
  }
}

export const HEALTHY: SystemStatus = {
  status: 'healthy',
  reasons: [],
  activeCalls: 1,
  maxCalls: 16,
  version: '20.0.10',
  trunksRegistered: 1,
  trunksTotal: 1,
  extensionsRegistered: 2,
  extensionsTotal: 6,
};

/** A phone system that the test moves; `disposed` tells how often it was disposed. */
export class FakePhoneSystem implements PhoneSystem {
  readonly serverUrl = 'https://pbx.example.com:5001';
  readonly clientId = '999';
  readonly extensions = ['999', '101'];
  connection: ConnectionState = 'connected';
  readonly connection$ = new Subject<ConnectionState>();
  readonly #incoming = new Subject<Call>();
  /** Calls that were there before anyone listened; the first who listens gets them. */
  readonly waiting: FakeCall[] = [];
  readonly events$ = new Subject<CallEvent>();
  readonly systemEvents$ = new Subject<CallEvent>();
  readonly metrics$ = new Subject<PhoneSystemMetrics>();
  readonly xapi = new FakeXapi();
  calls: Call[] = [];
  activeCalls: Promise<readonly ActiveCall[]> = Promise.resolve([]);
  systemStatus: Promise<SystemStatus> = Promise.resolve(HEALTHY);
  disposed = 0;

  get incoming$(): Observable<Call> {
    return this.#taking(() => true);
  }

  incomingTo(extension: string): Observable<Call> {
    return this.#taking((call) => call.extension === extension);
  }

  get hasReceivers(): boolean {
    return this.#incoming.observed;
  }

  #taking(fits: (call: Call) => boolean): Observable<Call> {
    return new Observable((subscriber) => {
      for (const call of this.waiting.splice(0)) if (fits(call)) subscriber.next(call);
      return this.#incoming.pipe(filter(fits)).subscribe(subscriber);
    });
  }

  call(id: string): Call {
    const call = this.calls.find((one) => one.id === id);
    if (call === undefined) throw new CallNotFoundError(`No call ${id}`);
    return call;
  }

  /** A call reaches a route point. */
  ring(call: FakeCall): FakeCall {
    this.calls.push(call);
    this.#incoming.next(call);
    return call;
  }

  moveTo(state: ConnectionState): void {
    this.connection = state;
    this.connection$.next(state);
  }

  requireExtension(dn: string): void {
    if (!this.extensions.includes(dn)) throw new ExtensionNotFoundError(`No extension ${dn}`);
  }

  makeCall(): Promise<MakeCallOutcome> {
    return Promise.resolve({ kind: 'unknown' });
  }

  unpark(): Promise<MakeCallOutcome> {
    return this.makeCall();
  }

  getActiveCalls(): Promise<readonly ActiveCall[]> {
    return this.activeCalls;
  }

  getSystemStatus(): Promise<SystemStatus> {
    return this.systemStatus;
  }

  dispose(): Promise<void> {
    this.disposed += 1;
    this.connection$.complete();
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

export const CONNECT_OPTIONS: ConnectOptions = {
  serverUrl: 'https://pbx.example.com:5001',
  clientId: '999',
  clientSecret: 'secret',
  allowUnauthorizedCerts: false,
};

export const CREDENTIAL = {
  serverUrl: 'https://pbx.example.com:5001',
  clientId: '999',
  clientSecret: 'secret',
  extension: '',
};

export const EMPTY_ENVIRONMENT: Environment = {
  defaultServer: '',
  defaultExtension: '',
  timeoutMs: 30_000,
  requestTimeoutMs: 15_000,
  connectionPoolSize: 5,
  logLevel: 'info',
};

export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export function fakeNode(changes: Partial<INode> = {}): INode {
  return {
    id: '1',
    name: 'Step',
    type: 'n8n-nodes-3cx-call-control.threeCxCallControl',
    typeVersion: 1,
    position: [0, 0],
    parameters: {},
    ...changes,
  };
}

export interface FakeActionOptions {
  /** Parameters by name, options by path, e.g. `options.minDigits`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly items?: readonly INodeExecutionData[];
  readonly node?: Partial<INode>;
  readonly continueOnFail?: boolean;
  readonly parents?: readonly NodeTypeAndVersion[];
  readonly evaluate?: (expression: string, itemIndex: number) => unknown;
  readonly cancelSignal?: AbortSignal;
  readonly credential?: unknown;
  readonly binary?: Uint8Array;
}

/** What n8n gives an action node, for the parameters and items of a test. */
export function fakeActionContext(options: FakeActionOptions = {}): ActionContext {
  const items = options.items ?? [{ json: { callId: 'call-42-325', note: 'kept' } }];
  const parameters: Readonly<Record<string, unknown>> = options.parameters ?? {};
  return {
    node: fakeNode(options.node),
    items,
    cancelSignal: options.cancelSignal,
    continueOnFail: options.continueOnFail ?? false,
    parameter: (name, itemIndex) => {
      // The default of the field is an expression, which n8n evaluates for the item.
      if (name === 'callId' && !('callId' in parameters)) return items[itemIndex]?.json.callId;
      return parameters[name] ?? null;
    },
    credential: () => Promise.resolve(options.credential ?? CREDENTIAL),
    parents: () => options.parents ?? [],
    evaluate: (expression, itemIndex) => options.evaluate?.(expression, itemIndex),
    binary: () => Promise.resolve(options.binary ?? new Uint8Array()),
  };
}

/** What n8n gives a trigger, and what the trigger did with it. */
export interface FakeTrigger {
  readonly context: TriggerContext;
  readonly emitted: INodeExecutionData[];
  /** The end of each execution that was started and followed, in order. */
  readonly executions: Deferred<ExecutionEnd>[];
  readonly failures: Error[];
  readonly restarts: Error[];
}

export function fakeTrigger(
  options: {
    readonly parameters?: Readonly<Record<string, unknown>>;
    readonly isManual?: boolean;
    readonly workflowName?: string;
  } = {},
): FakeTrigger {
  const emitted: INodeExecutionData[] = [];
  const executions: Deferred<ExecutionEnd>[] = [];
  const failures: Error[] = [];
  const restarts: Error[] = [];
  const context: TriggerContext = {
    node: fakeNode(),
    workflowName: options.workflowName ?? 'Department Router',
    isManual: options.isManual ?? false,
    parameter: (name) => options.parameters?.[name] ?? null,
    credential: () => Promise.resolve(CREDENTIAL),
    emit: (item) => {
      emitted.push(item);
    },
    emitAndFollow: (item) => {
      emitted.push(item);
      const execution = deferred<ExecutionEnd>();
      executions.push(execution);
      return execution.promise;
    },
    saveFailedExecution: (error) => {
      failures.push(error);
    },
    restart: (error) => {
      restarts.push(error);
    },
  };
  return { context, emitted, executions, failures, restarts };
}

/** Lets everything run that is only waiting for its turn. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  await new Promise<void>((resolve) => setImmediate(resolve));
}
