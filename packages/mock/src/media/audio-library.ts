import { spokenSamples } from './spoken-wav';

/** The audio files of the web server, as a telephone carries them; decoded when first played. */
export class AudioLibrary {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #decoded = new Map<string, Int16Array>();

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = files;
  }

  /** Nothing for a file that isn't there: the PBX then plays silence. @throws AudioDecodeError */
  samples(path: string): Int16Array {
    const known = this.#decoded.get(path);
    if (known) return known;
    const file = this.#files.get(path);
    const samples = file ? spokenSamples(file) : new Int16Array();
    this.#decoded.set(path, samples);
    return samples;
  }
}
