/** A token with its times on the wall clock, in milliseconds since 1970. */
export interface StoredToken {
  readonly value: string;
  readonly issuedAt: number;
  readonly lifetimeMs: number;
}

/**
 * Where the current token is kept. The memory of the process by default; a store that
 * several processes share (a file, Redis) lets them use one sign-in instead of ending
 * each other's, and lets a restart go on with it. It holds a secret: keep it as safe as
 * the client secret. Serialising the sign-in between processes is the store's owner's
 * affair.
 */
export interface TokenStore {
  /** @param key names PBX and client id */
  load(key: string): Promise<StoredToken | undefined>;
  save(key: string, token: StoredToken): Promise<void>;
  /** Removes the token if it is still this one. */
  remove(key: string, value: string): Promise<void>;
}

export function createMemoryTokenStore(): TokenStore {
  const tokens = new Map<string, StoredToken>();
  return {
    load: (key) => Promise.resolve(tokens.get(key)),
    save(key, token) {
      tokens.set(key, token);
      return Promise.resolve();
    },
    remove(key, value) {
      if (tokens.get(key)?.value === value) tokens.delete(key);
      return Promise.resolve();
    },
  };
}
