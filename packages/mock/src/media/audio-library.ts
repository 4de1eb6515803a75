import { spokenSamples } from './spoken-wav';

/** The audio files of the web server, as a telephone carries them; decoded when first played. */
export class AudioLibrary {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #decoded = new WeakMap<Uint8Array, Int16Array>();

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = files;
  }

  /** Nothing for a file that isn't there: the PBX then plays silence. @throws AudioDecodeError */
  samples(path: string): Int16Array {
    const file = this.#files.get(path);
    if (!file) return new Int16Array();
    const known = this.#decoded.get(file);
    if (known) return known;
    const samples = spokenSamples(file);
    this.#decoded.set(file, samples);
    return samples;
  }
}
