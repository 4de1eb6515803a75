import type { PbxConfiguration } from '../configuration/pbx-configuration';
import type { Settings } from '../settings';
import type { Timers } from '../timers';
import { mintAccessToken } from './access-token';

export interface Grant {
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly access_token: string;
  readonly refresh_token: null;
}

export interface TokenDeskParts {
  readonly settings: Settings;
  readonly configuration: PbxConfiguration;
  readonly timers: Timers;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  /** Wall clock, epoch milliseconds. */
  readonly wallNow: () => number;
}

interface Active {
  readonly token: string;
  readonly expiresAt: number;
  readonly cancelExpiry: () => void;
}

/** Issues tokens; of each client only the last one counts, and every new one kills its predecessor (3CX facts 2.2). */
export class TokenDesk {
  readonly #parts: TokenDeskParts;
  readonly #active = new Map<string, Active>();
  readonly #clients = new Map<string, string>();
  /** Told after a grant has replaced a client's token. */
  onReplaced: (clientId: string) => void = () => undefined;
  /** Told when a client's token has expired without being replaced. */
  onExpired: (clientId: string) => void = () => undefined;

  constructor(parts: TokenDeskParts) {
    this.#parts = parts;
    if (!parts.settings.secretChangeRevokesTokens) return;
    parts.configuration.subscribe((part) => {
      if (part === 'servicePrincipals') this.#revokeChanged();
    });
  }

  /** @returns undefined when the client is unknown or its secret wrong. */
  grant(clientId: string, secret: string): Grant | undefined {
    const { settings, configuration, timers, now, wallNow } = this.#parts;
    const { tokenLifetimeMs, expiresIn, cutSocketsOnTokenExpiry } = settings;
    if (configuration.servicePrincipals.find(clientId)?.secret !== secret) return undefined;
    const token = mintAccessToken(clientId, wallNow(), tokenLifetimeMs);
    const replaced = this.#active.has(clientId);
    this.revoke(clientId);
    const cancelExpiry = cutSocketsOnTokenExpiry
      ? timers.after(tokenLifetimeMs, () => {
          this.onExpired(clientId);
        })
      : () => undefined;
    this.#active.set(clientId, { token, expiresAt: now() + tokenLifetimeMs, cancelExpiry });
    this.#clients.set(token, clientId);
    this.#secrets.set(clientId, secret);
    if (replaced) this.onReplaced(clientId);
    const unitMs = expiresIn === 'minutes' ? 60_000 : 1000;
    return {
      token_type: 'Bearer',
      expires_in: Math.ceil(tokenLifetimeMs / unitMs),
      access_token: token,
      refresh_token: null,
    };
  }

  /** Whose active token this is; undefined when it is nobody's, replaced or expired. */
  clientOf(token: string): string | undefined {
    const clientId = this.#clients.get(token);
    const active = clientId === undefined ? undefined : this.#active.get(clientId);
    return active?.token === token && this.#parts.now() < active.expiresAt ? clientId : undefined;
  }

  isActive(token: string): boolean {
    return this.clientOf(token) !== undefined;
  }

  /** Kills the token of one client, or of all. */
  revoke(clientId?: string): void {
    for (const [client, { token, cancelExpiry }] of [...this.#active]) {
      if (clientId !== undefined && client !== clientId) continue;
      cancelExpiry();
      this.#active.delete(client);
      this.#clients.delete(token);
    }
  }

  /** The secret each active token was granted for. */
  readonly #secrets = new Map<string, string>();

  #revokeChanged(): void {
    for (const clientId of [...this.#active.keys()]) {
      const secret = this.#parts.configuration.servicePrincipals.find(clientId)?.secret;
      if (secret !== this.#secrets.get(clientId)) this.revoke(clientId);
    }
  }
}
