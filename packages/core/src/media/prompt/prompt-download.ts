import { errorOfConnection, ThreeCxError, TimeoutError, type Transport } from '@org/3cx-api-client';
import { InvalidPromptError, PromptNotFoundError } from '../../errors';
import type { PromptOptions } from '../prompt-source';
import { downloadPublic, type DownloadAnswer } from './public-download';

const MAX_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 15_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface PromptDownloadPorts {
  /** Origin of the PBX. */
  readonly serverUrl: string;
  /** The PBX's own transport: its certificate settings are for it alone. */
  readonly pbx: Pick<Transport, 'fetch'>;
}

/** A URL as it may be shown: what follows the path may be a signature. */
export const shown = (url: URL): string => `${url.origin}${url.pathname}`;

/** A path on the PBX, or an address of its own. @throws PromptNotFoundError */
export function promptUrl(source: string, serverUrl: string): URL {
  const text = source.trim();
  if (text === '') {
    throw new PromptNotFoundError(
      'Audio file not found or invalid format: no path was given. Write one like /prompts/welcome.wav.',
    );
  }
  if (text.startsWith('/')) return new URL(`${serverUrl}${text.replace(/^\/+/, '/')}`);
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return new URL(text);
  throw new PromptNotFoundError(
    `Audio file not found or invalid format: "${text}" is neither a path on the 3CX web server, like /prompts/welcome.wav, nor a URL.`,
  );
}

/**
 * Fetches prompts: from the PBX as it is reached anyway, from elsewhere within bounds of
 * address, size, time and redirects. Neither gets our token.
 */
export class PromptDownload {
  readonly #ports: PromptDownloadPorts;
  readonly #maxBytes: number;
  readonly #timeoutMs: number;
  readonly #maxRedirects: number;
  readonly #allowedHosts: ReadonlySet<string>;

  constructor(ports: PromptDownloadPorts, options: PromptOptions = {}) {
    this.#ports = ports;
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#maxRedirects = options.maxRedirects ?? MAX_REDIRECTS;
    this.#allowedHosts = new Set((options.allowedHosts ?? []).map((host) => host.toLowerCase()));
  }

  /** @throws PromptNotFoundError, InvalidPromptError, TimeoutError, ConnectionFailedError, CertificateError */
  async read(source: string): Promise<Uint8Array> {
    const asked = promptUrl(source, this.#ports.serverUrl);
    const signal = AbortSignal.timeout(this.#timeoutMs);
    let url = asked;
    for (let redirects = 0; redirects <= this.#maxRedirects; redirects += 1) {
      const answer = await this.#get(url, signal);
      if (answer.status >= 200 && answer.status < 300) return answer.body;
      if (!REDIRECTS.has(answer.status) || answer.location === undefined) {
        throw new PromptNotFoundError(
          `Audio file not found or invalid format: ${asked.origin === this.#ports.serverUrl ? asked.pathname : shown(asked)} (${String(answer.status)}). Open ${shown(asked)} in a browser to see what is there.`,
          { status: answer.status },
        );
      }
      url = this.#next(answer.location, url);
    }
    throw new InvalidPromptError(
      `The prompt at ${shown(asked)} was redirected more than ${String(this.#maxRedirects)} times. Use the address of the file itself.`,
    );
  }

  #next(location: string, from: URL): URL {
    const next = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    const isWeb = next?.protocol === 'https:' || (next?.protocol === 'http:' && from.protocol === 'http:');
    if (next !== undefined && isWeb) return next;
    throw new InvalidPromptError(
      `The prompt at ${shown(from)} is redirected to where it isn't followed (${next?.protocol ?? 'no address'}). Use the address of the file itself.`,
    );
  }

  async #get(url: URL, signal: AbortSignal): Promise<DownloadAnswer> {
    try {
      if (url.origin !== this.#ports.serverUrl) {
        const limits = { maxBytes: this.#maxBytes, signal, allowedHosts: this.#allowedHosts };
        return await downloadPublic(url, limits);
      }
      const response = await this.#ports.pbx.fetch(new Request(url, { signal }), {
        maxBytes: this.#maxBytes,
      });
      return {
        status: response.status,
        location: response.headers.get('location') ?? undefined,
        body: new Uint8Array(await response.arrayBuffer()),
      };
    } catch (cause) {
      if (signal.aborted) {
        throw new TimeoutError(
          `The prompt at ${shown(url)} did not arrive within ${String(this.#timeoutMs / 1000)} s.`,
          { cause },
        );
      }
      throw cause instanceof ThreeCxError ? cause : errorOfConnection(cause, url.origin);
    }
  }
}
