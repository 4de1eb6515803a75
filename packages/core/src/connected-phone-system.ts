import type { CallControlClient, TokenSource, Transport, XapiClient } from '@org/3cx-api-client';
import { Pacer } from '@org/3cx-audio';
import { merge, share, Subject, takeUntil, type Observable } from 'rxjs';
import { activeCallsOf } from './active-calls';
import type { Call } from './call';
import { CallModel } from './calls/call-model';
import type { CallRecord } from './calls/call-record';
import { isRoutePoint } from './calls/direction';
import { EarlyDigits } from './calls/early-digits';
import { LiveCall, type CallPorts } from './calls/live-call';
import { QueueWatch } from './calls/queue-watch';
import type { Clock } from './clock';
import { CommandJournal } from './commands/journal';
import { OutboundCalls } from './commands/outbound-calls';
import { voicemailNumber } from './commands/voicemail-number';
import { DisposedError, ExtensionNotFoundError } from './errors';
import type { CallEvent } from './events/call-event';
import { CallTeller } from './events/call-teller';
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
import { ConnectionWatch } from './socket/connection-watch';
import type { OpenEventSocket } from './socket/event-socket';
import { SocketSupervisor } from './socket/supervisor';
import type { CallStore } from './stores/call-store';
import { recordOf } from './stores/record';
import { activeCallEvents } from './system-view/active-call-watch';
import { ownCallOf } from './system-view/own-call';
import { Counters, type PhoneSystemMetrics } from './telemetry/counters';
import { every } from './telemetry/every';
import { systemStatusOf } from './system-status';

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

/**
 * The parts put together: socket and snapshots feed the replica, its changes the call
 * model, its facts the calls and the event stream.
 */
export class ConnectedPhoneSystem implements PhoneSystem {
  readonly serverUrl: string;
  readonly clientId: string;
  private readonly connectionWatch: ConnectionWatch;
  private readonly model: CallModel;
  private readonly teller: CallTeller;
  private readonly resync: Resync;
  private readonly supervisor: SocketSupervisor;
  private readonly pacer = new Pacer();
  private readonly ports: CallPorts;
  private readonly counters = new Counters();
  private readonly outbound: OutboundCalls;
  private readonly dnTypes = new Map<string, string>();
  private readonly queues = new QueueWatch((dn) => this.dnTypes.get(dn) ?? '');
  private readonly elsewhere: Observable<CallEvent>;
  private readonly earlyDigits = new EarlyDigits();
  private readonly disposed = new Subject<undefined>();

  constructor(private readonly parts: PhoneSystemParts) {
    const { clock, logger, api, xapi } = parts;
    this.serverUrl = parts.serverUrl;
    this.clientId = parts.clientId;
    this.connectionWatch = new ConnectionWatch(clock);
    this.model = new CallModel(clock);
    this.teller = new CallTeller({
      clock,
      logger,
      counters: this.counters,
      epoch: parts.epoch,
      clientId: parts.clientId,
      callStore: parts.callStore,
      liveCall: (record) => new LiveCall(record, this.ports),
      isRoutePoint: (dn) => this.isRoutePoint(dn),
    });
    this.elsewhere = activeCallEvents({
      clock,
      logger,
      getActiveCalls: () => xapi.getActiveCalls(),
      granted: () => new Set(this.dnTypes.keys()),
      own: () => this.model.records.map(ownCallOf),
      stamp: () => this.teller.stamp(),
    }).pipe(share());
    const journal = new CommandJournal(() => clock.now());
    this.outbound = new OutboundCalls({
      api,
      clock,
      journal,
      most: parts.maxOutboundCalls ?? MAX_OUTBOUND_CALLS,
      isRoutePoint: (dn) => this.isRoutePoint(dn),
      participantsOf: (dn) => this.model.participantsOf(dn),
      callNow: (dn, id) => {
        const record = this.model.recordOf(dn, id);
        return record === undefined ? undefined : this.teller.registry.of(record);
      },
      look: (dn, id) => {
        this.resync.look(dn, id);
      },
    });
    this.ports = {
      api,
      clock,
      logger,
      journal,
      pacer: this.pacer,
      prompts: createPromptLoader({ serverUrl: parts.serverUrl, pbx: parts.transport }, parts.prompts),
      voicemailOf: (extension) => voicemailNumber(parts.voicemailDialCode, extension),
      expectEnd: (record, reason) => {
        this.model.expectEnd(record, reason);
      },
      holdEnd: (record) => {
        const release = this.model.holdEnd(record);
        return () => {
          this.teller.tell(release());
        };
      },
      pressed: (record, key) => {
        this.teller.pressed(record, key);
      },
      transferred: (record, target) => {
        this.teller.transferred(record, target);
      },
    };
    this.resync = this.resyncOf(parts);
    this.supervisor = this.supervisorOf(parts);
  }

  private resyncOf({ api, clock, logger }: PhoneSystemParts): Resync {
    return new Resync({
      counters: this.counters,
      api,
      clock,
      logger,
      handlers: {
        onChanges: (changes) => {
          for (const change of changes) this.onChange(change);
        },
        onDigits: (dn, id, digits) => {
          this.onDigits(dn, id, digits);
        },
        onRemoved: (dn, id) => {
          this.outbound.gone(dn, id);
        },
        onSnapshot: (state) => {
          this.dnTypes.clear();
          for (const { dn, type } of state) this.dnTypes.set(dn, type);
        },
        onSynced: () => {
          const gapMs = this.connectionWatch.restored();
          if (gapMs !== undefined) this.teller.connection('connection_restored', gapMs);
        },
        onSilence: () => {
          logger.warn('The event socket says nothing of what happens; reconnecting');
          this.supervisor.reconnect();
        },
      },
    });
  }

  private supervisorOf({ openSocket, tokens, clock, logger, random }: PhoneSystemParts): SocketSupervisor {
    return new SocketSupervisor({
      open: openSocket,
      tokens,
      clock,
      logger,
      backoff: new Backoff(random),
      handlers: {
        onOpen: () => {
          if (!this.connectionWatch.isInGap) return;
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
          logger.error('The PBX refuses this client; giving up', { error: error.message, code: error.code });
          this.connectionWatch.failed();
        },
      },
    });
  }

  /** Opens the socket, then reads the first snapshot: in this order nothing falls in between. */
  async start(): Promise<void> {
    const restored = await this.restore();
    await this.supervisor.start();
    await this.resync.sync();
    for (const record of restored) if (record.status !== 'ended') this.teller.announce(record);
  }

  /** Takes up what an earlier process has left: what has changed since follows from the first snapshot. */
  private async restore(): Promise<CallRecord[]> {
    const stored = (await this.parts.callStore?.load()) ?? [];
    const records = stored.map((one) => recordOf(one, this.parts.clock));
    for (const record of records) {
      const call = this.teller.follow(record);
      if (record.status === 'ended') {
        call.onEnded();
        continue;
      }
      this.model.restore(record);
      this.resync.restore(record.participants);
      if (record.status === 'answered') call.onAnswered();
    }
    return records;
  }

  get xapi(): XapiClient {
    return this.parts.xapi;
  }

  get extensions(): readonly string[] {
    return [...this.dnTypes.keys()];
  }
  get connection(): ConnectionState {
    return this.connectionWatch.state;
  }
  get connection$(): Observable<ConnectionState> {
    return this.connectionWatch.changes$;
  }
  get incoming$(): Observable<Call> {
    return this.teller.incoming.toRoutePoints();
  }
  incomingTo(extension: string): Observable<Call> {
    return this.teller.incoming.to(extension);
  }
  get events$(): Observable<CallEvent> {
    return this.teller.events.asObservable();
  }
  get systemEvents$(): Observable<CallEvent> {
    return merge(this.teller.events, this.elsewhere.pipe(takeUntil(this.disposed)));
  }
  get metrics$(): Observable<PhoneSystemMetrics> {
    return every(METRICS_EVERY_MS, this.parts.clock, () =>
      this.counters.with({
        liveCalls: this.teller.registry.size,
        pendingGets: this.resync.pendingGets,
        heldEvents: this.resync.heldEvents,
      }),
    ).pipe(takeUntil(this.disposed));
  }
  get calls(): readonly Call[] {
    return this.teller.registry.calls;
  }

  call(id: string): Call {
    return this.teller.registry.require(id);
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
    return systemStatusOf(this.parts.xapi);
  }

  dispose(): Promise<void> {
    if (this.connection === 'disposed') return Promise.resolve();
    this.supervisor.stop();
    this.resync.stop();
    for (const call of this.teller.registry.calls) call.detach();
    this.pacer.dispose();
    this.parts.transport.dispose();
    this.connectionWatch.disposed();
    this.disposed.next(undefined);
    this.disposed.complete();
    this.teller.complete();
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  private onChange(change: ReplicaChange): void {
    const { dn, id } = change.participant;
    this.teller.tell(this.model.apply(change));
    for (const fact of this.queues.apply(change)) {
      this.teller.queue(fact, this.model.recordOf(fact.participant.dn, fact.participant.id));
    }
    if (change.kind === 'added') this.outbound.seen(dn, id);
    const early = this.earlyDigits.take(participantKey(dn, id));
    if (early !== undefined && change.kind !== 'removed') this.onDigits(dn, id, early);
  }

  private onDigits(dn: string, id: number, digits: string): void {
    const record = this.model.recordOf(dn, id);
    const call = record === undefined ? undefined : this.teller.registry.of(record);
    if (record === undefined || call === undefined) {
      this.earlyDigits.keep(participantKey(dn, id), digits);
      return;
    }
    call.onSignalledKey();
    this.teller.pressed(record, digits);
  }

  private onLost(): void {
    this.resync.onLost();
    // After a restart the same id may be somebody else: keys must never cross over.
    this.earlyDigits.clear();
    this.counters.add('losses');
    if (this.connectionWatch.lost()) this.teller.connection('connection_lost', 0);
  }

  private isRoutePoint(dn: string): boolean {
    return isRoutePoint(this.dnTypes.get(dn) ?? '');
  }

  private requireNotDisposed(): void {
    if (this.connection === 'disposed') {
      throw new DisposedError('This phone system has been disposed: connect again.');
    }
  }
}
