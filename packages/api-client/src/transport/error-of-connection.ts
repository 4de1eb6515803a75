import {
  CertificateError,
  ConnectionFailedError,
  TimeoutError,
  UnexpectedResponseError,
  type ThreeCxError,
} from '../errors';

const CERTIFICATE_PROBLEMS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'an authority in its chain is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'its authority is unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is unknown',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet; check the clocks',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it was issued for another name',
};

const SPEAKS_ANOTHER_PROTOCOL = new Set([
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'HPE_INVALID_CONSTANT',
  'HPE_INVALID_VERSION',
]);
const NOBODY_THERE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);

function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return '';
}

/** The typed error for a request that got no HTTP answer. */
export function errorOfConnection(error: unknown, origin: string): ThreeCxError {
  const { protocol, host } = new URL(origin);
  const code = codeOf(error);
  const cause = error;
  const certificate = CERTIFICATE_PROBLEMS[code];
  if (certificate !== undefined) {
    return new CertificateError(
      `The certificate of ${host} is not trusted: ${certificate}. Give the certificate of its authority, or ignore SSL issues on a private network.`,
      { cause },
    );
  }
  if (NOBODY_THERE.has(code)) {
    return new ConnectionFailedError(`There is no ${host}: check the server URL for a typing mistake.`, {
      cause,
    });
  }
  if (code === 'ECONNREFUSED') {
    return new ConnectionFailedError(
      `Nothing answers at ${host}: check the port (5001 on most 3CX servers) and the firewall.`,
      { cause },
    );
  }
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return new ConnectionFailedError(
      `${host} can't be reached from here: check the network and the firewall.`,
      { cause },
    );
  }
  if (SPEAKS_ANOTHER_PROTOCOL.has(code) || (protocol === 'http:' && code === 'ECONNRESET')) {
    const instead = protocol === 'http:' ? 'https' : 'http';
    return new ConnectionFailedError(
      `${host} doesn't speak ${protocol.slice(0, -1)}: the server URL probably has to begin with ${instead}://, or the port is another.`,
      { cause },
    );
  }
  return new ConnectionFailedError(
    `The connection to ${host} broke${code === '' ? '' : ` (${code})`}: try again.`,
    { cause },
  );
}

/** The typed error for an answer that didn't come in `ms` milliseconds. */
export function errorOfTimeout(origin: string, ms: number): TimeoutError {
  return new TimeoutError(
    `${new URL(origin).host} didn't answer within ${String(ms / 1000)} s: it is busy, or something in between swallows the request.`,
  );
}

/** The typed error for an answer longer than `maxBytes`. */
export function errorOfSize(origin: string, maxBytes: number): UnexpectedResponseError {
  return new UnexpectedResponseError(
    `${new URL(origin).host} sent more than ${String(Math.ceil(maxBytes / 1024))} KiB: that is no answer to this request.`,
  );
}
