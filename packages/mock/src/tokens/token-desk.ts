import type { Clock } from '../clock';
import type { Settings } from '../settings';
import { mintAccessToken } from './access-token';

export interface Grant {
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly access_token: string;
  readonly refresh_token: null;
}

/** Issues tokens; only the last one counts, and every new one kills its predecessor (3CX facts 2.2). */
export class TokenDesk {
  readonly #settings: Settings;
  readonly #clock: Clock;
  #active: { readonly token: string; readonly expiresAt: number } | undefined;
  /** Told after a grant has replaced a token. */
  onReplaced: () => void = () => undefined;

  constructor(settings: Settings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** @returns undefined when the client is unknown or its secret wrong. */
  grant(clientId: string, secret: string): Grant | undefined {
    const { tokenLifetimeMs, expiresIn } = this.#settings;
    if (clientId !== this.#settings.clientId || secret !== this.#settings.clientSecret) return undefined;
    const token = mintAccessToken(clientId, this.#clock.date().getTime(), tokenLifetimeMs);
    const replaced = this.#active !== undefined;
    this.#active = { token, expiresAt: this.#clock.now() + tokenLifetimeMs };
    if (replaced) this.onReplaced();
    const unitMs = expiresIn === 'minutes' ? 60_000 : 1000;
    return {
      token_type: 'Bearer',
      expires_in: Math.ceil(tokenLifetimeMs / unitMs),
      access_token: token,
      refresh_token: null,
    };
  }

  isActive(token: string): boolean {
    return this.#active?.token === token && this.#clock.now() < this.#active.expiresAt;
  }

  revoke(): void {
    this.#active = undefined;
  }
}
