import { Refusal, Unreachable } from './mock-client';
import type { MockClient } from './mock-client';
import type { Call, PbxState, Timeline } from './mock-data';

/** What the page shows of the mock. */
export interface View {
  readonly state: PbxState;
  /** Calls that have ended, the latest first. */
  readonly ended: readonly Call[];
  readonly chosen: Call | undefined;
  readonly timeline: Timeline | undefined;
}

const endedShown = 10;
/** How often the timeline of a call in progress is looked at when nothing happens, milliseconds. */
const timelinePeriodMs = 1000;
/** After a look, this many times as long as it took is left to the mock; at least the second, milliseconds. */
const restFactor = 4;
const shortestRestMs = 50;
const nothing: View = {
  state: { calls: [], extensions: [], numbers: [] },
  ended: [],
  chosen: undefined,
  timeline: undefined,
};

/** Of the control API, what the board asks. */
export type Source = Pick<MockClient, 'state' | 'calls' | 'call' | 'timeline'>;

/**
 * What is known of the mock, fetched anew whenever something has happened: one
 * look at a time, and one more remembered while it is under way. A mock with
 * thousands of calls takes long to tell them and is asked the less often.
 */
export class Board {
  readonly #client: Source;
  readonly #shown: (view: View) => void;
  #view = nothing;
  #chosenId: number | undefined;
  #looking = false;
  #lookAgain = false;
  #firstLook = true;

  /** @param shown called with every new view. */
  constructor(client: Source, shown: (view: View) => void) {
    this.#client = client;
    this.#shown = shown;
    setInterval(() => {
      if (this.#view.chosen && this.#view.chosen.state !== 'ended' && !document.hidden) this.look();
    }, timelinePeriodMs);
  }

  get view(): View {
    return this.#view;
  }

  choose(id: number): void {
    this.#chosenId = id;
    this.look();
  }

  /** Forgets everything: the mock is another one. */
  restart(): void {
    this.#chosenId = undefined;
    this.#firstLook = true;
    this.#show(nothing);
    this.look();
  }

  look(): void {
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    this.#lookAgain = false;
    const began = performance.now();
    void this.#fetch()
      .catch((error: unknown) => {
        // That nobody answers is told by the live log, which also finds the mock again.
        if (!(error instanceof Unreachable)) throw error;
      })
      .finally(() => {
        setTimeout(
          () => {
            this.#looking = false;
            if (this.#lookAgain) this.look();
          },
          Math.max(shortestRestMs, restFactor * (performance.now() - began)),
        );
      });
  }

  async #fetch(): Promise<void> {
    const before = this.#view;
    const state = await this.#client.state();
    const active = new Set(state.calls.map(({ id }) => id));
    const gone = before.state.calls.filter(({ id }) => !active.has(id));
    const justEnded = await Promise.all(gone.map((call) => this.#ended(call)));
    const earlier = this.#firstLook
      ? (await this.#client.calls()).filter(({ state: is }) => is === 'ended')
      : [];
    this.#firstLook = false;
    const ended = [...justEnded, ...earlier.toReversed(), ...before.ended]
      .filter(({ id }) => !active.has(id))
      .slice(0, endedShown);

    const chosenId = this.#chosenId;
    const chosen =
      state.calls.find(({ id }) => id === chosenId) ??
      ended.find(({ id }) => id === chosenId) ??
      (before.chosen?.id === chosenId ? before.chosen : undefined);
    const timeline = chosenId === undefined ? undefined : await this.#timeline(chosenId);
    // Chosen while we looked: the next look, which is under way, shows it.
    if (chosenId === this.#chosenId) this.#show({ state, ended, chosen, timeline });
    else this.#lookAgain = true;
  }

  /** A call that is no longer in progress, with its end. A PBX that has restarted knows nothing of it. */
  async #ended(call: Call): Promise<Call> {
    try {
      return await this.#client.call(call.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return {
        ...call,
        state: 'ended',
        connectedTo: null,
        legs: [],
        endedBy: 'system',
        endReason: 'restarted',
      };
    }
  }

  async #timeline(id: number): Promise<Timeline | undefined> {
    try {
      return await this.#client.timeline(id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.#view.timeline?.call === id ? this.#view.timeline : undefined;
    }
  }

  #show(view: View): void {
    this.#view = view;
    this.#shown(view);
  }
}
