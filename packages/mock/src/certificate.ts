import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const addressName = 7;
const dnsName = 2;
const dayMs = 86_400_000;

/** A self-signed certificate for 127.0.0.1, localhost and `hostnames`, good for a month. */
export async function makeCertificate(hostnames: readonly string[] = []): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'mock 3CX' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - dayMs),
    notAfterDate: new Date(Date.now() + 30 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: addressName, ip: '127.0.0.1' },
          ...['localhost', ...hostnames].map((value) => ({ type: dnsName, value }) as const),
        ],
      },
    ],
  });
  return { key, cert };
}
