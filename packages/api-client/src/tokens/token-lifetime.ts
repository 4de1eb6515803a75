import * as z from 'zod';

const DEFAULT_LIFETIME_MS = 3_600_000;
/** Values below this are minutes: older builds send 60 for an hour, newer ones 3600. */
const SHORTEST_IN_SECONDS = 300;

const Claims = z.object({ exp: z.number(), iat: z.number() });

/**
 * How long a token lives, in milliseconds. The token's own `exp - iat` decides, so
 * that neither the unit of `expires_in` nor a clock that differs between the PBX
 * and us matters; `expires_in` serves where the token can't be read.
 */
export function lifetimeMs(token: string, expiresIn: number | undefined): number {
  const payload = token.split('.')[1];
  if (payload !== undefined) {
    try {
      const claims = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
      if (claims.exp > claims.iat) return (claims.exp - claims.iat) * 1000;
    } catch {
      // Not a JWT we can read: fall through to expires_in.
    }
  }
  if (expiresIn === undefined) return DEFAULT_LIFETIME_MS;
  return expiresIn < SHORTEST_IN_SECONDS ? expiresIn * 60_000 : expiresIn * 1000;
}

/** A token is renewed when this much of its life is over. */
const RENEW_AFTER = 0.9;
/** What a renewal may be postponed to: this long before the end, so that no request arrives late. */
const LAST_MARGIN_MS = 60_000;

export interface TokenSchedule {
  /** When to renew, milliseconds after it was asked for. */
  readonly renewAfterMs: number;
  /** When it can't be used any more, milliseconds after it was asked for. */
  readonly deadAfterMs: number;
}

export function scheduleOf(lifetime: number): TokenSchedule {
  const renewAfterMs = RENEW_AFTER * lifetime;
  return { renewAfterMs, deadAfterMs: Math.max(renewAfterMs, lifetime - LAST_MARGIN_MS) };
}
