import {
  AuthenticationError,
  ConnectionFailedError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  type ThreeCxError,
  type DnState,
  type Participant,
} from '@org/3cx-api-client';
import type { EventSocket, EventSocketHandlers } from '../../socket/event-socket';
import type { VirtualClock } from '../virtual-clock';
import type { Random } from './random';
import { jsonOf, type Conversation, type SentEvent, type SentKind, type TrueParticipant } from './truth';

interface ServerSocket {
  readonly handlers: EventSocketHandlers;
  sequence: number;
  lastArrival: number;
  state: 'open' | 'dead' | 'closed';
}

/** What goes wrong at present. Counts say how often still, `until` how long. */
export interface Trouble {
  loseEvents: number;
  loseRemoves: number;
  duplicateUntil: number;
  reorderUntil: number;
  delayUntil: number;
  slowGetsUntil: number;
  slowSnapshotsUntil: number;
  failGets: number;
  failSnapshots: number;
  refuseUpgrades: number;
  closeAtOnce: number;
  downUntil: number;
}

const EVENT_TYPE: Record<SentKind, number> = { upset: 0, remove: 1, dtmf: 2 };

export const SLOWEST_GET_MS = 5_000;
export const LONGEST_EVENT_DELAY_MS = 400;
export const REQUEST_TIMEOUT_MS = 15_000;

/**
 * A phone system in virtual time: it knows the truth, tells of it by events and
 * answers, and does so badly when told to.
 */
export class SimulatedPbx {
  readonly trouble: Trouble = {
    loseEvents: 0,
    loseRemoves: 0,
    duplicateUntil: 0,
    reorderUntil: 0,
    delayUntil: 0,
    slowGetsUntil: 0,
    slowSnapshotsUntil: 0,
    failGets: 0,
    failSnapshots: 0,
    refuseUpgrades: 0,
    closeAtOnce: 0,
    downUntil: 0,
  };
  readonly conversations: Conversation[] = [];
  readonly sent: SentEvent[] = [];
  /** When events stopped reaching the client, whether it knew or not. */
  readonly downs: number[] = [];
  /** Most GETs of participants that were out at once. */
  mostGets = 0;
  transitions = 0;
  /** Some request was never answered. */
  timedOut = false;
  private readonly live = new Map<string, TrueParticipant>();
  private readonly sockets = new Set<ServerSocket>();
  private getsOut = 0;
  private nextId = 1;
  private nextCallid = 1;
  private nextNumber = 1;
  private token = 1;
  private frozen = false;

  constructor(
    readonly clock: VirtualClock,
    private readonly random: Random,
    private readonly dns: readonly { readonly dn: string; readonly type: string }[],
  ) {}

  // The switch.

  newCallid(): number {
    return this.nextCallid++;
  }

  conversation(dn: string): Conversation {
    const created = { dn, number: `+49${String(this.nextNumber++).padStart(8, '0')}`, participants: [] };
    this.conversations.push(created);
    return created;
  }

  add(
    conversation: Conversation,
    callid: number,
    status: Participant['status'],
    { farLeg = false, outbound = false } = {},
  ): TrueParticipant {
    const now = this.clock.now();
    const added: TrueParticipant = {
      dn: conversation.dn,
      id: this.nextId++,
      callid,
      conversation,
      farLeg,
      outbound,
      status,
      version: 1,
      addedAt: now,
      changedAt: now,
      connectedAt: status === 'Connected' ? now : undefined,
      removedAt: undefined,
      shownAt: undefined,
      pressed: '',
    };
    if (!farLeg) conversation.participants.push(added);
    this.live.set(keyOf(added), added);
    this.transitions += 1;
    this.send('upset', added);
    return added;
  }

  change(one: TrueParticipant, status = one.status): void {
    if (this.frozen || one.removedAt !== undefined) return;
    const now = this.clock.now();
    one.version += 1;
    one.changedAt = now;
    one.status = status;
    if (status === 'Connected') one.connectedAt ??= now;
    this.transitions += 1;
    this.send('upset', one);
  }

  /** Says once more what is so already, as the PBX does while a phone rings. */
  repeat(one: TrueParticipant): void {
    if (!this.frozen && one.removedAt === undefined) this.send('upset', one);
  }

  remove(one: TrueParticipant): void {
    if (this.frozen || one.removedAt !== undefined) return;
    one.removedAt = this.clock.now();
    this.live.delete(keyOf(one));
    this.transitions += 1;
    this.send('remove', one);
  }

  press(one: TrueParticipant, digit: string): void {
    if (this.frozen || one.removedAt !== undefined || one.status !== 'Connected') return;
    one.pressed += digit;
    this.send('dtmf', one, { dtmf_input: digit });
  }

  /** Whether anything more can happen to it. */
  isLive(one: TrueParticipant): boolean {
    return !this.frozen && one.removedAt === undefined;
  }

  get liveParticipants(): readonly TrueParticipant[] {
    return [...this.live.values()].filter(({ farLeg }) => !farLeg);
  }

  /** Nothing more happens and nothing more goes wrong: what holds now is the truth to compare with. */
  freeze(): void {
    this.frozen = true;
    Object.assign(this.trouble, {
      failGets: 0,
      failSnapshots: 0,
      refuseUpgrades: 0,
      closeAtOnce: 0,
      loseEvents: 0,
    });
  }

  // What goes wrong at once.

  cut(): void {
    this.loseSockets('cut', 0);
  }

  halfOpen(): void {
    this.loseSockets('no answer to a ping', this.random.between(4_000, 8_000));
  }

  revokeToken(): void {
    this.token += 1;
  }

  /** Every call is gone without a word, and ids begin again. */
  restart(downMs: number): void {
    const now = this.clock.now();
    for (const one of this.live.values()) one.removedAt = now;
    this.live.clear();
    this.nextId = 1;
    this.nextCallid = 1;
    this.trouble.downUntil = now + downMs;
    this.token += 1;
    this.cut();
  }

  sendRaw(text: string): void {
    for (const socket of this.sockets) this.deliver(socket, text, 1);
  }

  resetSequence(): void {
    for (const socket of this.sockets) socket.sequence = -1;
  }

  get nextUnusedId(): number {
    return this.nextId + 100_000;
  }

  // What the client sees.

  readonly tokens = {
    get: (): Promise<string> => Promise.resolve(this.heldToken),
    invalidate: (token: string): void => {
      if (token === this.heldToken) this.heldToken = `token-${String(this.token)}`;
    },
  };
  private heldToken = 'token-1';

  readonly openSocket = async (token: string, handlers: EventSocketHandlers): Promise<EventSocket> => {
    await this.pass(this.random.between(1, 20));
    if (this.isDown()) throw new ConnectionFailedError('refused');
    if (token !== `token-${String(this.token)}`) throw new AuthenticationError('replaced');
    if (this.trouble.refuseUpgrades > 0) {
      this.trouble.refuseUpgrades -= 1;
      throw this.random.pick<ThreeCxError>([
        new ServerError('503', { status: 503 }),
        new RateLimitError('429', 2_000),
        new ConnectionFailedError('reset'),
      ]);
    }
    const socket: ServerSocket = { handlers, sequence: 0, lastArrival: 0, state: 'open' };
    this.sockets.add(socket);
    if (this.trouble.closeAtOnce > 0) {
      this.trouble.closeAtOnce -= 1;
      this.clock.after(this.random.between(1, 30), () => {
        this.close(socket, 'closed at once', 0);
      });
    }
    return {
      close: () => {
        this.close(socket, 'closed by us', 0);
      },
    };
  };

  async getParticipant(dn: string, id: number): Promise<Participant> {
    this.getsOut += 1;
    this.mostGets = Math.max(this.mostGets, this.getsOut);
    try {
      await this.pass(this.random.between(1, 15));
      const slow = this.clock.now() < this.trouble.slowGetsUntil;
      const backMs =
        slow && this.random.chance(0.5)
          ? this.random.between(100, SLOWEST_GET_MS)
          : this.random.between(1, 15);
      if (this.isDown()) throw new ConnectionFailedError('refused');
      if (this.trouble.failGets > 0) {
        this.trouble.failGets -= 1;
        if (this.random.chance(0.2)) {
          this.timedOut = true;
          await this.pass(REQUEST_TIMEOUT_MS);
          throw new TimeoutError('no answer');
        }
        throw new ServerError('500', { status: 500 });
      }
      const one = this.live.get(`${dn}/${String(id)}`);
      const answer = one === undefined ? undefined : jsonOf(one);
      await this.pass(backMs);
      if (one === undefined || answer === undefined) throw new NotFoundError('gone', { status: 404 });
      if (one.farLeg) throw new PermissionError('not yours', { status: 403 });
      one.shownAt ??= this.clock.now();
      return answer;
    } finally {
      this.getsOut -= 1;
    }
  }

  async getState(): Promise<DnState[]> {
    await this.pass(this.random.between(1, 20));
    const slow = this.clock.now() < this.trouble.slowSnapshotsUntil;
    if (this.isDown()) throw new ConnectionFailedError('refused');
    if (this.trouble.failSnapshots > 0) {
      this.trouble.failSnapshots -= 1;
      throw new ServerError('502', { status: 502 });
    }
    const state = this.dns.map(({ dn, type }) => ({
      dn,
      type,
      devices: [],
      participants: this.liveParticipants.filter((one) => one.dn === dn).map(jsonOf),
    }));
    await this.pass(slow ? this.random.between(200, SLOWEST_GET_MS) : this.random.between(1, 40));
    return state;
  }

  private isDown(): boolean {
    return this.clock.now() < this.trouble.downUntil;
  }

  private pass(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(ms, resolve);
    });
  }

  private send(kind: SentKind, one: TrueParticipant, data: object | null = null): void {
    const { trouble, random, clock } = this;
    const event: SentEvent = { kind, participant: one, version: one.version, deliveredAt: undefined };
    if (!one.farLeg) this.sent.push(event);
    const entity = `/callcontrol/${one.dn}/participants/${String(one.id)}`;
    const lost =
      kind !== 'dtmf' && (trouble.loseEvents > 0 || (kind === 'remove' && trouble.loseRemoves > 0));
    if (lost && trouble.loseEvents > 0) trouble.loseEvents -= 1;
    else if (lost) trouble.loseRemoves -= 1;
    for (const socket of this.sockets) {
      socket.sequence += 1;
      if (lost) continue;
      const text = JSON.stringify({
        sequence: socket.sequence,
        event: { event_type: EVENT_TYPE[kind], entity, attached_data: data },
      });
      const now = clock.now();
      const late = kind !== 'dtmf' && now < trouble.reorderUntil && random.chance(0.5);
      const held = now < trouble.delayUntil ? LONGEST_EVENT_DELAY_MS / 2 : 0;
      const delay = 1 + held + (late ? random.between(1, LONGEST_EVENT_DELAY_MS / 2) : 0);
      // What isn't reordered on purpose comes in the order sent, as a connection keeps it.
      const arrival = late ? now + delay : Math.max(now + delay, socket.lastArrival);
      if (!late) socket.lastArrival = arrival;
      this.deliver(socket, text, arrival - now, event);
      if (now < trouble.duplicateUntil) this.deliver(socket, text, delay + random.between(0, 5));
    }
  }

  private deliver(socket: ServerSocket, text: string, delay: number, event?: SentEvent): void {
    this.clock.after(delay, () => {
      if (socket.state !== 'open') return;
      if (event !== undefined) event.deliveredAt = this.clock.now();
      socket.handlers.onMessage(text);
    });
  }

  private loseSockets(reason: string, afterMs: number): void {
    for (const socket of this.sockets) this.close(socket, reason, afterMs);
  }

  private close(socket: ServerSocket, reason: string, afterMs: number): void {
    if (socket.state === 'closed') return;
    if (socket.state === 'open') this.downs.push(this.clock.now());
    const closed = () => {
      if (socket.state === 'closed') return;
      socket.state = 'closed';
      this.sockets.delete(socket);
      socket.handlers.onClosed(reason);
    };
    socket.state = 'dead';
    if (afterMs === 0) closed();
    else this.clock.after(afterMs, closed);
  }
}

function keyOf({ dn, id }: TrueParticipant): string {
  return `${dn}/${String(id)}`;
}
