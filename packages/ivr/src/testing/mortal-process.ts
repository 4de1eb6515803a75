import type { CampaignOptions, CampaignPhone } from '../outbound/campaign-options';
import type { CampaignStore } from '../outbound/campaign-store';
import type { VirtualClock } from './virtual-clock';

/** What happens forever after in a process that has been killed: nothing. */
const never = <Result>(): Promise<Result> => new Promise<Result>(() => undefined);

/**
 * A process that can be killed at any step it takes outside of itself: before or after something
 * is written, before or after a call is placed. From then on it does nothing any more.
 */
export class MortalProcess {
  dead = false;
  #steps = 0;
  readonly #whenDead: (() => void)[] = [];

  /** @param lastStep the step at which it is killed; whole numbers: before it, halves: after it */
  constructor(private readonly lastStep: number) {}

  /** Resolves when it has been killed. */
  readonly killed = new Promise<void>((resolve) => this.#whenDead.push(resolve));

  kill(): void {
    this.dead = true;
    for (const tell of this.#whenDead) tell();
  }

  clock(clock: VirtualClock): NonNullable<CampaignOptions['clock']> {
    return {
      now: () => clock.now(),
      after: (ms, fn) =>
        clock.after(ms, () => {
          if (!this.dead) fn();
        }),
    };
  }

  store(store: CampaignStore): CampaignStore {
    return {
      load: (name) => store.load(name),
      save: (name, contacts) => this.#step(() => store.save(name, contacts)),
      savePaused: (name, paused) => this.#step(() => store.savePaused(name, paused)),
    };
  }

  phone(phone: CampaignPhone): CampaignPhone {
    return {
      connection: 'connected',
      connection$: phone.connection$,
      get calls() {
        return phone.calls;
      },
      makeCall: (options) => this.#step(() => phone.makeCall(options)),
    };
  }

  #isDead(): boolean {
    return this.dead;
  }

  async #step<Result>(act: () => Promise<Result>): Promise<Result> {
    if (this.dead) return never();
    this.#steps += 1;
    if (this.#steps === this.lastStep) {
      this.kill();
      return never();
    }
    const acting = act();
    if (this.#steps + 0.5 === this.lastStep) {
      acting.catch(() => undefined);
      this.kill();
      return never();
    }
    const result = await acting;
    return this.#isDead() ? never() : result;
  }
}
