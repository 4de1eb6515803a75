import { deferred } from '../deferred';

/** A place in a line. */
export interface Turn {
  /** Resolves when everybody before has passed. */
  readonly comes: Promise<void>;
  /** Lets the next one go on; a second time it does nothing. */
  pass(): void;
}

/**
 * Keeps things in the order in which they were asked for, although what each needs
 * first takes its own time: a prompt asked for second isn't heard first because its
 * file came sooner.
 */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  take(): Turn {
    const comes = this.last;
    const passed = deferred<undefined>();
    this.last = Promise.all([comes, passed.promise]).then(() => undefined);
    return {
      comes,
      pass() {
        passed.resolve(undefined);
      },
    };
  }
}
