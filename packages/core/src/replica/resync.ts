import {
  NotFoundError,
  PermissionError,
  type CallControlClient,
  type DnState,
  type Participant,
} from '@org/3cx-api-client';
import type { Clock, Timer } from '../clock';
import type { Logger } from '../options';
import { decodeFrame, type Frame } from '../socket/frames';
import { FetchQueue, type Fetched } from './fetch-queue';
import { participantKey, Replica, type ReplicaChange } from './replica';

export interface ResyncHandlers {
  /** Changes of participants, in order. */
  onChanges(changes: readonly ReplicaChange[]): void;
  onDigits(dn: string, id: number, digits: string): void;
  /** A snapshot is about to be taken in. */
  onSnapshot(state: readonly DnState[]): void;
  /** It has been taken in: from here on the replica is current. */
  onSynced(): void;
}

export interface ResyncOptions {
  readonly api: Pick<CallControlClient, 'getState' | 'getParticipant'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly handlers: ResyncHandlers;
}

const RECONCILE_EVERY_MS = 60_000;
const RETRY_SNAPSHOT_MS = 1_000;

type Entity = Extract<Frame, { readonly id: number }>;

/**
 * Keeps the replica equal to the PBX: holds events back until a snapshot is in,
 * turns each event into a conflated GET, and compares with a fresh snapshot after
 * every reconnect, every minute, and whenever a GET fails for no clear reason.
 */
export class Resync {
  private readonly replica = new Replica();
  /** Far legs of our own calls: shown under our extension, but refused to us. */
  private readonly refused = new Set<string>();
  private readonly queue: FetchQueue<Participant>;
  /** Events that wait for the snapshot; undefined while none is awaited. */
  private held: Entity[] | undefined = [];
  /** Which snapshot is awaited; a later one makes the former's answer worthless. */
  private generation = 0;
  private timer: Timer | undefined;
  private stopped = false;

  constructor(private readonly options: ResyncOptions) {
    this.queue = new FetchQueue({
      fetch: (key) => {
        const cut = key.lastIndexOf('/');
        return options.api.getParticipant(key.slice(0, cut), Number(key.slice(cut + 1)));
      },
      onFetched: (key, fetched) => {
        this.onFetched(key, fetched);
      },
    });
  }

  /** Takes in one socket message. */
  onMessage(text: string): void {
    const frame = decodeFrame(text);
    if (frame.kind === 'ignored' || frame.kind === 'devices-changed') return;
    if (frame.kind === 'malformed') {
      this.options.logger.warn('A message from the PBX could not be read', { reason: frame.reason });
      return;
    }
    if (this.held !== undefined) this.held.push(frame);
    else this.apply(frame);
  }

  /** The socket is gone: what comes next belongs after the next snapshot. */
  onLost(): void {
    this.timer?.cancel();
    this.generation += 1;
    this.held = [];
    this.queue.cancelAll();
  }

  /** Reads a snapshot and takes it in. @throws what the request throws */
  async sync(): Promise<void> {
    this.timer?.cancel();
    this.generation += 1;
    const { generation } = this;
    this.held ??= [];
    this.queue.cancelAll();
    const state = await this.options.api.getState();
    if (this.isStale(generation)) return;
    this.refused.clear();
    const { handlers } = this.options;
    handlers.onSnapshot(state);
    handlers.onChanges(this.replica.reset(state));
    handlers.onSynced();
    const held = this.held;
    this.held = undefined;
    for (const entity of held) this.apply(entity);
    this.syncAfter(RECONCILE_EVERY_MS);
  }

  /** As `sync`, trying again by itself until it works or the socket is lost. */
  syncSoon(): void {
    const mine = this.generation + 1;
    this.sync().catch((error: unknown) => {
      if (this.isStale(mine)) return;
      this.options.logger.warn('The state of the PBX could not be read; trying again', {
        error: String(error),
      });
      this.syncAfter(RETRY_SNAPSHOT_MS);
    });
  }

  stop(): void {
    this.stopped = true;
    this.timer?.cancel();
    this.queue.stop();
  }

  private isStale(generation: number): boolean {
    return this.stopped || this.generation !== generation;
  }

  private syncAfter(ms: number): void {
    this.timer?.cancel();
    if (this.stopped) return;
    this.timer = this.options.clock.after(ms, () => {
      this.syncSoon();
    });
  }

  private apply(entity: Entity): void {
    const key = participantKey(entity.dn, entity.id);
    switch (entity.kind) {
      case 'upset':
        if (!this.refused.has(key)) this.queue.request(key);
        return;
      case 'remove':
        this.gone(key);
        return;
      case 'dtmf':
        this.options.handlers.onDigits(entity.dn, entity.id, entity.digits);
        return;
    }
  }

  private onFetched(key: string, fetched: Fetched<Participant>): void {
    if (fetched.kind === 'found') {
      this.options.handlers.onChanges(this.replica.put(fetched.value));
    } else if (fetched.error instanceof NotFoundError) {
      this.gone(key);
    } else if (fetched.error instanceof PermissionError) {
      this.refused.add(key);
    } else {
      // The state behind this event is still unknown: a snapshot settles it.
      this.options.logger.warn('A participant could not be read; reading all', {
        error: String(fetched.error),
      });
      this.held ??= [];
      this.queue.cancelAll();
      this.generation += 1;
      this.syncAfter(RETRY_SNAPSHOT_MS);
    }
  }

  private gone(key: string): void {
    this.queue.cancel(key);
    this.refused.delete(key);
    this.options.handlers.onChanges(this.replica.remove(key));
  }
}
