import { connect, type ConnectOptions, type PhoneSystem } from '@org/3cx-core';
import { GuidedError } from './guided-error';
import { requireMainProcess } from './process-role';

/** The right to use a phone system until released. */
export interface PhoneSystemLease {
  readonly pbx: PhoneSystem;
  /** Keeps the phone system beyond `release` until `end` settles, e.g. while a call lives. */
  keepUntil(end: Promise<unknown>): void;
  /** Ends the lease; a second call does nothing. */
  release(): void;
}

/** A phone system that is connected, or connecting, in this process. */
export interface LivePhoneSystem {
  readonly connecting: Promise<PhoneSystem>;
  /** Whether it was connected with the same secret and certificate settings. */
  readonly sameSettings: boolean;
}

export interface PhoneSystemsOptions {
  readonly connect: (options: ConnectOptions) => Promise<PhoneSystem>;
  /** How long a phone system stays connected after the last use, milliseconds. Default 5 000. */
  readonly lingerMs?: number;
  /** Throws where signing in isn't allowed. */
  readonly requireOwner?: () => void;
}

interface Entry {
  readonly key: string;
  readonly options: ConnectOptions;
  readonly connecting: Promise<PhoneSystem>;
  /** Settles when the connection has been given up, and calls can't be followed any more. */
  readonly failed: Promise<void>;
  holders: number;
  linger: NodeJS.Timeout | undefined;
}

/**
 * The phone systems of this process: one for each server and client id, whatever
 * the number of credentials, nodes and executions, because a second sign-in with
 * the same client id ends the first.
 */
export class PhoneSystems {
  readonly #connect: PhoneSystemsOptions['connect'];
  readonly #lingerMs: number;
  readonly #requireOwner: () => void;
  readonly #entries = new Map<string, Entry>();
  readonly #closing = new Map<string, Promise<void>>();

  constructor(options: PhoneSystemsOptions) {
    this.#connect = options.connect;
    this.#lingerMs = options.lingerMs ?? 5_000;
    this.#requireOwner = options.requireOwner ?? (() => undefined);
  }

  /**
   * Connects, or shares the connection there is.
   * @throws GuidedError in a worker process, or while the client id is in use with
   * another secret; whatever `connect` throws
   */
  async acquire(options: ConnectOptions): Promise<PhoneSystemLease> {
    this.#requireOwner();
    const key = keyOf(options);
    let entry = this.#entries.get(key);
    while (entry === undefined || !sameSettings(entry.options, options)) {
      if (entry !== undefined) {
        if (entry.holders > 0) throw inUse(options);
        this.#retire(entry);
      }
      const closing = this.#closing.get(key);
      if (closing !== undefined) await closing;
      entry = this.#entries.get(key) ?? this.#open(key, options);
    }
    return this.#lease(entry);
  }

  /** The phone system that owns this server and client id in this process, if there is one. */
  live(options: ConnectOptions): LivePhoneSystem | undefined {
    const entry = this.#entries.get(keyOf(options));
    if (entry === undefined) return undefined;
    return { connecting: entry.connecting, sameSettings: sameSettings(entry.options, options) };
  }

  #open(key: string, options: ConnectOptions): Entry {
    const connecting = this.#connect(options);
    const failed = connecting.then((pbx) => givenUp(pbx));
    const entry: Entry = { key, options, connecting, failed, holders: 0, linger: undefined };
    this.#entries.set(key, entry);
    failed.then(
      () => {
        this.#forget(entry);
        if (entry.holders === 0) this.#dispose(entry);
      },
      () => {
        this.#forget(entry);
      },
    );
    return entry;
  }

  async #lease(entry: Entry): Promise<PhoneSystemLease> {
    this.#hold(entry);
    const release = once(() => {
      this.#release(entry);
    });
    try {
      const pbx = await entry.connecting;
      const keepUntil = (end: Promise<unknown>): void => {
        this.#hold(entry);
        const done = once(() => {
          this.#release(entry);
        });
        Promise.race([end, entry.failed]).then(done, done);
      };
      return { pbx, keepUntil, release };
    } catch (error) {
      entry.holders -= 1;
      throw error;
    }
  }

  #hold(entry: Entry): void {
    entry.holders += 1;
    clearTimeout(entry.linger);
  }

  #release(entry: Entry): void {
    entry.holders -= 1;
    if (entry.holders > 0) return;
    if (this.#entries.get(entry.key) !== entry) {
      this.#dispose(entry);
      return;
    }
    entry.linger = setTimeout(() => {
      this.#retire(entry);
    }, this.#lingerMs).unref();
  }

  #retire(entry: Entry): void {
    this.#forget(entry);
    this.#dispose(entry);
  }

  /** The next `acquire` connects anew; who holds this one keeps it. */
  #forget(entry: Entry): void {
    clearTimeout(entry.linger);
    if (this.#entries.get(entry.key) !== entry) return;
    this.#entries.delete(entry.key);
  }

  #dispose(entry: Entry): void {
    const closing = entry.connecting
      .then((pbx) => pbx.dispose())
      .catch(() => undefined)
      .finally(() => {
        if (this.#closing.get(entry.key) === closing) this.#closing.delete(entry.key);
      });
    this.#closing.set(entry.key, closing);
  }
}

/** The phone systems that all nodes of this n8n process share. */
export const phoneSystems = new PhoneSystems({ connect, requireOwner: requireMainProcess });

/** Resolves when the connection is given up; never, when it is disposed in good health. */
function givenUp(pbx: PhoneSystem): Promise<void> {
  return new Promise((resolve) => {
    pbx.connection$.subscribe((state) => {
      if (state === 'failed') resolve();
    });
  });
}

function keyOf({ serverUrl, clientId }: ConnectOptions): string {
  return `${new URL(serverUrl).origin} ${clientId}`;
}

function sameSettings(one: ConnectOptions, other: ConnectOptions): boolean {
  return (
    one.clientSecret === other.clientSecret &&
    one.allowUnauthorizedCerts === other.allowUnauthorizedCerts &&
    one.caCertificate === other.caCertificate
  );
}

function inUse({ clientId, serverUrl }: ConnectOptions): GuidedError {
  return new GuidedError(
    'CLIENT_ID_IN_USE',
    `Client ID ${clientId} is in use on ${new URL(serverUrl).host} with another Client Secret or certificate setting`,
    'Use the same credential in all workflows of this Client ID, or deactivate those that use the former one.',
  );
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
