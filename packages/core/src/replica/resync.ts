import {
  NotFoundError,
  PermissionError,
  type CallControlClient,
  type DnState,
  type Participant,
} from '@org/3cx-api-client';
import type { Clock, Timer } from '../clock';
import type { Logger } from '../options';
import type { Counters } from '../telemetry/counters';
import { decodeFrame } from '../socket/frames';
import { FetchQueue, type Fetched } from './fetch-queue';
import { HeldEvents, type EntityFrame } from './held-events';
import { participantKey, participantOf, Replica, type ReplicaChange } from './replica';
import { SequenceWatch } from './sequence-watch';

export interface ResyncHandlers {
  /** Changes of participants, in order. */
  onChanges(changes: readonly ReplicaChange[]): void;
  onDigits(dn: string, id: number, digits: string): void;
  /** The PBX says that a participant has gone, seen or not. Its changes follow. */
  onRemoved(dn: string, id: number): void;
  /** A snapshot is about to be taken in. */
  onSnapshot(state: readonly DnState[]): void;
  /** It has been taken in: from here on the replica is current. */
  onSynced(): void;
  /** Things have changed of which no message told: the socket has gone quiet. */
  onSilence(): void;
}

export interface ResyncOptions {
  readonly api: Pick<CallControlClient, 'getState' | 'getParticipant'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly counters: Counters;
  readonly handlers: ResyncHandlers;
}

const RECONCILE_EVERY_MS = 60_000;
const RETRY_SNAPSHOT_MS = 1_000;
/** How long a missing message may still come before a snapshot makes up for it. */
const GAP_GRACE_MS = 250;
/** How much later than a snapshot a message may tell of what the snapshot showed. */
const LATE_MESSAGE_MS = 2_000;
/** Numbers that jump without anything missing don't mean what we think: then gaps are looked into ever less. */
const SHORTEST_GAP_PAUSE_MS = 1_000;

/**
 * Keeps the replica equal to the PBX. After connecting, events are held back until a
 * snapshot is in; from then on each event is a conflated GET, and a snapshot is
 * compared with every minute, when a GET fails for no clear reason, and when
 * messages are missing.
 */
export class Resync {
  private readonly replica = new Replica();
  /** Far legs of our own calls: shown under our extension, but refused to us. */
  private readonly refused = new Set<string>();
  private readonly queue: FetchQueue<Participant>;
  private readonly sequences = new SequenceWatch();
  /** Events that wait for the snapshot; undefined while none is awaited. */
  private held: HeldEvents | undefined = new HeldEvents();
  /** Which connection we are on: answers to what was asked on a former one are worthless. */
  private generation = 0;
  /** While a comparison is out: of what more is known than its snapshot will show. */
  private newer: Set<string> | undefined;
  private messagesSinceSnapshot = 0;
  private failures = 0;
  private gapPauseMs = SHORTEST_GAP_PAUSE_MS;
  private gapLookedIntoAt = -Infinity;
  /** A comparison is out because messages were missing. */
  private lookingIntoGap = false;
  private gapTimer: Timer | undefined;
  private silenceTimer: Timer | undefined;
  private timer: { readonly at: number; readonly timer: Timer } | undefined;
  private stopped = false;

  constructor(private readonly options: ResyncOptions) {
    this.queue = new FetchQueue({
      fetch: (key) => {
        const { dn, id } = participantOf(key);
        options.counters.add('gets');
        return options.api.getParticipant(dn, id);
      },
      onConflated: () => {
        options.counters.add('conflated');
      },
      onFetched: (key, fetched, since) => {
        this.onFetched(key, fetched);
        options.counters.lagged(options.clock.now() - since);
      },
      now: () => options.clock.now(),
    });
  }

  /** Takes in one socket message. */
  onMessage(text: string): void {
    const frame = decodeFrame(text);
    this.options.counters.add('messages');
    if (frame.kind === 'malformed') {
      this.options.counters.add('malformed');
      this.options.logger.warn('A message from the PBX could not be read', { reason: frame.reason });
      return;
    }
    this.messagesSinceSnapshot += 1;
    if (this.sequences.note(frame)) this.lookIntoGap();
    if (frame.kind === 'ignored' || frame.kind === 'devices-changed') return;
    if (frame.kind === 'dtmf' && this.sequences.isRepeatedPress(frame)) return;
    if (this.held !== undefined) this.held.add(frame);
    else this.apply(frame);
  }

  get pendingGets(): number {
    return this.queue.pending.length;
  }

  get heldEvents(): number {
    return this.held?.size ?? 0;
  }

  /** Takes participants as an earlier process saw them last: the first snapshot is compared with them. */
  restore(participants: Iterable<Participant>): void {
    for (const participant of participants) this.replica.put(participant);
  }

  /** Asks for a participant of which something else than an event has told. */
  look(dn: string, id: number): void {
    const event: EntityFrame = { kind: 'upset', dn, id };
    if (this.held !== undefined) this.held.add(event);
    else this.apply(event);
  }

  /** The socket is gone: what comes next belongs after the next snapshot. */
  onLost(): void {
    this.cancelTimer();
    this.generation += 1;
    this.held = new HeldEvents();
    this.newer = undefined;
    this.lookingIntoGap = false;
    this.queue.cancelAll();
    this.sequences.reset();
  }

  /** Reads the first snapshot of a connection and takes it in. @throws what the request throws */
  async sync(): Promise<void> {
    this.cancelTimer();
    this.generation += 1;
    const { generation } = this;
    this.held ??= new HeldEvents();
    this.queue.cancelAll();
    this.options.counters.add('snapshots');
    const state = await this.options.api.getState();
    if (this.isStale(generation)) return;
    this.refused.clear();
    const { handlers } = this.options;
    handlers.onSnapshot(state);
    handlers.onChanges(this.replica.reset(state));
    handlers.onSynced();
    const held = this.held;
    this.held = undefined;
    for (const entity of held.take()) this.apply(entity);
    this.snapshotIsIn();
    if (held.overflowed) this.compareWithin(0);
  }

  /** As `sync`, trying again by itself until it works or the socket is lost. */
  syncSoon(): void {
    const mine = this.generation + 1;
    this.sync().catch((error: unknown) => {
      if (this.isStale(mine)) return;
      this.snapshotFailed(error);
    });
  }

  stop(): void {
    this.stopped = true;
    this.cancelTimer();
    this.queue.stop();
  }

  /** Compares with a fresh snapshot while events go on being told. */
  private async compare(): Promise<void> {
    const { generation } = this;
    const newer = new Set(this.queue.pending);
    this.newer = newer;
    this.options.counters.add('snapshots');
    const state = await this.options.api.getState();
    if (this.isStale(generation)) return;
    this.newer = undefined;
    this.options.handlers.onSnapshot(state);
    const changes = this.replica.reset(state, newer);
    this.options.handlers.onChanges(changes);
    const isNews = changes.length > 0;
    if (this.lookingIntoGap) {
      this.lookingIntoGap = false;
      this.gapPauseMs = isNews ? SHORTEST_GAP_PAUSE_MS : Math.min(RECONCILE_EVERY_MS, this.gapPauseMs * 2);
    }
    const isQuiet = this.messagesSinceSnapshot === 0;
    this.snapshotIsIn();
    if (isNews && isQuiet) this.suspectSilence();
  }

  private compareSoon(): void {
    if (this.newer !== undefined) {
      this.compareWithin(RETRY_SNAPSHOT_MS);
      return;
    }
    const { generation } = this;
    this.compare().catch((error: unknown) => {
      if (this.isStale(generation)) return;
      this.newer = undefined;
      this.snapshotFailed(error);
    });
  }

  /** News without a message: unless one comes that was merely slower, the socket is dead. */
  private suspectSilence(): void {
    this.silenceTimer?.cancel();
    this.silenceTimer = this.options.clock.after(LATE_MESSAGE_MS, () => {
      if (this.messagesSinceSnapshot === 0) this.options.handlers.onSilence();
    });
  }

  private snapshotIsIn(): void {
    this.failures = 0;
    this.messagesSinceSnapshot = 0;
    this.compareWithin(RECONCILE_EVERY_MS);
  }

  private snapshotFailed(error: unknown): void {
    this.options.logger.warn('The state of the PBX could not be read; trying again', {
      error: String(error),
    });
    this.compareWithin(Math.min(RECONCILE_EVERY_MS / 2, RETRY_SNAPSHOT_MS * 2 ** this.failures));
    this.failures += 1;
  }

  private isStale(generation: number): boolean {
    return this.stopped || this.generation !== generation;
  }

  /** A snapshot at the latest in so many milliseconds; an earlier one stands. */
  private compareWithin(ms: number): void {
    const at = this.options.clock.now() + ms;
    if (this.stopped || (this.timer !== undefined && this.timer.at <= at)) return;
    this.cancelTimer();
    const timer = this.options.clock.after(ms, () => {
      this.timer = undefined;
      if (this.held === undefined) this.compareSoon();
      else this.syncSoon();
    });
    this.timer = { at, timer };
  }

  private cancelTimer(): void {
    this.timer?.timer.cancel();
    this.timer = undefined;
    this.gapTimer?.cancel();
    this.gapTimer = undefined;
    this.silenceTimer?.cancel();
  }

  private lookIntoGap(): void {
    if (this.held !== undefined || this.gapTimer !== undefined) return;
    const { clock } = this.options;
    const sinceMs = clock.now() - this.gapLookedIntoAt;
    this.gapTimer = clock.after(Math.max(GAP_GRACE_MS, this.gapPauseMs - sinceMs), () => {
      this.gapTimer = undefined;
      if (!this.sequences.hasGap) return;
      this.sequences.forgetGap();
      this.options.counters.add('gaps');
      this.gapLookedIntoAt = clock.now();
      this.lookingIntoGap = true;
      this.compareSoon();
    });
  }

  private apply(entity: EntityFrame): void {
    const key = participantKey(entity.dn, entity.id);
    switch (entity.kind) {
      case 'upset':
        if (this.refused.has(key)) return;
        this.newer?.add(key);
        this.queue.request(key);
        return;
      case 'remove':
        this.options.handlers.onRemoved(entity.dn, entity.id);
        this.gone(key, entity);
        return;
      case 'dtmf':
        // Somebody whom no event has introduced: the event was lost, or comes later.
        if (this.replica.get(entity.dn, entity.id) === undefined && !this.refused.has(key)) {
          this.newer?.add(key);
          this.queue.request(key);
        }
        this.options.handlers.onDigits(entity.dn, entity.id, entity.digits);
        return;
    }
  }

  private onFetched(key: string, fetched: Fetched<Participant>): void {
    if (fetched.kind === 'found') {
      this.options.handlers.onChanges(this.replica.put(fetched.value));
    } else if (fetched.error instanceof NotFoundError) {
      // Asked for once more meanwhile, it may be there by now: that answer counts too.
      this.newer?.add(key);
      const { dn, id } = participantOf(key);
      this.options.handlers.onChanges(this.replica.remove(dn, id));
    } else if (fetched.error instanceof PermissionError) {
      this.refused.add(key);
    } else {
      // The state behind this event is still unknown: a snapshot settles it.
      this.options.logger.warn('A participant could not be read; reading all', {
        error: String(fetched.error),
      });
      this.compareWithin(RETRY_SNAPSHOT_MS);
    }
  }

  private gone(key: string, { dn, id }: EntityFrame): void {
    this.newer?.add(key);
    this.queue.cancel(key);
    this.refused.delete(key);
    this.options.handlers.onChanges(this.replica.remove(dn, id));
  }
}
