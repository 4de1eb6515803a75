import { describeStep, seconds } from './describe-step';
import { UnmetExpectation } from './expectation';
import { Listener } from './listener';
import type { Meetings } from './meetings';
import type { Recordings } from './recordings';
import type { Actor, Step } from './steps';
import type { TelephoneDesk } from './telephone-desk';

export interface Stage {
  readonly desk: TelephoneDesk;
  readonly recordings: Recordings;
  readonly meetings: Meetings;
  /** How long an expectation may take unless it says otherwise, milliseconds. */
  readonly withinMs: number;
  /** An actor begins a step. */
  readonly tell: (who: string, what: string) => void;
  /** A call is this actor's. */
  readonly placed: (call: number, who: string) => void;
  /** Someone else has failed. */
  readonly over: () => boolean;
}

/** Steps by which a telephone is made ready, before anyone dials. */
const preparations = new Set<Step['does']>([
  'answers',
  'isBusy',
  'rejects',
  'doesNotAnswer',
  'registers',
  'unregisters',
  'logsIn',
  'logsOut',
]);

/** One actor on stage: takes its steps in order. */
export class ActorRun {
  readonly actor: Actor;
  readonly #stage: Stage;
  #next = 0;
  #call: number | undefined;
  #listener: Listener | undefined;

  constructor(actor: Actor, stage: Stage) {
    this.actor = actor;
    this.#stage = stage;
  }

  /** The call the actor was in last. */
  get call(): number | undefined {
    return this.#call;
  }

  /** Takes the first steps of a telephone, as far as they make it ready. */
  async prepare(): Promise<void> {
    if (this.actor.kind === 'caller') return;
    while (this.upcoming && preparations.has(this.upcoming.does)) await this.#take(this.upcoming);
  }

  /** Takes all other steps. @throws UnmetExpectation, ScenarioError */
  async perform(): Promise<void> {
    while (this.upcoming && !this.#stage.over()) await this.#take(this.upcoming);
  }

  /** How many steps have been taken. */
  get step(): number {
    return this.#next;
  }

  /** The step being taken. */
  get upcoming(): Step | undefined {
    return this.actor.steps[this.#next];
  }

  async #take(step: Step): Promise<void> {
    this.#stage.tell(this.actor.name, describeStep(step));
    await this.#do(step);
    this.#next += 1;
  }

  async #do(step: Step): Promise<void> {
    const { desk, recordings } = this.#stage;
    const { number } = this.actor;
    const within = (wanted: { readonly withinMs?: number }): number =>
      wanted.withinMs ?? this.#stage.withinMs;
    switch (step.does) {
      case 'waits':
        await desk.sleep(step.ms);
        return;
      case 'meets':
        await this.#meet(step.at, within(step));
        return;
      case 'dials':
        this.#call = await desk.place({
          from: number,
          ...(step.to === undefined ? {} : { to: step.to }),
          ...(step.did === undefined ? {} : { did: step.did }),
        });
        this.#listener = undefined;
        this.#stage.placed(this.#call, this.actor.name);
        return;
      case 'presses':
        await desk.press(await this.#ownCall(), step.keys, step.gapMs);
        return;
      case 'speaks':
        await desk.sleep(await desk.speak(await this.#ownCall(), await recordings.bytes(step.recording)));
        return;
      case 'hangsUp':
        await this.#hangUp();
        return;
      case 'waitsUntilHeHears':
        await (await this.#ears()).begins(step.recording, within(step));
        return;
      case 'hears':
        await (await this.#ears()).hearsAll(step.recording, within(step));
        return;
      case 'isNotCut':
        await (await this.#ears()).isNotCut();
        return;
      case 'isConnectedTo':
        await this.#isConnectedTo(step.number, within(step));
        return;
      case 'ends':
        await this.#ends(step.by, within(step));
        return;
      case 'answers':
        await desk.setPhone(number, { answer: 'auto', ...after(step) });
        return;
      case 'rejects':
        await desk.setPhone(number, { answer: 'reject', ...after(step) });
        return;
      case 'isBusy':
        await desk.setPhone(number, { answer: 'busy' });
        return;
      case 'doesNotAnswer':
        await desk.setPhone(number, { answer: 'never' });
        return;
      case 'registers':
      case 'unregisters':
        await desk.setPhone(number, { registered: step.does === 'registers' });
        return;
      case 'rings':
        await this.#rings(within(step));
        return;
      case 'logsIn':
      case 'logsOut':
        await desk.setAgent(number, step.does === 'logsIn');
        return;
    }
  }

  async #meet(name: string, withinMs: number): Promise<void> {
    const { desk, meetings } = this.#stage;
    const begun = meetings.join(name, this.actor.name);
    if (await desk.within(begun, withinMs)) return;
    throw new UnmetExpectation(
      `everyone to meet: ${name}`,
      `after ${seconds(withinMs)} only ${meetings.attendance(name)}`,
    );
  }

  async #hangUp(): Promise<void> {
    const { desk } = this.#stage;
    if (this.actor.kind === 'caller') {
      await desk.hangUp(await this.#ownCall());
      return;
    }
    const [call] = await desk.callsAt(this.actor.number);
    if (call?.direction === 'outbound' && call.to === this.actor.number) await desk.hangUp(call.id);
    else await desk.hangUpPhone(this.actor.number);
  }

  async #isConnectedTo(wanted: string, withinMs: number): Promise<void> {
    const { desk } = this.#stage;
    const expected = `to be connected to ${wanted} within ${seconds(withinMs)}`;
    if (this.actor.kind !== 'caller') {
      const found = await this.#untilAtPhone(
        withinMs,
        ({ connectedTo, from, to }) => [connectedTo, from, to].includes(wanted) && connectedTo !== null,
      );
      if (!found) throw new UnmetExpectation(expected, 'no call of that phone was');
      return;
    }
    const call = await this.#ownCall();
    const outcome = await desk.waitFor(call, `connectedTo:${wanted}`, withinMs);
    if (outcome === 'happened') return;
    const { connectedTo, endedBy, endReason } = await desk.call(call);
    throw new UnmetExpectation(
      expected,
      outcome === 'over'
        ? `the call had ended, by ${endedBy ?? 'nobody'} (${endReason ?? 'no reason'})`
        : connectedTo === null
          ? 'it was connected to nobody'
          : `it was connected to ${connectedTo}`,
    );
  }

  async #ends(by: string | undefined, withinMs: number): Promise<void> {
    const { desk } = this.#stage;
    const call = await this.#ownCall();
    const expected = `the call to end${by === undefined ? '' : `, by ${by}`}`;
    if ((await desk.waitFor(call, 'ended', withinMs)) === 'late') {
      throw new UnmetExpectation(expected, `it was still there after ${seconds(withinMs)}`);
    }
    const { endedBy, endReason } = await desk.call(call);
    if (by !== undefined && endedBy !== by) {
      throw new UnmetExpectation(expected, `${endedBy ?? 'nobody'} ended it (${endReason ?? 'no reason'})`);
    }
  }

  async #rings(withinMs: number): Promise<void> {
    const { number } = this.actor;
    const found = await this.#untilAtPhone(withinMs, ({ legs }) =>
      legs.some(
        (leg) =>
          (leg.dn === number && leg.status === 'Ringing') ||
          (leg.party_caller_id === number && leg.status === 'Dialing'),
      ),
    );
    if (!found) throw new UnmetExpectation('to be rung', `it was not within ${seconds(withinMs)}`);
  }

  /** Waits until a call in which this phone takes part is as wanted. */
  async #untilAtPhone(
    withinMs: number,
    wanted: (call: Awaited<ReturnType<TelephoneDesk['call']>>) => boolean,
  ): Promise<boolean> {
    const { desk, over } = this.#stage;
    const deadline = desk.now() + withinMs;
    let version = await desk.changed(0, 1);
    while (!over()) {
      const calls = await desk.callsAt(this.actor.number);
      const found = calls.find(wanted);
      if (found) {
        this.#call = found.id;
        return true;
      }
      const left = deadline - desk.now();
      if (left <= 0) return false;
      version = await desk.changed(version, left);
    }
    return false;
  }

  /** The call placed, or for a phone the one it is in. */
  async #ownCall(): Promise<number> {
    if (this.actor.kind !== 'caller') {
      const [call] = await this.#stage.desk.callsAt(this.actor.number);
      if (call) this.#call = call.id;
    }
    if (this.#call === undefined) {
      throw new UnmetExpectation('to be in a call', `${this.actor.name} is in none`);
    }
    return this.#call;
  }

  async #ears(): Promise<Listener> {
    const call = await this.#ownCall();
    this.#listener ??= new Listener(this.#stage.desk, this.#stage.recordings, call);
    return this.#listener;
  }
}

function after({ afterMs }: { readonly afterMs?: number }): { readonly afterMs?: number } {
  return afterMs === undefined ? {} : { afterMs };
}
