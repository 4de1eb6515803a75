import { CallLimitError, type ConnectionState, type MakeCallOptions, type Timer } from '@org/3cx-core';
import { Subject } from 'rxjs';
import type { CampaignCall, CampaignPhone } from '../outbound/campaign-options';
import { FakeFlowCall } from './fake-flow-call';
import type { VirtualClock } from './virtual-clock';

/**
 * What happens when a number is called. `answers` after 4 s, `rings` to the end, `declines`
 * after 2 s; `refused` by the PBX; `full`: our own limit; `lost`: the call is placed, its answer lost.
 */
export type Fate = 'answers' | 'rings' | 'declines' | 'refused' | 'full' | 'lost';

/** Whoever answers hangs up after this time, unless we do. */
const PATIENCE_MS = 60_000;

export interface Dial {
  readonly to: string;
  readonly at: number;
}

/** A call that was placed. */
export class FakeOutboundCall extends FakeFlowCall implements CampaignCall {
  override readonly id: string;
  override readonly fromNumber = '999';
  override readonly toNumber: string;
  readonly direction = 'outbound';
  readonly events$ = new Subject<{ readonly eventType: string }>();
  answered = false;
  /** What happens next of itself. */
  #next: Timer;

  constructor(
    clock: VirtualClock,
    { id, to, fate, ringMs }: { id: string; to: string; fate: Fate; ringMs: number },
  ) {
    super(clock);
    this.id = id;
    this.toNumber = to;
    const hangUp = () => {
      this.callerHangsUp();
    };
    if (fate === 'answers' || fate === 'lost') {
      this.#next = clock.after(4_000, () => {
        this.answered = true;
        this.events$.next({ eventType: 'call_answered' });
        this.#next = clock.after(PATIENCE_MS, hangUp);
      });
    } else {
      this.#next = clock.after(fate === 'declines' ? 2_000 : ringMs, hangUp);
    }
    void this.ended.then(() => {
      this.#next.cancel();
    });
  }

  get status(): 'ringing' | 'answered' | 'ended' {
    if (this.over) return 'ended';
    return this.answered ? 'answered' : 'ringing';
  }
}

/** A telephone exchange in virtual time: it outlives the processes that use it. */
export class FakeExchange implements CampaignPhone {
  connection: ConnectionState = 'connected';
  readonly connection$ = new Subject<ConnectionState>();
  readonly dials: Dial[] = [];
  readonly placed: FakeOutboundCall[] = [];
  /** The most calls there were at once. */
  busiest = 0;
  readonly #fates = new Map<string, Fate[]>();

  constructor(private readonly clock: VirtualClock) {}

  /** What happens to the calls to a number, one after the other; the last goes for all further ones. */
  expect(number: string, ...fates: Fate[]): void {
    this.#fates.set(number, fates);
  }

  get calls(): readonly FakeOutboundCall[] {
    return this.placed.filter(({ over }) => !over);
  }

  callsTo(number: string): readonly FakeOutboundCall[] {
    return this.placed.filter(({ toNumber }) => toNumber === number);
  }

  async makeCall({ to, timeoutSeconds = 30 }: MakeCallOptions) {
    const fate = this.#fateOf(to);
    if (fate === 'full') throw new CallLimitError('No more calls for now');
    this.dials.push({ to, at: this.clock.now() });
    const refused = fate === 'refused';
    const call = refused ? undefined : this.#place(to, fate, timeoutSeconds * 1_000);
    await this.takesTime(30);
    if (call === undefined) return { kind: 'failed', reason: 'no route' } as const;
    return fate === 'lost' ? ({ kind: 'unknown' } as const) : ({ kind: 'succeeded', call } as const);
  }

  takesTime(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(ms, resolve);
    });
  }

  #place(to: string, fate: Fate, ringMs: number): FakeOutboundCall {
    const id = `call-${String(this.placed.length + 1)}-1`;
    const call = new FakeOutboundCall(this.clock, { id, to, fate, ringMs });
    this.placed.push(call);
    this.busiest = Math.max(this.busiest, this.calls.length);
    return call;
  }

  #fateOf(number: string): Fate {
    const fates = this.#fates.get(number) ?? [];
    const [fate = 'answers'] = fates.length > 1 ? fates.splice(0, 1) : fates;
    return fate;
  }
}
