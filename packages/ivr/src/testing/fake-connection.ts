import type { ConnectionState } from '@org/3cx-core';
import type { ConnectionStates } from '../dtmf/collect-options';

/** A connection to the PBX whose state is in the hands of the test. */
export class FakeConnection implements ConnectionStates {
  readonly #listeners = new Set<(state: ConnectionState) => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  subscribe(next: (state: ConnectionState) => void): { unsubscribe(): void } {
    this.#listeners.add(next);
    return {
      unsubscribe: () => {
        this.#listeners.delete(next);
      },
    };
  }

  tell(state: ConnectionState): void {
    for (const listener of [...this.#listeners]) listener(state);
  }
}
