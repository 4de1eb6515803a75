import type {
  CallControlClient,
  DnState,
  ThreeCxError,
  TokenSource,
  Transport,
  XapiClient,
} from '@org/3cx-api-client';
import { CertificateError, ConnectionFailedError, TimeoutError } from '@org/3cx-api-client';
import { Pacer } from '@org/3cx-audio';
import { merge, share, Subject, takeUntil, type Observable } from 'rxjs';
import { activeCallsOf } from './active-calls';
import type { Call } from './call';
import { CallModel, type CallFact } from './calls/call-model';
import type { CallRecord } from './calls/call-record';
import { CallRegistry } from './calls/call-registry';
import { isRoutePoint } from './calls/direction';
import { IncomingCalls } from './calls/incoming-calls';
import { LiveCall, type CallPorts } from './calls/live-call';
import { QueueWatch, type QueueFact } from './calls/queue-watch';
import type { Clock } from './clock';
import { CommandJournal } from './commands/journal';
import { OutboundCalls } from './commands/outbound-calls';
import { voicemailNumber } from './commands/voicemail-number';
import { DisposedError, ExtensionNotFoundError } from './errors';
import type { CallEvent } from './events/call-event';
import {
  connectionEvent,
  dtmfEvent,
  EventIds,
  eventsOfFact,
  queueEvent,
  transferredEvent,
} from './events/event-of-fact';
import type { PromptOptions } from './media/prompt-source';
import { createPromptLoader } from './media/prompts';
import type { Logger } from './options';
import type {
  ActiveCall,
  ConnectionState,
  MakeCallOptions,
  MakeCallOutcome,
  PhoneSystem,
  SystemStatus,
} from './phone-system';
import { participantKey, type ReplicaChange } from './replica/replica';
import { Resync } from './replica/resync';
import { Backoff } from './socket/backoff';
import type { OpenEventSocket } from './socket/event-socket';
import { SocketSupervisor } from './socket/supervisor';
import type { CallStore } from './stores/call-store';
import { recordOf, storedOf } from './stores/record';
import { activeCallEvents } from './system-view/active-call-watch';
import { ownCallOf } from './system-view/own-call';
import { Counters, type PhoneSystemMetrics } from './telemetry/counters';
import { every } from './telemetry/every';
import { judgedStatus, unknownStatus } from './system-status';

export interface PhoneSystemParts {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly api: CallControlClient;
  readonly xapi: XapiClient;
  readonly tokens: TokenSource;
  readonly transport: Transport;
  readonly openSocket: OpenEventSocket;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Differs for every phone system ever made: the first part of event ids. */
  readonly epoch: string;
  readonly prompts?: PromptOptions;
  /** For the waits between connection attempts; `Math.random` by default. */
  readonly random?: () => number;
  /** Default 30. */
  readonly maxOutboundCalls?: number | undefined;
  readonly voicemailDialCode?: string | undefined;
  readonly callStore?: CallStore | undefined;
}

const METRICS_EVERY_MS = 5_000;
/** More than an n8n workflow or a small campaign has under way; fewer than would flood a trunk. */
const MAX_OUTBOUND_CALLS = 30;

/** Keys of participants that nobody has seen yet wait here until their GET is in; no more than this. */
const MAX_EARLY_DIGITS = 100;

/**
 * The parts put together: socket and snapshots feed the replica, its changes the call
 * model, its facts the calls and the event stream.
 */
export class ConnectedPhoneSystem implements PhoneSystem {
  readonly serverUrl: string;
  readonly clientId: string;
  private readonly incomingCalls = new IncomingCalls();
  private readonly events = new Subject<CallEvent>();
  private readonly connectionChanges = new Subject<ConnectionState>();
  private readonly model: CallModel;
  private readonly registry: CallRegistry;
  private readonly resync: Resync;
  private readonly supervisor: SocketSupervisor;
  private readonly pacer = new Pacer();
  private readonly ports: CallPorts;
  private readonly ids: EventIds;
  private readonly counters = new Counters();
  private readonly journal: CommandJournal;
  private readonly outbound: OutboundCalls;
  private readonly dnTypes = new Map<string, string>();
  private readonly queues = new QueueWatch((dn) => this.dnTypes.get(dn) ?? '');
  private readonly elsewhere: Observable<CallEvent>;
  private readonly earlyDigits = new Map<string, string>();
  private readonly disposed = new Subject<undefined>();
  private state: ConnectionState = 'connected';
  private lostAt: number | undefined;

  constructor(private readonly parts: PhoneSystemParts) {
    const { clock, logger, api, tokens } = parts;
    this.serverUrl = parts.serverUrl;
    this.clientId = parts.clientId;
    this.ids = new EventIds(parts.epoch);
    this.model = new CallModel(() => clock.date());
    this.registry = new CallRegistry(() => clock.date());
    this.elsewhere = activeCallEvents({
      clock,
      logger,
      getActiveCalls: () => parts.xapi.getActiveCalls(),
      granted: () => new Set(this.dnTypes.keys()),
      own: () => this.model.records.map(ownCallOf),
      stamp: () => this.stamp(),
    }).pipe(share());
    this.journal = new CommandJournal(() => clock.now());
    this.outbound = new OutboundCalls({
      api,
      clock,
      journal: this.journal,
      most: parts.maxOutboundCalls ?? MAX_OUTBOUND_CALLS,
      isRoutePoint: (dn) => isRoutePoint(this.dnTypes.get(dn) ?? ''),
      participantsOf: (dn) => this.model.participantsOf(dn),
      callNow: (dn, id) => {
        const record = this.model.recordOf(dn, id);
        return record === undefined ? undefined : this.registry.of(record);
      },
      look: (dn, id) => {
        this.resync.look(dn, id);
      },
    });
    this.ports = {
      journal: this.journal,
      voicemailOf: (extension) => voicemailNumber(parts.voicemailDialCode, extension),
      api,
      clock,
      logger,
      pacer: this.pacer,
      prompts: createPromptLoader({ serverUrl: parts.serverUrl, pbx: parts.transport }, parts.prompts),
      expectEnd: (record, reason) => {
        this.model.expectEnd(record, reason);
      },
      holdEnd: (record) => {
        const release = this.model.holdEnd(record);
        return () => {
          this.tellAll(release());
        };
      },
      pressed: (record, key) => {
        this.press(record, key);
      },
      transferred: (record, target) => {
        this.emit(transferredEvent(record, target, this.stamp()), this.registry.of(record));
      },
    };
    this.resync = new Resync({
      counters: this.counters,
      api,
      clock,
      logger,
      handlers: {
        onChanges: (changes) => {
          this.onChanges(changes);
        },
        onDigits: (dn, id, digits) => {
          this.onDigits(dn, id, digits);
        },
        onRemoved: (dn, id) => {
          this.outbound.gone(dn, id);
        },
        onSnapshot: (state) => {
          this.onSnapshot(state);
        },
        onSynced: () => {
          this.onSynced();
        },
        onSilence: () => {
          logger.warn('The event socket says nothing of what happens; reconnecting');
          this.supervisor.reconnect();
        },
      },
    });
    this.supervisor = new SocketSupervisor({
      open: parts.openSocket,
      tokens,
      clock,
      logger,
      backoff: new Backoff(parts.random),
      handlers: {
        onOpen: () => {
          if (this.lostAt === undefined) return;
          this.counters.add('reconnects');
          this.resync.syncSoon();
        },
        onMessage: (text) => {
          this.resync.onMessage(text);
        },
        onLost: () => {
          this.onLost();
        },
        onFailed: (error) => {
          this.onFailed(error);
        },
      },
    });
  }

  /** Opens the socket, then reads the first snapshot: in this order nothing falls in between. */
  async start(): Promise<void> {
    const restored = await this.restore();
    await this.supervisor.start();
    await this.resync.sync();
    for (const record of restored) if (record.status !== 'ended') this.announce(record);
  }

  /** Takes up what an earlier process has left: what has changed since follows from the first snapshot. */
  private async restore(): Promise<CallRecord[]> {
    const stored = (await this.parts.callStore?.load()) ?? [];
    const records = stored.map(recordOf);
    for (const record of records) {
      const call = new LiveCall(record, this.ports);
      if (record.status === 'ended') {
        call.onEnded();
        this.registry.addEnded(call);
        continue;
      }
      this.model.restore(record);
      this.registry.add(record, call);
      this.resync.restore(record.participants.values());
      if (record.status === 'answered') call.onAnswered();
    }
    return records;
  }

  private keep(record: CallRecord): void {
    this.parts.callStore?.save(storedOf(record)).catch((error: unknown) => {
      this.parts.logger.warn('A call could not be stored: a restart will not know of it', {
        error: String(error),
      });
    });
  }

  get xapi(): XapiClient {
    return this.parts.xapi;
  }
  get extensions(): readonly string[] {
    return [...this.dnTypes.keys()];
  }
  get connection(): ConnectionState {
    return this.state;
  }
  get connection$(): Observable<ConnectionState> {
    return this.connectionChanges.asObservable();
  }
  get incoming$(): Observable<Call> {
    return this.incomingCalls.toRoutePoints();
  }
  incomingTo(extension: string): Observable<Call> {
    return this.incomingCalls.to(extension);
  }
  get events$(): Observable<CallEvent> {
    return this.events.asObservable();
  }
  get systemEvents$(): Observable<CallEvent> {
    return merge(this.events, this.elsewhere.pipe(takeUntil(this.disposed)));
  }
  get metrics$(): Observable<PhoneSystemMetrics> {
    return every(METRICS_EVERY_MS, this.parts.clock, () =>
      this.counters.with({
        liveCalls: this.registry.size,
        pendingGets: this.resync.pendingGets,
        heldEvents: this.resync.heldEvents,
      }),
    ).pipe(takeUntil(this.disposed));
  }
  get calls(): readonly Call[] {
    return this.registry.calls;
  }

  call(id: string): Call {
    return this.registry.require(id);
  }

  requireExtension(dn: string): void {
    if (this.dnTypes.has(dn)) return;
    throw new ExtensionNotFoundError(
      `Extension ${dn} not found or not configured: 3CX knows no such extension for client ${this.clientId}. In Integrations > API, add it to the extensions this client may control.`,
    );
  }

  async makeCall(options: MakeCallOptions): Promise<MakeCallOutcome> {
    this.requireNotDisposed();
    const from = options.from ?? this.clientId;
    this.requireExtension(from);
    return this.outbound.make(from, options);
  }

  unpark({
    slot,
    ...options
  }: Omit<MakeCallOptions, 'to'> & { readonly slot: string }): Promise<MakeCallOutcome> {
    return this.makeCall({ ...options, to: slot });
  }

  async getActiveCalls(): Promise<readonly ActiveCall[]> {
    this.requireNotDisposed();
    const rows = await this.parts.xapi.getActiveCalls();
    const ours = new Map(this.model.records.map(({ callid, id }) => [callid, id]));
    return activeCallsOf(rows, (callid) => ours.get(callid));
  }

  async getSystemStatus(): Promise<SystemStatus> {
    this.requireNotDisposed();
    try {
      return judgedStatus(await this.parts.xapi.getSystemStatus());
    } catch (error) {
      if (
        error instanceof ConnectionFailedError ||
        error instanceof TimeoutError ||
        error instanceof CertificateError
      ) {
        return unknownStatus('down', error.message);
      }
      throw error;
    }
  }

  dispose(): Promise<void> {
    if (this.state === 'disposed') return Promise.resolve();
    this.supervisor.stop();
    this.resync.stop();
    for (const call of this.registry.calls) call.detach();
    this.pacer.dispose();
    this.parts.transport.dispose();
    this.changeConnection('disposed');
    this.connectionChanges.complete();
    this.disposed.next(undefined);
    this.disposed.complete();
    this.incomingCalls.complete();
    this.events.complete();
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  private onChanges(changes: readonly ReplicaChange[]): void {
    for (const change of changes) {
      this.tellAll(this.model.apply(change));
      for (const fact of this.queues.apply(change)) this.tellOfQueue(fact);
      const { dn, id } = change.participant;
      const key = participantKey(dn, id);
      if (change.kind === 'added') this.outbound.seen(dn, id);
      const early = this.earlyDigits.get(key);
      if (early === undefined) continue;
      this.earlyDigits.delete(key);
      if (change.kind !== 'removed') this.onDigits(dn, id, early);
    }
  }

  private onDigits(dn: string, id: number, digits: string): void {
    const record = this.model.recordOf(dn, id);
    const call = record === undefined ? undefined : this.registry.of(record);
    if (record === undefined || call === undefined) {
      this.keepEarly(participantKey(dn, id), digits);
      return;
    }
    call.onSignalledKey();
    this.press(record, digits);
  }

  private press(record: CallRecord, digits: string): void {
    const call = this.registry.of(record);
    const keys = call?.digitBuffer.press(digits) ?? [];
    this.counters.add('digits', keys.length);
    if (keys.length > 0) this.emit(dtmfEvent(record, keys.join(''), this.stamp()), call);
  }

  /** A key may overtake the GET that introduces its participant. */
  private keepEarly(key: string, digits: string): void {
    this.earlyDigits.set(key, (this.earlyDigits.get(key) ?? '') + digits);
    const [oldest] = this.earlyDigits.keys();
    if (this.earlyDigits.size > MAX_EARLY_DIGITS && oldest !== undefined) this.earlyDigits.delete(oldest);
  }

  private onSnapshot(state: readonly DnState[]): void {
    this.dnTypes.clear();
    for (const { dn, type } of state) this.dnTypes.set(dn, type);
  }

  private onSynced(): void {
    if (this.lostAt === undefined) return;
    const gapMs = Math.round(this.parts.clock.now() - this.lostAt);
    this.lostAt = undefined;
    this.changeConnection('connected');
    this.emit(connectionEvent('connection_restored', this.clientId, gapMs, this.stamp()));
  }

  private onLost(): void {
    this.resync.onLost();
    // After a restart the same id may be somebody else: keys must never cross over.
    this.earlyDigits.clear();
    this.counters.add('losses');
    if (this.lostAt !== undefined) return;
    this.lostAt = this.parts.clock.now();
    this.changeConnection('lost');
    this.emit(connectionEvent('connection_lost', this.clientId, 0, this.stamp()));
  }

  private onFailed(error: ThreeCxError): void {
    this.parts.logger.error('The PBX refuses this client; giving up', {
      error: error.message,
      code: error.code,
    });
    this.changeConnection('failed');
  }

  private tellAll(facts: readonly CallFact[]): void {
    for (const fact of facts) this.tell(fact);
  }

  private tell(fact: CallFact): void {
    const { record, kind } = fact;
    this.keep(record);
    if (kind === 'started') this.registry.add(record, new LiveCall(record, this.ports));
    const call = this.registry.of(record);
    if (kind === 'answered') call?.onAnswered();
    if (kind === 'ended') {
      this.registry.end(record);
      if (call !== undefined) this.incomingCalls.forget(call);
    }
    for (const event of eventsOfFact(fact, () => this.stamp())) this.emit(event, call);
    if (kind === 'started') this.announce(record);
    if (kind === 'ended') call?.onEnded();
  }

  private tellOfQueue({ kind, queueId, participant: { dn, id } }: QueueFact): void {
    const record = this.model.recordOf(dn, id);
    if (record === undefined) return;
    const eventType = kind === 'waiting' ? 'queue_call_waiting' : 'queue_call_answered';
    this.emit(queueEvent(eventType, record, queueId, this.stamp()), this.registry.of(record));
  }

  private announce(record: CallRecord): void {
    const call = this.registry.of(record);
    if (call === undefined || record.direction === 'outbound') return;
    this.incomingCalls.offer(call, isRoutePoint(this.dnTypes.get(record.dn) ?? ''));
  }

  private emit(event: CallEvent, call?: LiveCall): void {
    this.counters.add('events');
    this.events.next(event);
    call?.onEvent(event);
  }

  private stamp(): { eventId: string; timestamp: string } {
    return { eventId: this.ids.next(), timestamp: this.parts.clock.date().toISOString() };
  }

  private changeConnection(state: ConnectionState): void {
    this.state = state;
    this.connectionChanges.next(state);
  }

  private requireNotDisposed(): void {
    if (this.state === 'disposed') {
      throw new DisposedError('This phone system has been disposed: connect again.');
    }
  }
}
