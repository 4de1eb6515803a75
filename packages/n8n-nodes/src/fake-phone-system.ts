import {
  type ActiveCall,
  type Call,
  type CallEvent,
  CallNotFoundError,
  type ConnectionState,
  ExtensionNotFoundError,
  type MakeCallOptions,
  type MakeCallOutcome,
  type PhoneSystem,
  type PhoneSystemMetrics,
  type SystemStatus,
} from '@org/3cx-core';
import { filter, Observable, Subject } from 'rxjs';
import type { FakeCall } from './fake-call';
import { FakeXapi } from './fake-xapi';

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
  /** What was asked of `makeCall` and `unpark`, in order. */
  readonly made: string[] = [];
  /** Set to decide what becomes of a call that is placed. */
  making: Promise<MakeCallOutcome> = Promise.resolve({ kind: 'unknown' });
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

  makeCall({ to, from = 'default', timeoutSeconds }: MakeCallOptions): Promise<MakeCallOutcome> {
    this.made.push(`${from} calls ${to}${timeoutSeconds === undefined ? '' : ` for ${timeoutSeconds} s`}`);
    return this.making;
  }

  unpark({ slot, ...options }: Omit<MakeCallOptions, 'to'> & { readonly slot: string }) {
    return this.makeCall({ ...options, to: slot });
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
