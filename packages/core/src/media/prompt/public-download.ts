import { lookup as lookUp } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { InvalidPromptError } from '../../errors';
import { isPublicAddress } from './address-rules';

/** One answer, its body not read yet when it is a redirect. */
export interface DownloadAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: Uint8Array;
}

export interface DownloadLimits {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly allowedHosts: ReadonlySet<string>;
}

/** The host of a URL as an address or name, IPv6 without its brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const refusedAddress = (url: URL): InvalidPromptError =>
  new InvalidPromptError(
    `The prompt's address ${url.origin} is on a private network, which is refused. If you trust it, add "${hostOf(url)}" to the allowed prompt hosts.`,
  );

const tooLarge = (url: URL, maxBytes: number): InvalidPromptError =>
  new InvalidPromptError(
    `The file at ${url.origin}${url.pathname} is larger than ${String(maxBytes)} bytes, too large for a prompt.`,
  );

/**
 * Looks a name up for the connection that is about to be made, so that the address that is
 * judged is the one connected to, whatever the name leads to a moment later.
 */
const publicLookup =
  (url: URL): LookupFunction =>
  (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      if (!addresses.every(({ address }) => isPublicAddress(address))) {
        callback(refusedAddress(url), []);
        return;
      }
      const [first] = addresses;
      if (options.all === true || first === undefined) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/**
 * One GET to a host other than the PBX, without following redirects. Connects to public
 * addresses only, unless the host is allowed.
 * @throws InvalidPromptError for a private address or too large a file; what the connection throws
 */
export function downloadPublic(
  url: URL,
  { maxBytes, signal, allowedHosts }: DownloadLimits,
): Promise<DownloadAnswer> {
  const host = hostOf(url);
  const isAllowed = allowedHosts.has(host.toLowerCase());
  // Node looks up names only: an address in the URL is connected to as it is.
  if (!isAllowed && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.reject(refusedAddress(url));

  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.get(
      url,
      {
        signal,
        agent: false,
        headers: { accept: 'audio/*, */*' },
        ...(isAllowed ? {} : { lookup: publicLookup(url) }),
      },
      (message) => {
        const status = message.statusCode ?? 0;
        const { location } = message.headers;
        if (status >= 300) {
          message.destroy();
          resolve({ status, location, body: new Uint8Array() });
          return;
        }
        const chunks: Buffer[] = [];
        let received = 0;
        if (Number(message.headers['content-length'] ?? 0) > maxBytes) {
          message.destroy(tooLarge(url, maxBytes));
        }
        message.on('data', (chunk: Buffer) => {
          received += chunk.byteLength;
          chunks.push(chunk);
          if (received > maxBytes) message.destroy(tooLarge(url, maxBytes));
        });
        message.on('error', reject);
        message.on('end', () => {
          resolve({ status, location, body: Buffer.concat(chunks) });
        });
      },
    );
    request.on('error', reject);
  });
}
