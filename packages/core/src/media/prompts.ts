import { AudioDecodeError, toTelephonePcm } from '@org/3cx-audio';
import { createNodeTransport, type Transport } from '@org/3cx-api-client';
import type { PromptSource } from '../call';
import { InvalidPromptError, PromptNotFoundError } from '../errors';

/** A prompt longer than this is no prompt. */
const MAX_BYTES = 64 * 1024 * 1024;

export interface PromptLoader {
  /**
   * The telephone PCM of a prompt.
   * @throws PromptNotFoundError, InvalidPromptError, and what the request throws
   */
  load(source: PromptSource): Promise<Uint8Array>;
  dispose(): void;
}

/**
 * Reads prompts from the PBX's own web server (a path) or from another (a URL).
 * Neither gets our token, and the PBX's certificate exceptions are for the PBX alone.
 */
export function createPromptLoader(serverUrl: string, pbx: Pick<Transport, 'fetch'>): PromptLoader {
  const elsewhere = createNodeTransport();

  return {
    async load(source) {
      const name = typeof source === 'string' ? source : 'the given audio';
      const bytes = typeof source === 'string' ? await read(urlOf(source, serverUrl), source) : source;
      try {
        return await toTelephonePcm(bytes);
      } catch (cause) {
        if (!(cause instanceof AudioDecodeError)) throw cause;
        throw new InvalidPromptError(`Audio file not found or invalid format: ${name}: ${cause.message}`, {
          cause,
        });
      }
    },
    dispose() {
      elsewhere.dispose();
    },
  };

  async function read(url: URL, source: string): Promise<Uint8Array> {
    const transport = url.origin === serverUrl ? pbx : elsewhere;
    const response = await transport.fetch(new Request(url), { maxBytes: MAX_BYTES });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new PromptNotFoundError(
      `Audio file not found or invalid format: ${source} (${String(response.status)}). Open ${url.href} in a browser to see what is there.`,
      { status: response.status },
    );
  }
}

function urlOf(source: string, serverUrl: string): URL {
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
