import * as z from 'zod';

const claims = z.object({ sub: z.string() });

/** Client id in a token of this mock; undefined when it can't be read. */
export function clientOf(token: string): string | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    return claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).sub;
  } catch {
    return undefined;
  }
}
