import type { PbxConfiguration } from '../configuration/pbx-configuration';
import type { HistoryBook } from '../history/history-book';

interface Work {
  talkMs: number;
  answered: number;
}

/** What agents have done: log-ins, conversations and pauses, kept in the history too. */
export class Agents {
  readonly #history: HistoryBook;
  readonly #wallNow: () => number;
  readonly #configuration: PbxConfiguration;
  readonly #idleSince = new Map<string, number>();
  readonly #pausedUntil = new Map<string, number>();
  /** By queue and agent. */
  readonly #work = new Map<string, Work>();
  readonly #end: () => void;

  constructor(configuration: PbxConfiguration, history: HistoryBook, wallNow: () => number) {
    this.#configuration = configuration;
    this.#history = history;
    this.#wallNow = wallNow;
    for (const { number, queueStatus } of configuration.extensions.all) this.#log(number, queueStatus);
    this.#end = configuration.subscribe((part) => {
      if (part === 'extensions') this.#follow();
    });
  }

  dispose(): void {
    this.#end();
  }

  isLoggedIn(agent: string): boolean {
    return this.#configuration.extensions.find(agent)?.queueStatus === 'LoggedIn';
  }

  /** Whether the agent's pause after a call is over. */
  isRested(agent: string): boolean {
    return (this.#pausedUntil.get(agent) ?? 0) <= this.#wallNow();
  }

  idleSince(agent: string): number {
    return this.#idleSince.get(agent) ?? 0;
  }

  work(queue: string, agent: string): Readonly<Work> {
    return this.#work.get(`${queue} ${agent}`) ?? { talkMs: 0, answered: 0 };
  }

  talkBegan(queue: string, agent: string): void {
    this.#history.openSpan({ agent, state: 'talking', queue, from: this.#wallNow() });
  }

  talkEnded(queue: string, agent: string, talkMs: number, wrapUpMs: number): void {
    const now = this.#wallNow();
    const { talkMs: before, answered } = this.work(queue, agent);
    this.#work.set(`${queue} ${agent}`, { talkMs: before + talkMs, answered: answered + 1 });
    this.#idleSince.set(agent, now);
    this.#history.closeSpan(agent, 'talking', now);
    if (wrapUpMs === 0) return;
    this.#pausedUntil.set(agent, now + wrapUpMs);
    this.#history.openSpan({ agent, state: 'wrap-up', queue, from: now });
  }

  wrapUpEnded(agent: string): void {
    this.#history.closeSpan(agent, 'wrap-up', this.#wallNow());
  }

  readonly #logged = new Map<string, 'LoggedIn' | 'LoggedOut'>();

  #follow(): void {
    for (const extension of this.#configuration.extensions.all) {
      const { id, number, profiles, currentProfile, queueStatus } = extension;
      const profile = profiles.find(({ name }) => name === currentProfile);
      if (profile?.logsOutOfQueues && queueStatus === 'LoggedIn') {
        this.#configuration.extensions.change(id, { queueStatus: 'LoggedOut' });
        return;
      }
      if (this.#logged.get(number) !== queueStatus) this.#log(number, queueStatus);
    }
  }

  #log(agent: string, status: 'LoggedIn' | 'LoggedOut'): void {
    const now = this.#wallNow();
    const state = status === 'LoggedIn' ? 'logged-in' : 'logged-out';
    this.#history.closeSpan(agent, state === 'logged-in' ? 'logged-out' : 'logged-in', now);
    this.#history.openSpan({ agent, state, queue: '', from: now });
    this.#logged.set(agent, status);
  }
}
