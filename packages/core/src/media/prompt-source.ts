import type { DtmfTimes, RawPcmFormat, ToneRegion } from '@org/3cx-audio';

/** An audio file on the machine this runs on. */
export interface FilePrompt {
  /** Its path; relative to the working directory. */
  readonly file: string;
}

/** Samples without a header: signed 16 bit, little-endian, 8 kHz mono unless told otherwise. */
export interface PcmPrompt extends RawPcmFormat {
  readonly pcm: Uint8Array;
}

export interface SilencePrompt {
  readonly silenceMs: number;
}

export interface TonePrompt {
  readonly tone: 'ringback' | 'busy' | 'beep';
  /** Milliseconds. Default: one round of the cadence, or a short beep. */
  readonly ms?: number;
  /** Whose ringback and busy tone. Default `europe`. */
  readonly region?: ToneRegion;
}

/** Keys as sound (ITU-T Q.23). */
export interface DigitsPrompt extends DtmfTimes {
  readonly digits: string;
}

/**
 * What can be played: a path on the PBX's web server (`/prompts/welcome.wav`), an
 * `http(s)` URL, the bytes of an audio file or a stream of them, a local file, samples,
 * silence, a tone, or several of these one after the other. Formats of files: WAV, MP3
 * and GSM, see `decodeAudio` of `@org/3cx-audio`.
 *
 * A URL that leads to a private address is refused, unless it is the PBX's own or its host
 * is allowed (`ConnectOptions.prompts`).
 */
export type PromptSource =
  | string
  | Uint8Array
  | AsyncIterable<Uint8Array>
  | FilePrompt
  | PcmPrompt
  | SilencePrompt
  | TonePrompt
  | DigitsPrompt
  | readonly PromptSource[];

export interface PromptOptions {
  /** Hosts whose prompts may be fetched although their addresses are private. Default none. */
  readonly allowedHosts?: readonly string[];
  /** Largest file, bytes. Default 64 MiB. */
  readonly maxBytes?: number;
  /** Time to fetch one, redirects included, milliseconds. Default 15 000. */
  readonly timeoutMs?: number;
  /** Redirects followed. Default 5. */
  readonly maxRedirects?: number;
  /** Converted prompts kept in memory, bytes. Default 64 MiB, about 70 minutes. */
  readonly cacheBytes?: number;
}
