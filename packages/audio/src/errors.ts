/** Why a file couldn't be turned into audio. */
export type AudioDecodeErrorCode = 'AUDIO_INVALID' | 'AUDIO_UNSUPPORTED' | 'AUDIO_EMPTY' | 'AUDIO_TOO_LONG';

/**
 * A file that can't be played: broken (`AUDIO_INVALID`), of a kind we don't read
 * (`AUDIO_UNSUPPORTED`), without a single sample (`AUDIO_EMPTY`), or longer than
 * allowed (`AUDIO_TOO_LONG`). The message says what it is and what to do about it.
 */
export class AudioDecodeError extends Error {
  override readonly name = 'AudioDecodeError';

  constructor(
    readonly code: AudioDecodeErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Playing on a stream that has been closed, or whose sink failed; then `cause` is what the sink threw. */
export class AudioStreamClosedError extends Error {
  override readonly name = 'AudioStreamClosedError';
  readonly code = 'AUDIO_STREAM_CLOSED';
}
