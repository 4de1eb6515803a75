import { lifetimeMs } from './token-lifetime';

const HOUR = 3_600_000;

function jwt(claims: object): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'ES256' })}.${encode(claims)}.signature`;
}

describe('how long a token lives', () => {
  it('is what the token itself says, whatever unit expires_in is in', () => {
    const token = jwt({ iat: 1000, exp: 4600 });
    expect([60, 3600, undefined].map((expiresIn) => lifetimeMs(token, expiresIn))).toEqual([
      HOUR,
      HOUR,
      HOUR,
    ]);
  });

  it('does not depend on the PBX clock agreeing with ours', () => {
    expect(lifetimeMs(jwt({ iat: 10, exp: 3610 }), 60)).toBe(HOUR);
  });

  it('reads a small expires_in as minutes and a large one as seconds when the token is opaque', () => {
    expect(lifetimeMs('opaque', 60)).toBe(HOUR);
    expect(lifetimeMs('opaque', 3600)).toBe(HOUR);
  });

  it('is an hour when nothing says', () => {
    expect(lifetimeMs('a.%%%.c', undefined)).toBe(HOUR);
  });
});
