import { createMockPbx, type MockPbx } from '@org/3cx-mock';
import { connect } from '../../connect';
import type { CallEvent } from '../../events/call-event';
import type { PhoneSystem } from '../../phone-system';
import { Caller, post } from '../caller';
import { seededRandom, type Random } from './random';
import { anyTrouble, type SocketTrouble } from './socket-troubles';

export interface SocketScheduleResult {
  readonly seed: number;
  readonly troubles: readonly string[];
  readonly calls: number;
  readonly transitions: number;
  /** What doesn't hold; empty when all does. */
  readonly violations: readonly string[];
}

interface LiveCaller {
  readonly caller: Caller;
  readonly number: string;
  readonly extension: string;
}

const STEPS = 40;
const TROUBLES = 4;

/**
 * Random calls and random trouble between the mock and the whole core over real sockets, with
 * the mock's control API as the truth. What happens next waits for what has been told, never
 * for time. `slow` has troubles too that take a minute to show. The seed decides what is done; the moment when it arrives, the machine.
 */
export async function runSocketSchedule(
  seed: number,
  options: { readonly slow: boolean },
): Promise<SocketScheduleResult> {
  const mock = await createMockPbx({ answerAfterMs: 20 });
  const { url: serverUrl, clientId, clientSecret } = mock;
  const pbx = await connect({ serverUrl, clientId, clientSecret, allowUnauthorizedCerts: true });
  const schedule = new SocketSchedule(mock, pbx, seededRandom(seed), options);
  try {
    await schedule.run();
    const violations = [...schedule.orderViolations(), ...(await schedule.stateViolations())];
    const { troubles, calls, transitions } = schedule;
    return { seed, troubles, calls, transitions, violations };
  } finally {
    await pbx.dispose();
    await mock.dispose();
  }
}

class SocketSchedule {
  private readonly met: SocketTrouble[] = [];
  calls = 0;
  private readonly told: CallEvent[] = [];
  private readonly live = new Set<LiveCaller>();
  private standing: SocketTrouble['kind'] | undefined;
  private changed: () => void = () => undefined;

  constructor(
    private readonly mock: MockPbx,
    private readonly pbx: PhoneSystem,
    private readonly random: Random,
    private readonly options: { readonly slow: boolean },
  ) {
    pbx.events$.subscribe((event) => {
      this.told.push(event);
      this.changed();
    });
  }

  get troubles(): string[] {
    return this.met.map(({ name }) => name);
  }

  get transitions(): number {
    return this.told.length;
  }

  async run(): Promise<void> {
    const troubleAt = new Set<number>();
    while (troubleAt.size < TROUBLES) troubleAt.add(this.random.between(4, STEPS - 1));
    for (let step = 0; step < STEPS; step += 1) {
      if (troubleAt.has(step)) await this.trouble();
      await this.step();
      if (this.standing !== undefined && this.random.chance(0.2)) await this.heal();
    }
    for (const one of [...this.live].slice(2)) await this.hangUp(one);
    await this.heal();
  }

  private async step(): Promise<void> {
    const [one] = this.live.size === 0 ? [] : [this.random.pick([...this.live] as [LiveCaller])];
    if (one === undefined || this.live.size < 3 || this.random.chance(0.35)) return this.dial();
    if (this.random.chance(0.4)) return this.hangUp(one);
    if (one.extension === '999' && this.standing === undefined) return this.press(one);
    return this.dial();
  }

  private async dial(extension = this.random.pick(['999', '999', '101', '102'])): Promise<void> {
    this.calls += 1;
    const number = `+4930${String(10_000 + this.calls)}`;
    const caller = await Caller.dials(this.mock, extension, number);
    const one = { caller, number, extension };
    this.live.add(one);
    if (this.standing !== 'loss') await this.until(() => this.has(one, 'call_answered'));
  }

  private async press({ caller, number }: LiveCaller): Promise<void> {
    const key = this.random.pick(['1', '5', '#']);
    const before = this.told.length;
    await caller.presses(key);
    await this.until(() =>
      this.told
        .slice(before)
        .some(
          (event) =>
            event.eventType === 'dtmf_received' && event.fromNumber === number && event.data.digits === key,
        ),
    );
  }

  /** Only of a call that has been told: one that comes and goes while nothing is seen never is. */
  private async hangUp(one: LiveCaller): Promise<void> {
    if (!this.has(one, 'call_answered')) return;
    this.live.delete(one);
    await one.caller.hangsUp();
    if (this.standing !== 'loss') await this.until(() => this.has(one, 'call_ended'));
  }

  private async trouble(): Promise<void> {
    if (this.standing !== undefined) await this.heal();
    const trouble = anyTrouble(this.random, this.met, this.options);
    this.met.push(trouble);
    const before = this.told.length;
    await post(`${this.mock.controlUrl}/faults`, trouble.faults);
    if (trouble.kind === 'standing' || trouble.kind === 'loss') this.standing = trouble.kind;
    if (trouble.kind !== 'gap') return;
    if (trouble.name === 'restart') this.live.clear();
    await this.until(() =>
      this.told.slice(before).some(({ eventType }) => eventType === 'connection_restored'),
    );
  }

  /** Ends the faults; another call's events show what is missing, and then all has to be told. */
  private async heal(): Promise<void> {
    await fetch(`${this.mock.controlUrl}/faults`, { method: 'DELETE' });
    this.standing = undefined;
    await this.dial('999');
    const expected = new Set([...this.live].map(lifeOf));
    await this.until(() => {
      const known = new Set(
        this.pbx.calls
          .filter(({ status }) => status === 'answered')
          .map((call) => `${call.extension} ${call.fromNumber}`),
      );
      return known.size === expected.size && [...expected].every((life) => known.has(life));
    });
  }

  private has(one: LiveCaller, type: CallEvent['eventType']): boolean {
    return this.told.some(
      (event) =>
        event.eventType === type && event.fromNumber === one.number && event.extension === one.extension,
    );
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.changed = resolve;
      });
    }
  }

  /** Each call started once and first, answered and ended at most once, nothing after; gaps alternate. */
  orderViolations(): string[] {
    const lives = new Map<string, string[]>();
    for (const event of this.told) {
      if (event.callId === '') continue;
      const key = `${event.extension} ${event.fromNumber}`;
      lives.set(key, [...(lives.get(key) ?? []), event.eventType]);
    }
    const legal =
      /^call_started( call_ringing)?( call_updated)*( call_answered( call_updated| dtmf_received)*)?( call_missed)?( call_ended)?$/;
    const wrong = [...lives].filter(([, types]) => !legal.test(types.join(' ')));
    const connection = this.told
      .map(({ eventType }) => eventType)
      .filter((type) => type.startsWith('connection'));
    const ids = new Set(this.told.map(({ eventId }) => eventId));
    return [
      ...wrong.map(([key, types]) => `${key}: ${types.join(' ')}`),
      ...(/^(connection_lost connection_restored ?)*$/.test(connection.join(' '))
        ? []
        : [connection.join(' ')]),
      ...(ids.size === this.told.length ? [] : ['an event id comes twice']),
    ];
  }

  /** In the end the client's calls are the mock's. */
  async stateViolations(): Promise<string[]> {
    const response = await fetch(`${this.mock.controlUrl}/state`);
    const { calls } = (await response.json()) as { calls: { from: string; legs: { dn: string }[] }[] };
    const { extensions } = this.pbx;
    const truth = calls
      .flatMap(({ from, legs }) => legs.map(({ dn }) => ({ dn, from })))
      .filter(({ dn }) => extensions.includes(dn))
      .map(({ dn, from }) => `${dn} ${from}`)
      .toSorted();
    const known = this.pbx.calls.map((call) => `${call.extension} ${call.fromNumber}`).toSorted();
    return truth.join() === known.join() ? [] : [`in the end ${known.join()}, in truth ${truth.join()}`];
  }
}

const lifeOf = ({ extension, number }: LiveCaller): string => `${extension} ${number}`;
