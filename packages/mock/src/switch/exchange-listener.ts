import type { Call } from './call';
import type { Leg } from './leg';
import type { Dn } from './party';

/** What the exchange tells those who watch it. */
export interface ExchangeListener {
  /** A leg was created or something about it changed. */
  legChanged?(leg: Leg): void;
  legRemoved?(leg: Leg): void;
  /** The person connected to this route-point leg pressed keys. */
  keysPressed?(leg: Leg, keys: string): void;
  /** Everything written for this route-point leg has been heard. */
  promptFinished?(leg: Leg): void;
  /** A phone of an extension has come or gone. */
  deviceChanged?(dn: Dn, deviceId: string, present: boolean): void;
  /** Any of the above, or the end of the call. */
  callChanged?(call: Call): void;
}

export class ExchangeListeners {
  readonly #listeners = new Set<ExchangeListener>();

  add(listener: ExchangeListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  legChanged(leg: Leg): void {
    for (const listener of this.#listeners) listener.legChanged?.(leg);
  }

  legRemoved(leg: Leg): void {
    for (const listener of this.#listeners) listener.legRemoved?.(leg);
  }

  keysPressed(leg: Leg, keys: string): void {
    for (const listener of this.#listeners) listener.keysPressed?.(leg, keys);
  }

  promptFinished(leg: Leg): void {
    for (const listener of this.#listeners) listener.promptFinished?.(leg);
  }

  deviceChanged(dn: Dn, deviceId: string, present: boolean): void {
    for (const listener of this.#listeners) listener.deviceChanged?.(dn, deviceId, present);
  }

  callChanged(call: Call): void {
    for (const listener of [...this.#listeners]) listener.callChanged?.(call);
  }
}
