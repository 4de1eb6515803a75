import { createHash } from 'node:crypto';
import { toTelephonePcm } from './telephone-pcm';

export interface ConversionCacheOptions {
  /** Most bytes of telephone PCM kept; the least recently used goes first. Default 64 MiB, about 70 minutes. */
  readonly maxBytes?: number;
}

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Converts audio files once: the same bytes give the same telephone PCM, whatever they were
 * called and wherever they came from. Callers that ask at the same time share one conversion.
 */
export class ConversionCache {
  readonly #maxBytes: number;
  /** By SHA-256 of the file, least recently used first. */
  readonly #kept = new Map<string, Uint8Array>();
  readonly #running = new Map<string, Promise<Uint8Array>>();
  #bytes = 0;

  constructor({ maxBytes = MAX_BYTES }: ConversionCacheOptions = {}) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes of telephone PCM kept now. */
  get byteLength(): number {
    return this.#bytes;
  }

  /**
   * The file's telephone PCM, which is shared: don't change it.
   * @throws AudioDecodeError
   */
  async convert(file: Uint8Array): Promise<Uint8Array> {
    const hash = createHash('sha256').update(file).digest('hex');
    const kept = this.#kept.get(hash);
    if (kept !== undefined) {
      this.#kept.delete(hash);
      this.#kept.set(hash, kept);
      return kept;
    }
    const running = this.#running.get(hash) ?? this.#start(hash, file);
    return running;
  }

  #start(hash: string, file: Uint8Array): Promise<Uint8Array> {
    const running = toTelephonePcm(file)
      .then((pcm) => {
        this.#keep(hash, pcm);
        return pcm;
      })
      .finally(() => {
        this.#running.delete(hash);
      });
    this.#running.set(hash, running);
    return running;
  }

  #keep(hash: string, pcm: Uint8Array): void {
    if (pcm.length > this.#maxBytes) return;
    this.#kept.set(hash, pcm);
    this.#bytes += pcm.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }
}
