import type { Timers } from '../timers';
import type { PlayOut } from './play-out';

/** A loop is continued this long before it runs dry, milliseconds. */
const aheadMs = 500;

/** What the PBX itself plays to a person: a prompt once, or music for as long as it takes. */
export class PbxVoice {
  readonly #playOut: PlayOut;
  readonly #samplesOf: (path: string) => Int16Array;
  readonly #timers: Timers;
  readonly #now: () => number;
  #cancel = (): void => undefined;

  constructor(playOut: PlayOut, samplesOf: (path: string) => Int16Array, timers: Timers, now: () => number) {
    this.#playOut = playOut;
    this.#samplesOf = samplesOf;
    this.#timers = timers;
    this.#now = now;
  }

  /** Plays a file of the web server from its beginning, instead of whatever is playing. @returns its length, milliseconds. */
  say(path: string): number {
    this.stop();
    return this.#play(path);
  }

  loop(path: string): void {
    const lengthMs = this.say(path);
    if (lengthMs === 0) return;
    const again = (): void => {
      this.#cancel = this.#timers.after(lengthMs, () => {
        this.#play(path);
        again();
      });
    };
    this.#cancel = this.#timers.after(Math.max(0, lengthMs - aheadMs), () => {
      this.#play(path);
      again();
    });
  }

  stop(): void {
    this.#cancel();
    this.#playOut.clear(this.#now());
  }

  #play(path: string): number {
    const samples = this.#samplesOf(path);
    this.#playOut.play(samples, this.#now());
    return samples.length / 8;
  }
}
