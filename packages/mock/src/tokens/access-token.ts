import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keyId = randomUUID();

/** A JWT as 3CX issues them: ES256 with `kid`; claims `iat`, `exp` (seconds) and `role` (3CX facts 2.1). */
export function mintAccessToken(clientId: string, issuedAtMs: number, lifetimeMs: number): string {
  const issuedAt = Math.floor(issuedAtMs / 1000);
  const header = encode({ alg: 'ES256', kid: keyId, typ: 'JWT' });
  const payload = encode({
    sub: clientId,
    jti: randomUUID(),
    iat: issuedAt,
    exp: issuedAt + Math.ceil(lifetimeMs / 1000),
    role: ['Enterprise'],
  });
  const signature = sign('sha256', Buffer.from(`${header}.${payload}`), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${header}.${payload}.${signature.toString('base64url')}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
