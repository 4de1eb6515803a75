import {
  CertificateError,
  ConfigurationError,
  ConnectionFailedError,
  TimeoutError,
  UnexpectedResponseError,
  type ConnectionProblem,
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
  CERT_UNTRUSTED: 'its authority is not trusted',
  CERT_REVOKED: 'it was revoked',
  HOSTNAME_MISMATCH: 'it was issued for another name',
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
const NO_ROUTE = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN']);

/** The error's code; of several addresses tried, that of the first. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) {
    const first: unknown = error.errors[0];
    return codeOf(first);
  }
  return '';
}

/**
 * The typed error for a request that got no HTTP answer.
 * @param operation the request in words, where known
 */
export function errorOfConnection(error: unknown, origin: string, operation = ''): ThreeCxError {
  const { protocol, host } = new URL(origin);
  const code = codeOf(error);
  const certificate = CERTIFICATE_PROBLEMS[code];
  if (certificate !== undefined) {
    const advice = 'Give the certificate of its authority, or ignore SSL issues on a private network.';
    return new CertificateError(`The certificate of ${host} can't be trusted: ${certificate}. ${advice}`, {
      cause: error,
      operation,
      advice,
    });
  }
  const failed = (problem: ConnectionProblem, happened: string, advice: string) =>
    new ConnectionFailedError(`${happened}: ${advice}.`, { problem, cause: error, operation, advice });

  if (NOBODY_THERE.has(code))
    return failed('dns', `There is no ${host}`, 'check the server URL for a typing mistake');
  if (code === 'ECONNREFUSED') {
    return failed(
      'refused',
      `Nothing answers at ${host}`,
      'check the port (5001 on most 3CX servers) and the firewall',
    );
  }
  if (NO_ROUTE.has(code))
    return failed('unreachable', `${host} can't be reached from here`, 'check the network and the firewall');
  const instead = protocol === 'http:' ? 'https' : 'http';
  if (SPEAKS_ANOTHER_PROTOCOL.has(code)) {
    return failed(
      'protocol',
      `${host} doesn't speak ${protocol.slice(0, -1)}`,
      `the server URL probably has to begin with ${instead}://, or the port is another`,
    );
  }
  return failed(
    'reset',
    `The connection to ${host} broke${code === '' ? '' : ` (${code})`}`,
    protocol === 'http:'
      ? 'try again; if it breaks every time, the server URL probably has to begin with https://'
      : 'try again',
  );
}

/** The typed error for an answer that didn't come in `ms` milliseconds. */
export function errorOfTimeout(origin: string, ms: number, operation = ''): TimeoutError {
  const advice = 'it is busy, or something in between swallows the request';
  return new TimeoutError(
    `${new URL(origin).host} didn't answer within ${String(Math.round(ms) / 1000)} s: ${advice}.`,
    { operation, advice },
  );
}

/** The typed error for a request that found no free connection in `ms` milliseconds. */
export function errorOfQueue(origin: string, ms: number, size: number, operation = ''): TimeoutError {
  const advice = 'the PBX is slow, or the pool too small for the load';
  return new TimeoutError(
    `None of the ${String(size)} connections to ${new URL(origin).host} became free within ${String(Math.round(ms) / 1000)} s: ${advice}.`,
    { operation, advice },
  );
}

/** The typed error for a request that wasn't sent, because those before it failed. */
export function errorOfOpenCircuit(
  origin: string,
  ms: number,
  lastFailure: Error | undefined,
  operation = '',
): ConnectionFailedError {
  const why = lastFailure === undefined ? '' : ` (${lastFailure.message.replace(/\.$/, '')})`;
  const advice = `it is tried again in ${String(Math.ceil(ms / 100) / 10)} s`;
  return new ConnectionFailedError(
    `${new URL(origin).host} failed several times in a row${why}, so this request wasn't sent; ${advice}.`,
    { problem: 'not-tried', cause: lastFailure, operation, advice },
  );
}

/** The typed error for a proxy that wouldn't connect us. */
export function errorOfProxy(status: number, operation = ''): ConnectionFailedError {
  const advice =
    status === 407
      ? 'give its user name and password in the proxy URL'
      : 'check that it may connect to the PBX and its port';
  return new ConnectionFailedError(`The proxy refused with ${String(status)}: ${advice}.`, {
    problem: 'proxy',
    status,
    operation,
    advice,
  });
}

/** The typed error for an answer longer than `maxBytes`. */
export function errorOfSize(origin: string, maxBytes: number): UnexpectedResponseError {
  return new UnexpectedResponseError(
    `${new URL(origin).host} sent more than ${String(Math.ceil(maxBytes / 1024))} KiB: that is no answer to this request.`,
  );
}

/** The typed error for a request that HTTP has no way to write, e.g. for a line break in a header. */
export function errorOfUnsendable(error: unknown, operation = ''): ConfigurationError {
  const advice = 'check ids, extensions and the client secret for characters that do not belong there';
  return new ConfigurationError(`The request can't be written: ${advice}.`, {
    cause: error,
    operation,
    advice,
  });
}
