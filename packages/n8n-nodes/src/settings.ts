import { parseServerUrl, type ConnectOptions, type Logger } from '@org/3cx-core';
import * as z from 'zod/v4';
import type { Environment } from './environment';
import { GuidedError } from './guided-error';

/** Where to connect, and the extension to use when a node names none. */
export interface ConnectionSettings {
  readonly connectOptions: ConnectOptions;
  readonly extension: string;
}

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim());

const credentialSchema = z.object({
  serverUrl: text,
  clientId: text,
  clientSecret: text,
  extension: text,
  allowUnauthorizedCerts: z.boolean().nullish(),
  caCertificate: text,
});

/**
 * Puts the settings of a connection together: built-in default, then environment,
 * then credential. The environment only fills blanks; its server is used only when
 * the credential names none, and its secret with that server alone, so that a secret
 * goes to no other server than the one it was entered for.
 * @throws GuidedError naming the field of the credential that is missing or wrong; ConfigurationError when the server URL is none
 */
export function resolveSettings(
  credential: unknown,
  environment: Environment,
  logger?: Logger,
): ConnectionSettings {
  const parsed = credentialSchema.safeParse(credential);
  if (!parsed.success) {
    throw credentialError(
      'The 3CX credential can’t be read',
      'Open the credential, enter it again and save.',
    );
  }
  const { serverUrl, clientId, clientSecret, extension, allowUnauthorizedCerts, caCertificate } = parsed.data;
  const allowInsecure = allowUnauthorizedCerts ?? false;
  // The secret of the environment belongs to its server: whoever may edit a credential must
  // not be able to have it sent elsewhere.
  const secret = clientSecret === '' && serverUrl === '' ? environment.clientSecret : clientSecret;
  requireFilled('Client ID', clientId);
  requireFilled('Client Secret', secret);
  requireExtensionForm(extension);
  requireCertificateForm(caCertificate);
  return {
    connectOptions: {
      serverUrl: toOrigin(serverUrl || environment.defaultServer, allowInsecure),
      clientId,
      clientSecret: secret,
      allowUnauthorizedCerts: allowInsecure,
      ...(caCertificate !== '' && !allowInsecure && { caCertificate }),
      requestTimeoutMs: environment.requestTimeoutMs,
      connectionPoolSize: environment.connectionPoolSize,
      idleConnectionMs: environment.keepAliveTimeoutMs,
      retry: { attempts: environment.retryAttempts },
      ...(logger && { logger }),
    },
    extension: extension || environment.defaultExtension || clientId,
  };
}

function toOrigin(address: string, allowInsecure: boolean): string {
  if (address === '') {
    throw credentialError(
      "'Server URL' is empty",
      'Enter the address of the 3CX server in the credential, e.g. https://pbx.example.com:5001.',
    );
  }
  const origin = parseServerUrl(address);
  if (origin.startsWith('http:') && !allowInsecure) {
    throw credentialError(
      "'Server URL' begins with http://, which would send the Client Secret unencrypted",
      "Use https://, or switch on 'Ignore SSL Issues (Insecure)' on a private network.",
    );
  }
  return origin;
}

function requireFilled(field: string, value: string): void {
  if (value === '') {
    throw credentialError(`'${field}' is empty`, 'Copy it from Integrations > API in the 3CX console.');
  }
}

function requireExtensionForm(extension: string): void {
  if (!/^[A-Za-z0-9]*$/.test(extension)) {
    throw credentialError(
      "'Extension' may hold letters and digits only",
      'Enter the number alone, e.g. 999.',
    );
  }
}

function requireCertificateForm(pem: string): void {
  if (pem !== '' && !/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(pem)) {
    throw credentialError(
      "'CA Certificate' is not a certificate in PEM form",
      'Paste the whole block, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.',
    );
  }
}

function credentialError(message: string, description: string): GuidedError {
  return new GuidedError('CONFIGURATION', message, description);
}
