import {
  AudioDecodeError,
  beep,
  busyTone,
  ConversionCache,
  decodeRawPcm,
  dtmfTones,
  ringback,
  silence,
  telephonePcmOf,
  withGain,
} from '@org/3cx-audio';
import { InvalidPromptError } from '../errors';
import type { PromptOptions, PromptSource, TonePrompt } from './prompt-source';
import { PromptDownload, type PromptDownloadPorts } from './prompt/prompt-download';
import { bytesOfFile, bytesOfStream } from './prompt/prompt-bytes';

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_SILENCE_MS = 600_000;

export interface PromptLoader {
  /**
   * The telephone PCM of a prompt, `gainDb` louder. It may be shared: don't change it.
   * @throws PromptNotFoundError, InvalidPromptError, RangeError, and what the request throws
   */
  load(source: PromptSource, gainDb?: number): Promise<Uint8Array>;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
};

const toneOf = ({ tone, ms, region }: TonePrompt): Uint8Array => {
  if (tone === 'beep') return beep(ms);
  return tone === 'busy' ? busyTone(region, ms) : ringback(region, ms);
};

const silenceOf = (ms: number): Uint8Array => {
  if (ms >= 0 && ms <= MAX_SILENCE_MS) return silence(ms);
  throw new RangeError(`A silence of ${String(ms)} ms is out of range: 0 to ${String(MAX_SILENCE_MS)} ms.`);
};

const isPlaylist = (source: PromptSource): source is readonly PromptSource[] => Array.isArray(source);

/**
 * Turns what can be played into telephone PCM. Files are converted once, whichever way the
 * same bytes arrive.
 */
export function createPromptLoader(ports: PromptDownloadPorts, options: PromptOptions = {}): PromptLoader {
  const download = new PromptDownload(ports, options);
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  const cache = new ConversionCache(options.cacheBytes === undefined ? {} : { maxBytes: options.cacheBytes });

  return {
    async load(source, gainDb = 0) {
      return withGain(await pcmOf(source), gainDb);
    },
  };

  async function pcmOf(source: PromptSource): Promise<Uint8Array> {
    if (isPlaylist(source)) {
      const parts: Uint8Array[] = [];
      // One at a time: a long list must not open a connection for each entry.
      for (const part of source) parts.push(await pcmOf(part));
      return joined(parts);
    }
    if (typeof source === 'string') return converted(await download.read(source), source);
    if (source instanceof Uint8Array) return converted(source, 'the given audio');
    if ('file' in source) return converted(await bytesOfFile(source.file, maxBytes), source.file);
    if ('silenceMs' in source) return silenceOf(source.silenceMs);
    if ('tone' in source) return toneOf(source);
    if ('digits' in source) return dtmfTones(source.digits, source);
    if ('pcm' in source) {
      const { pcm, ...format } = source;
      return reported('the given samples', () => telephonePcmOf(decodeRawPcm(pcm, format)));
    }
    return converted(await bytesOfStream(source, maxBytes), 'the given stream');
  }

  function converted(file: Uint8Array, name: string): Promise<Uint8Array> {
    return reported(name, () => cache.convert(file));
  }
}

async function reported(name: string, make: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await make();
  } catch (cause) {
    if (!(cause instanceof AudioDecodeError)) throw cause;
    // What follows the path of a URL may be a signature.
    const shown = name.replace(/[?#].*$/s, '');
    throw new InvalidPromptError(`Audio file not found or invalid format: ${shown}: ${cause.message}`, {
      cause,
    });
  }
}
