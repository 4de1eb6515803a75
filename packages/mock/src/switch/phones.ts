/** What a phone does when it is rung. */
export interface PhoneBehaviour {
  /**
   * `auto` answers and `reject` declines after `afterMs`; `never` lets it ring; `busy` refuses at once;
   * `manual` rings until someone says what it does.
   */
  readonly answer: 'auto' | 'never' | 'busy' | 'reject' | 'manual';
  /** Milliseconds. */
  readonly afterMs: number;
  /** An extension that is not registered has no device and can't be rung. */
  readonly registered: boolean;
}

/** How each phone behaves: inside by extension, or by one of its devices; outside by number. */
export class Phones {
  readonly #behaviours = new Map<string, PhoneBehaviour>();
  readonly #ofDevices = new Map<string, Partial<PhoneBehaviour>>();
  readonly #byDefault: PhoneBehaviour;

  /** Told when the phones of an extension register or no longer do. */
  onRegistration: (number: string, registered: boolean) => void = () => undefined;

  constructor(answerAfterMs: number) {
    this.#byDefault = { answer: 'auto', afterMs: answerAfterMs, registered: true };
  }

  of(number: string, deviceId = ''): PhoneBehaviour {
    const behaviour = this.#behaviours.get(number) ?? this.#byDefault;
    const ofDevice = this.#ofDevices.get(deviceId);
    return ofDevice ? { ...behaviour, ...ofDevice } : behaviour;
  }

  set(number: string, change: Partial<PhoneBehaviour>): PhoneBehaviour {
    const before = this.of(number);
    const behaviour = { ...before, ...change };
    this.#behaviours.set(number, behaviour);
    if (before.registered !== behaviour.registered) this.onRegistration(number, behaviour.registered);
    return behaviour;
  }

  /** One of several devices of an extension behaves in its own way. */
  setDevice(number: string, deviceId: string, change: Partial<PhoneBehaviour>): PhoneBehaviour {
    this.#ofDevices.set(deviceId, { ...this.#ofDevices.get(deviceId), ...change });
    return this.of(number, deviceId);
  }
}
