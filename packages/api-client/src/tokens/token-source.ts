import { ConfigurationError, RateLimitError, SignInContestedError } from '../errors';
import type { Transport } from '../transport/transport';
import { SignInPacing } from './sign-in-pacing';
import { signIn } from './sign-in';
import { scheduleOf } from './token-lifetime';
import { createMemoryTokenStore, type StoredToken, type TokenStore } from './token-store';

export interface TokenSource {
  /**
   * A token that is valid as far as we know. Concurrent calls share one request,
   * because a second token would end the first (3CX keeps one per client).
   * @throws AuthenticationError, SignInContestedError, ConnectionFailedError, CertificateError, TimeoutError
   */
  get(): Promise<string>;
  /** The token `get` would bring, when it is at hand. */
  current?(): string | undefined;
  /** Says that `token` was refused; the next `get` asks for a new one, unless that has happened already. */
  invalidate(token: string): void;
  /**
   * Puts the renewal off, e.g. while audio runs, which a new token may cut: until the
   * returned function is called, or to the last safe moment, a minute before the token
   * ends.
   */
  postponeRenewal?(): () => void;
  /** Why no token is to be had just now, when that is because another program competes for the client id. */
  contest?(): SignInContestedError | undefined;
}

/** Our token was ended by someone else's sign-in with the same client id. */
export interface TokenReplaced {
  readonly serverUrl: string;
  readonly clientId: string;
  /** How long our token had lived, milliseconds. */
  readonly ageMs: number;
  /** How many in a row have been ended while young; from the second on we hold back. */
  readonly times: number;
  /** Milliseconds until we sign in again; 0 for at once. */
  readonly waitMs: number;
}

export interface TokenSourceOptions {
  /** Origin of the PBX. */
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly transport: Pick<Transport, 'fetch'>;
  /** Monotonic milliseconds: wall-clock jumps don't age a token. */
  readonly now?: () => number;
  /** Default: the memory of this process. */
  readonly store?: TokenStore;
  /** Told when another program signs in with the same client id. */
  readonly onReplaced?: (event: TokenReplaced) => void;
  /** Told when the store fails; signing in goes on without it. */
  readonly onStoreError?: (error: unknown) => void;
}

export function createTokenSource(options: TokenSourceOptions): Required<TokenSource> {
  const clientId = options.clientId.trim();
  const clientSecret = options.clientSecret.trim();
  if (clientId === '')
    throw new ConfigurationError(
      'The client ID is empty: copy it from Integrations > API in the 3CX console.',
    );
  if (clientSecret === '')
    throw new ConfigurationError(
      'The client secret is empty: copy the API key shown when the API entry was created.',
    );
  return new ClientTokenSource({ ...options, clientId, clientSecret });
}

interface HeldToken {
  readonly value: string;
  readonly bornAt: number;
  readonly renewAt: number;
  readonly deadAt: number;
}

/** Refused tokens that are remembered, so that a store can't bring one back. */
const MAX_REFUSED = 32;

class ClientTokenSource implements Required<TokenSource> {
  private readonly now: () => number;
  private readonly store: TokenStore;
  private readonly key: string;
  private readonly pacing = new SignInPacing();
  private readonly refused = new Set<string>();
  private held: HeldToken | undefined;
  private pending: Promise<string> | undefined;
  private postponed = 0;
  private lastFailure: unknown;

  constructor(private readonly options: TokenSourceOptions) {
    this.now = options.now ?? (() => performance.now());
    this.store = options.store ?? createMemoryTokenStore();
    this.key = `${options.serverUrl} ${options.clientId}`;
  }

  current(): string | undefined {
    const { held } = this;
    if (held === undefined || this.pending !== undefined) return undefined;
    const now = this.now();
    return now < held.renewAt || (now < held.deadAt && this.mayWait(now)) ? held.value : undefined;
  }

  get(): Promise<string> {
    if (this.pending !== undefined) return this.pending;
    const current = this.current();
    if (current !== undefined) return Promise.resolve(current);
    this.pending = this.renew().finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  invalidate(token: string): void {
    this.remember(token);
    const { held } = this;
    if (held?.value !== token) return;
    this.held = undefined;
    this.quietly(() => this.store.remove(this.key, token));
    const now = this.now();
    // While we renew, it is our own sign-in that ended it; and an old token just ends.
    if (this.pending !== undefined || now >= held.deadAt) return;
    const ageMs = now - held.bornAt;
    const times = this.pacing.replaced(ageMs, now);
    const { serverUrl, clientId, onReplaced } = this.options;
    try {
      onReplaced?.({ serverUrl, clientId, ageMs, times, waitMs: this.pacing.waitMs(now) });
    } catch {
      // A log that fails must not take a call down with it.
    }
  }

  postponeRenewal(): () => void {
    this.postponed += 1;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.postponed -= 1;
    };
  }

  contest(): SignInContestedError | undefined {
    const waitMs = this.pacing.waitMs(this.now());
    if (waitMs === 0 || !this.pacing.isContested) return undefined;
    const { clientId } = this.options;
    const seconds = String(Math.ceil(waitMs / 1000));
    const advice =
      'Give each program an API entry of its own in Integrations > API, or let them share one sign-in.';
    return new SignInContestedError(
      `Another program keeps signing in with client ID ${clientId}, which ends our sign-in: 3CX keeps one per client ID. We hold back for ${seconds} s. ${advice}`,
      waitMs,
      { status: 401, operation: 'the sign-in', advice },
    );
  }

  /** A living token serves on while audio runs, and while signing in is not to be tried. */
  private mayWait(now: number): boolean {
    return this.postponed > 0 || this.pacing.waitMs(now) > 0;
  }

  private async renew(): Promise<string> {
    const shared = await this.fromStore();
    if (shared !== undefined) {
      this.pacing.succeeded();
      return this.hold(shared);
    }
    const askedAt = this.now();
    if (this.pacing.waitMs(askedAt) > 0) throw this.contest() ?? this.lastFailure;
    try {
      const issued = await signIn(this.options.transport, this.options);
      this.pacing.succeeded();
      this.refused.delete(issued.value);
      const { renewAfterMs, deadAfterMs } = scheduleOf(issued.lifetimeMs);
      const value = this.hold({
        value: issued.value,
        bornAt: askedAt,
        renewAt: askedAt + renewAfterMs,
        deadAt: askedAt + deadAfterMs,
      });
      const issuedAt = Date.now() - (this.now() - askedAt);
      this.quietly(() => this.store.save(this.key, { ...issued, issuedAt }));
      return value;
    } catch (error) {
      const now = this.now();
      this.lastFailure = error;
      this.pacing.failed(now, error instanceof RateLimitError ? error.retryAfterMs : undefined);
      if (this.held !== undefined && now < this.held.deadAt) return this.held.value;
      throw error;
    }
  }

  private hold(token: HeldToken): string {
    this.held = token;
    return token.value;
  }

  /** The token another owner of the store has put there since, if it is still good. */
  private async fromStore(): Promise<HeldToken | undefined> {
    let stored: StoredToken | undefined;
    try {
      stored = await this.store.load(this.key);
    } catch (error) {
      this.options.onStoreError?.(error);
    }
    if (stored === undefined || this.refused.has(stored.value) || stored.value === this.held?.value)
      return undefined;
    // A wall clock that was set back would make it look unborn; it is at most new.
    const bornAt = this.now() - Math.max(0, Date.now() - stored.issuedAt);
    const { renewAfterMs, deadAfterMs } = scheduleOf(stored.lifetimeMs);
    const held = {
      value: stored.value,
      bornAt,
      renewAt: bornAt + renewAfterMs,
      deadAt: bornAt + deadAfterMs,
    };
    return this.now() < held.renewAt ? held : undefined;
  }

  private remember(token: string): void {
    this.refused.add(token);
    if (this.refused.size <= MAX_REFUSED) return;
    const [oldest] = this.refused;
    if (oldest !== undefined) this.refused.delete(oldest);
  }

  private quietly(write: () => Promise<void>): void {
    write().catch((error: unknown) => {
      this.options.onStoreError?.(error);
    });
  }
}
